"""Rounds: a unit under two programmes, criteria that stay fixed, pilots that need not register."""

import pytest
from msgspec import structs

from application.questions import cases as queries
from domain.case.overlapping import overlapping
from domain.events import case as c
from domain.events import details as d
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import ask, refused, taken
from tests.support import small_year
from tests.support.best_sheet import EVIDENCE
from tests.support.placed import placed
from tests.support.stage_world import PARENT, UNIT, Story, holder
from tests.support.world import edition_at

SON_LA = edition_at(placed("son-la.yaml", ("SL-CS", PARENT)))
PILOTS = [("kon-tum", "base_cell"), ("kon-tum", "subordinate_cell"), ("soc-trang", "base_cell")]


def another(story, programme, period="2024", subject=f"unit:{UNIT}"):
    """A case of the story's unit under a programme and a period."""
    stream = case_stream(programme, subject, period)
    opened = structs.replace(
        story.world.case(story.stream).opened, programme=programme, period=period, subject=subject
    )
    story.world.give(stream, opened)
    return stream


def of_power():
    story = Story(EDITIONS["power-tkv"], "subordinate_cell")
    story.open()
    return story


def overlaps(story, stream=""):
    world = story.world
    return [each.stream for each in overlapping(world.case(stream or story.stream), world)]


def test_d49_a_case_under_another_programme_in_the_year_is_shown_on_both():
    story = of_power()
    other = another(story, "kon-tum")
    another(story, "kon-tum", "2023")
    another(story, "power-tkv", "2023")
    another(story, "kon-tum", subject="unit:khac")

    assert overlaps(story) == [other]
    assert overlaps(story, other) == [story.stream]


def test_d49_a_case_that_came_from_a_merged_unit_overlaps_with_the_heirs_own():
    story = of_power()
    came, members = (
        another(story, "kon-tum", subject="unit:cu"),
        another(story, "son-la", subject="member:dv"),
    )
    succeeded = c.SubjectSucceeded(
        step="succeed", from_stage="new", to_stage="new",
        details=d.Succession(successor=UNIT, change="unit-merged"),
    )  # fmt: skip
    for stream in (came, members):
        story.world.give(stream, succeeded)

    assert overlaps(story) == [came]
    assert overlaps(story, came) == [story.stream]


def test_d49_one_programme_subject_and_period_have_one_case():
    story = Story(EDITIONS["power-tkv"], "subordinate_cell").at("in_progress")

    assert refused(story, "open-case", d.Opening()) == {"not_at_this_stage"}


def test_d52_a_rounds_criteria_stay_whatever_is_published_after_it_was_opened(sqlite_url, tmp_path):
    changed = tmp_path / "kon-tum.yaml"
    text = small_year.FILE.read_text("utf-8")
    assert "{assumed: 80, default: D-01}" in text
    changed.write_text(text.replace("{assumed: 80, default: D-01}", "{assumed: 85, default: D-01}"))
    first, *_ = small_year.year()
    shared = {"by": "quan-tri", "reason": "r"}
    old, new = edition_at(small_year.FILE).version, edition_at(changed).version
    round_data = {"programme": "kon-tum", "version": new, "closing_on": "2024-12-31"}
    lines = [
        {"do": "publish-programme", "at": "2024-01-08T09:00", "data": {"file": str(changed)}, **shared},
        {"do": "open-round", "at": "2024-01-09T09:00", "data": {**round_data, "period": "2024"},
         "expect": "refused", **shared},
        first,
        {"do": "open-round", "at": "2024-12-31T09:00", "data": {**round_data, "period": "2025"}, **shared},
    ]  # fmt: skip
    system = a_system(sqlite_url())

    assert played(system, tmp_path / "lines.jsonl", small_year.set_up(), lines) == []
    [case] = queries.cases(system)
    world = queries.world_of(system)
    frozen = [world.round("kon-tum", each).version for each in ("2024", "2025")]
    system.close()

    assert case["programme_version"] == old != new
    assert frozen == [old, new]


@pytest.mark.parametrize(("code", "kind"), PILOTS)
def test_d57_a_pilot_unit_is_chosen_from_above_and_never_registers(code, kind):
    story = Story(EDITIONS[code], kind)
    table = story.edition.tables[story.subject.workflow]
    own = f"{UNIT}/cell"

    opened, selected = ask(story, "select-pilot", d.Selection()).events
    assert (opened.TOPIC, selected.to_stage) == ("case-opened", "pilot_selected")
    story.world.give(story.stream, opened, selected, on="2024-12-20")
    evidence = d.Evidence(evidence=EVIDENCE, nodes=[], kind="document")
    story.act(c.EvidenceAttached, evidence, to="pilot_selected", on="2024-12-20")
    assert taken(story, "adopt-aggregate" if code != "kon-tum" else "submit-sheet",
                 d.Scoring(sheet=story.sheet) if code == "kon-tum" else d.Adoption(sheet=story.sheet))  # fmt: skip
    assert "register" not in {step.verb for step in table.definition.steps}
    assert "organ_not_competent" in refused(
        Story(EDITIONS[code], kind), "select-pilot", d.Selection(), organ=own, person=holder(own)
    )
