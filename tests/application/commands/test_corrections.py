"""A correction as people name it: the field by what it is called, the day as it is written here."""

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.intake.scenario import play
from application.questions import cases
from domain.refusal import RefusedError
from tests.application.systems import a_system
from tests.support import small_year
from words.sentences import sentence


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    lines = [*small_year.set_up(), *small_year.year()]
    assert all(
        told.as_expected for told in play(system, [small_year.write(tmp_path / "y.jsonl", lines)])
    )
    yield system
    system.close()


def correct(system, event, field, value):
    [case] = cases.cases(system)
    act = next(row for row in cases.history(system, case["case"]) if row["event"] == event)
    data = {"of_position": act["position"], "field": field, "value": value}
    request = Request(
        verb="correct", actor=act["signed_by"], reason="gõ nhầm", command_id=f"{event}{field}{value}",
        target=case["case"], data=data,
    )  # fmt: skip
    handle(system, request)
    return cases.history(system, case["case"])[-1]["changes"][0]


@pytest.mark.parametrize("field", ["effective_on", "on", "ngày", "Ngày hiệu lực", "date"])
@pytest.mark.parametrize("value", ["3/12/2024", "2024-12-03"])
def test_the_day_of_an_act_is_corrected_by_any_of_its_names(system, field, value):
    told = correct(system, "dossier-submitted", field, value)

    assert (told["field"], told["new"]) == ("dossier-submitted.effective_on", "2024-12-03")


def test_a_day_in_the_data_is_corrected_as_it_is_written_here(system):
    assert correct(system, "dossier-returned", "due_on", "11/12/2024")["new"] == "2024-12-11"


def test_a_field_that_the_act_has_not_is_told_with_those_it_has(system):
    with pytest.raises(RefusedError) as error:
        correct(system, "dossier-returned", "hạn nộp cũ", "11/12/2024")
    [told] = error.value.refusals

    assert (told.code, told.about) == ("correction_field_unknown", "field")
    assert "due_on" in sentence(told, "en") or "Due" in sentence(told, "en")


def test_a_day_that_is_none_is_told(system):
    with pytest.raises(RefusedError) as error:
        correct(system, "dossier-returned", "due_on", "31/11/2024")

    assert [(told.code, told.about) for told in error.value.refusals] == [
        ("day_impossible_at", "value")
    ]


def test_a_scenario_that_stops_ends_at_its_first_surprise(fresh_url, tmp_path):
    system = a_system(fresh_url())
    good, bad = {"person": "a", "name": "A"}, {"person": "a/", "name": "A"}
    line = {"do": "register-person", "by": "quan-tri", "reason": "r", "at": "2024-12-06T09:00"}
    lines = [{**line, "data": data} for data in (good, bad, {"person": "c", "name": "C"})]
    path = small_year.write(tmp_path / "s.jsonl", lines)

    assert [told.as_expected for told in play(system, [path], stop=True)] == [True, False]
    assert system.ledger.stream("person:c") == []
    assert [told.as_expected for told in play(system, [path])] == [True, False, True]
    system.close()
