"""A case is found by what people call it, and never guessed."""

from __future__ import annotations

import pytest

from application.questions import cases as queries
from application.questions.named_case import case_named, target_named
from application.questions.names import LogNames
from domain.refusal import RefusedError
from tests.application.systems import a_sample, a_system, played
from tests.support import small_year
from words.sentences import sentence

OTHER = {**small_year.SUBJECT, "period": "2025"}


def another_year():
    """The same unit in a second round, where any cell may open a case."""
    opening = next(line for line in small_year.set_up() if line["do"] == "open-round")
    chosen = next(line for line in small_year.year() if line["do"] == "select-pilot")
    data = {**opening["data"], "period": "2025", "closing_on": "2025-12-31"}
    cell = {"by": "CB-cell_committee", "data": {}}
    yield {**opening, "at": "2025-01-02T09:00", "data": data}
    yield {**chosen, **OTHER, **cell, "do": "open-case", "at": "2025-01-10T09:00"}


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    lines = [small_year.set_up(), small_year.year(), another_year()]
    assert played(system, tmp_path / "years.jsonl", *lines) == []
    yield system
    system.close()


def by_period(system):
    return {case["period"]: case["case"] for case in queries.cases(system)}


def refused(system, *words):
    with pytest.raises(RefusedError) as error:
        case_named(system, *words)
    [reason] = error.value.refusals
    return reason.code, str(reason.values.get("cases", ""))


@pytest.mark.parametrize("name", ["CB", "Đơn vị CB", "don vi cb", "unit:CB"])
def test_a_case_is_found_by_the_code_or_the_name_of_its_unit_and_the_period(system, name):
    assert case_named(system, name, "2024") == by_period(system)["2024"]
    assert case_named(system, name, "2025", "kon-tum") == by_period(system)["2025"]


def test_an_id_is_taken_as_it_is(system):
    own = by_period(system)["2024"]

    assert case_named(system, own) == case_named(system, f"case:{own}", "1999") == own


def test_words_that_fit_two_cases_are_refused_with_both_as_they_can_be_typed(system):
    code, told = refused(system, "CB")

    assert code == "case_unclear"
    assert "CB 2024 --programme kon-tum" in told
    assert "CB 2025 --programme kon-tum" in told


def test_another_period_or_programme_is_refused_with_the_cases_there_are(system):
    assert refused(system, "CB", "2023")[0] == "case_of_another_period"
    assert "CB 2025" in refused(system, "CB", "2023", "kon-tum")[1]
    assert refused(system, "CB", "2024", "cam-giang")[0] == "programme_unknown_nearest"


def test_a_name_without_a_case_is_refused(system):
    assert refused(system, "DB", "2024")[0] == "no_case_named"
    with pytest.raises(RefusedError) as error:
        case_named(system, "DB", "2026", "kon-tum")
    told = sentence(error.value.refusals[0], "vi")
    assert "open-case DB 2026 --programme kon-tum" in told


def test_a_code_is_found_however_it_is_written(system):
    assert case_named(system, "cb", "2024") == by_period(system)["2024"]


def test_a_name_that_nobody_has_is_refused_with_the_nearest(system):
    with pytest.raises(RefusedError) as error:
        case_named(system, "Don vi CV", "2024")
    assert "Đơn vị CB (CB)" in sentence(error.value.refusals[0], "vi", LogNames(system))
    assert refused(system, "hoàn toàn khác", "2024")[0] == "nobody_named"


def test_a_command_finds_the_case_and_else_the_subject_of_the_one_to_open(system):
    assert target_named(system, "explain", "CB", "2024") == (by_period(system)["2024"], "")
    assert target_named(system, "select-pilot", "CB", "2026", "kon-tum") == ("", "unit:CB")
    assert target_named(system, "rename-unit", "CB") == ("CB", "")
    with pytest.raises(RefusedError):
        target_named(system, "select-pilot", "CB", "2026")


def test_the_case_of_a_unit_comes_before_those_of_its_members(tmp_path):
    system = a_sample(f"sqlite:///{tmp_path}/log.sqlite", "cam-giang")
    members = [case for case in queries.cases(system) if case["unit"] == "CG-TH"]
    assert len(members) > 1

    own = case_named(system, "CG-TH", "2024", "cam-giang")

    [found] = [case for case in members if case["case"] == own]
    assert found["subject"] == "unit:CG-TH"
    system.close()


def test_a_unit_without_a_case_is_told_how_one_is_opened(system):
    with pytest.raises(RefusedError) as error:
        case_named(system, "DB", "2024")

    assert "--programme kon-tum" in sentence(error.value.refusals[0], "vi")
