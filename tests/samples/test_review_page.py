"""The page of the samples' year: what the log holds, looked at as people look at it."""

from xml.etree import ElementTree as ET

import pytest

from application.intake.scenario import play
from application.questions import year as reviewing
from command_line.demonstration import samples
from documents.review.charts_of_table import figures
from documents.review.page import page
from tests.application.systems import a_system
from tests.documents.charts import looking
from tests.documents.review.test_in_browser import measured

DRAWN = {"funnel", "outcomes", "inflation-points", "inflation-met", "deadlines", "streaks"}


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    """Of 2024, as the log knew it when the samples had been played."""
    system = a_system(f"sqlite:///{tmp_path_factory.mktemp('samples')}/log.db")
    list(play(system, samples()))
    question = reviewing.Question(2024, known_at=system.ledger.head().position)
    yield reviewing.review(system, question)
    system.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_holds_every_table_and_every_chart(review, language):
    root = ET.fromstring(page(review, language))  # noqa: S314 -- we wrote it ourselves
    charts = {
        each.get("aria-labelledby") for each in root.iter(f"{looking.SPACE}svg") if each.get("role")
    }

    assert [each.get("id") for each in root.iter("h2")][2:] == [each.name for each in review.tables]
    assert charts >= {f"{name}-wide-title" for name in DRAWN}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_sticks_out_of_a_chart(review, language):
    for table in review.tables:
        for figure in figures(table, language):
            for drawing, room in zip(figure.drawings.values(), (316, 600), strict=True):
                assert looking.sticking_out(looking.read(drawing), room) == []


def test_the_same_log_is_the_same_page(review):
    assert page(review, "vi") == page(review, "vi")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_never_scrolls_sideways(review, tmp_path, width):
    found = measured(tmp_path, review, "vi", width)

    assert found["scroll"] <= found["width"] <= width
    assert (found["cut"], found["clipped"], found["tight"]) == ([], 0, 0)
