"""A paper of tomorrow is refused, wherever a command names one."""

from datetime import date

import pytest

from domain.events import details as d
from domain.events import round as r
from domain.events.base import Document
from domain.events.papers import paper_refusals
from tests.domain.case.asking import a_case, refused, taken
from tests.support.stage_world import TODAY

TOMORROW = date(2024, 12, 21)


def paper(on):
    return Document(document="DOC-REPORT", number="1", on=on)


@pytest.mark.parametrize("on", [None, date(2020, 1, 1), TODAY])
def test_a_paper_of_today_or_before_is_taken(on):
    story = a_case("claimed")
    assert taken(story, "submit-dossier", d.Dossier(documents=[paper(on)]))


def test_a_paper_of_tomorrow_is_refused_where_it_stands():
    story = a_case("claimed")
    dossier = d.Dossier(documents=[paper(TODAY), paper(TOMORROW)])

    assert refused(story, "submit-dossier", dossier) == {"paper_in_future"}
    [reason] = paper_refusals(dossier, TODAY)
    assert reason.about == "documents[1].on"


def test_every_command_that_names_a_paper_is_looked_at():
    """Also of a fact, beside any case; and the day after, the same paper is one of today."""
    held = r.ReviewHeld(review="interim", document=paper(TOMORROW))
    assert [reason.about for reason in paper_refusals(held, TODAY)] == ["document.on"]
    assert paper_refusals(held, TOMORROW) == []
    assert paper_refusals(r.RoundLocked(), TODAY) == []
