"""Data at the door: days as people write them, however deep; what nobody types; the field a reason is about."""

from datetime import date

import msgspec
import pytest

from application.commands.request import Request, payload_of
from application.intake.scenario import read_line
from application.intake.scenario_fit import refuse_another_registrar
from domain.catalogue import VERBS
from domain.events.marks import marked
from domain.refusal import RefusedError, refusal
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence


def read(verb, data):
    request = Request(verb=verb, actor="a", reason="r", command_id="c", data=data)
    return payload_of(request, VERBS[verb])


def refused(verb, data):
    with pytest.raises(RefusedError) as error:
        read(verb, data)
    return error.value.refusals


MANDATE = {"mandate": "m", "organ": "CB/cell"}


@pytest.mark.parametrize("text", ["31/12/2025", "2025-12-31", "31/12/2025 "])
def test_a_day_is_read_as_people_write_it(text):
    assert read("give-mandate", {**MANDATE, "until": text}).until == date(2025, 12, 31)


def test_a_day_deep_in_the_data_is_read_too():
    documents = [{"document": "DOC-REPORT", "on": "5/1/2025"}]
    found = read("submit-dossier", {"documents": documents})

    assert found.documents[0].on == date(2025, 1, 5)
    assert read("declare-holidays", {"year": 2025, "days": ["1/5/2025"]}).days == [date(2025, 5, 1)]


def test_every_day_that_is_none_is_told_with_its_field():
    documents = [{"document": "DOC-REPORT", "on": "31/02/2024"}, {"document": "A", "on": "5/12"}]
    told = refused("submit-dossier", {"documents": documents, "zzz": 1})

    assert [(each.code, each.about) for each in told] == [
        ("field_unknown", "zzz"),
        ("day_impossible_at", "documents[0].on"),
        ("day_unreadable_at", "documents[1].on"),
    ]
    assert "lịch không có ngày “31/02/2024”" in sentence(told[1], "vi")
    assert "is not a date" in sentence(told[2], "en")


def test_a_year_out_of_bounds_is_a_slip():
    [told] = refused("give-mandate", {**MANDATE, "until": "31/12/0225"})

    assert "between 1900 and 2100" in sentence(told, "en")


def test_an_optional_day_that_is_left_empty_is_none():
    assert read("give-mandate", {**MANDATE, "until": ""}).until is None
    assert [each.code for each in refused("extend-deadline", {"deadline": "x", "due_on": ""})] == [
        "day_unreadable_at"
    ]


def test_a_scenario_line_gives_its_day_as_people_write_it(fresh_url, tmp_path):
    assert read_line('{"do": "x", "by": "y", "on": "05/12/2024"}').on == "05/12/2024"
    system = a_system(fresh_url())
    line = {"do": "register-person", "by": "quan-tri", "reason": "r", "at": "2024-12-06T09:00"}
    lines = [
        {**line, "on": "05/12/2024", "data": {"person": "a", "name": "A"}},
        {**line, "on": "31/11/2024", "data": {"person": "b", "name": "B"}},
    ]

    [told] = played(system, tmp_path / "days.jsonl", lines)
    assert "the calendar has no “31/11/2024”" in told
    assert system.ledger.stream("person:a")[0].effective_on == "2024-12-05"
    system.close()


FILLED = [
    (verb, name)
    for verb in VERBS
    for name in sorted(marked(VERBS[verb].payload, "filled_in", "always"))
]
VALUES = {
    "outcome": {"passes": True}, "mean": {"I.1": 3}, "figures": {"decided": 1}, "position": 7, "passed": True,
    "relied_on": [{"stream": "case:x", "version": 1, "use": "u"}], "answer_by": "31/12/2025", "roll_known": 9,
    "related": ["a"], "to": ["A/cell"], "lost_on": ["I.1"],
}  # fmt: skip
LEAST = {
    "sheet": {"marks": []}, "proposal": "PASS", "level": "PASS", "number": "1", "meeting": "m", "criteria": "c",
    "rating": "GOOD", "subject": "unit:A", "final": True, "reward": "r", "cases": [], "votes_for": 1, "votes_cast": 1,
    "petition": "p", "subject_matter": "s", "roll": 1, "present": 1, "issued": 1, "returned": 1, "valid": 1,
    "invalid": 0, "votes_against": 0, "report": "r",
}  # fmt: skip


@pytest.mark.parametrize(("verb", "name"), FILLED)
def test_what_the_decision_fills_in_is_refused_when_it_is_typed(verb, name):
    fields = msgspec.structs.fields(VERBS[verb].payload)
    data = {each.name: LEAST[each.name] for each in fields if each.required}
    if data.get("level") == "PASS" and verb == "import-classification":
        data["level"] = "WELL"
    assert read(verb, data)

    [told] = refused(verb, {**data, name: VALUES.get(name, "x")})
    assert (told.code, told.about) == ("field_filled_in", name)


def test_nothing_typed_there_is_no_reason():
    assert read("claim-level", {"level": "PASS"})
    assert read("submit-sheet", {"sheet": {"marks": []}, "outcome": None}).outcome is None


def test_a_reason_names_the_field_or_the_node_it_is_about():
    [missing] = refused("give-mandate", {"organ": "CB/cell"})
    [misfit] = refused("adopt-aggregate", {"sheet": {"marks": [{"node": "I.1", "points": "x"}]}})

    assert (missing.about, misfit.about) == ("mandate", "sheet.marks[0].points")
    assert refusal("points_above", node="III.3", points=9, maximum=5).about == (
        "sheet.marks.III.3.points"
    )
    assert refusal("number_missing").about == "number"
    assert refusal("not_standing").about == ""


def test_a_scenario_of_another_opener_is_told_before_its_first_line(fresh_url, tmp_path):

    system = a_system(fresh_url())
    ours = small_year.write(tmp_path / "ours.jsonl", small_year.set_up())
    theirs = [{**line, "by": "nguoi-khac"} for line in small_year.set_up()]
    other = small_year.write(tmp_path / "theirs.jsonl", theirs)

    refuse_another_registrar(system, [ours])
    with pytest.raises(RefusedError) as error:
        refuse_another_registrar(system, [other])
    [told] = error.value.refusals
    assert "nguoi-khac" in sentence(told, "vi")
    assert "quan-tri" in sentence(told, "vi")
    system.close()
