"""What is refused before anything is decided: scenarios, files, names, targets; the value on either side of each."""

from datetime import timedelta
from pathlib import Path

import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.request import Request
from application.commands.typed_names import typed_person, typed_unit
from application.intake.programme_publishing import programme_data
from application.intake.scenario import play
from application.intake.scenario_fit import refuse_another_registrar, refuse_unfit
from application.intake.tables.bounds import MOST_BYTES, refuse_large_file
from application.questions.named_case import case_named
from application.running.world import newest_world
from domain.refusal import RefusedError
from tests.application.systems import OPENED_AT, a_system, played
from tests.support import small_year
from tests.support.world import PROGRAMMES
from words.sentences import sentence


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "up.jsonl", small_year.set_up(), namesakes()) == []
    yield system
    system.close()


def namesakes():
    own = {"by": "quan-tri", "reason": "r", "at": "2024-02-01T09:00", "do": "register-unit"}
    for code in ("CB-8", "CB-9"):
        data = {"code": code, "name": "Chi bộ Đội", "kind": "SUBORDINATE_CELL", "parent": "DB"}
        yield {**own, "data": data}


def refused(action, *given, **named):
    with pytest.raises(RefusedError) as error:
        action(*given, **named)
    assert all("{" not in sentence(each, "vi") for each in error.value.refusals)
    return [each.code for each in error.value.refusals]


def a_scenario(tmp_path, at, by="quan-tri"):
    line = {"do": "register-person", "by": by, "reason": "r", "data": {"person": "a", "name": "A"}}
    return small_year.write(tmp_path / "s.jsonl", [{**line, **({"at": at} if at else {})}])


def test_a_scenario_does_not_begin_before_its_log(system, tmp_path):
    before = (OPENED_AT - timedelta(minutes=1)).isoformat()
    assert refused(refuse_unfit, system, [a_scenario(tmp_path, before)]) == [
        "scenario_before_opening"
    ]
    refuse_unfit(system, [a_scenario(tmp_path, OPENED_AT.isoformat())])


def test_times_belong_to_a_rehearsal(fresh_url, tmp_path):
    real = initialise(fresh_url(), by="quan-tri")
    assert refused(refuse_unfit, real, [a_scenario(tmp_path, OPENED_AT.isoformat())]) == [
        "times_in_real_log"
    ]
    refuse_unfit(real, [a_scenario(tmp_path, "")])
    real.close()


def test_a_scenario_is_one_of_the_registrar_of_this_log(system, tmp_path):
    another = a_scenario(tmp_path, "2024-02-02T09:00", by="nguoi-khac")
    assert refused(refuse_another_registrar, system, [another]) == ["scenario_of_another_registrar"]
    refuse_another_registrar(system, [a_scenario(tmp_path, "2024-02-02T09:00")])


def test_a_line_that_should_have_been_refused_is_told(system, tmp_path):
    line = {
        "do": "register-person", "by": "quan-tri", "reason": "r", "at": "2024-02-02T09:00",
        "data": {"person": "b", "name": "B"}, "expect": "refused",
    }  # fmt: skip
    twice = {**line, "at": "2024-02-02T09:01"}
    first, second = play(system, [small_year.write(tmp_path / "s.jsonl", [line, twice])])

    assert ([each.code for each in first.refusals], first.as_expected) == (
        ["line_not_refused"], False,
    )  # fmt: skip
    assert second.as_expected


def test_a_programme_file_is_there_and_has_no_fault(tmp_path):
    sound = (PROGRAMMES / "kon-tum.yaml").read_text(encoding="utf-8")
    (tmp_path / "sound.yaml").write_text(sound, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(
        sound.replace("rule: total", "rule: sum"), encoding="utf-8"
    )

    assert refused(programme_data, "khong-co.yaml", tmp_path) == ["programme_file_missing"]
    assert refused(programme_data, "faulty.yaml", tmp_path) == ["programme_faulty"]
    assert programme_data("sound.yaml", tmp_path)["code"] == "kon-tum"


def test_a_table_has_a_largest_size(tmp_path):
    path = Path(tmp_path / "t.csv")
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refused(refuse_large_file, path) == ["table_too_large"]
    with path.open("wb") as file:
        file.truncate(MOST_BYTES)
    refuse_large_file(path)


def test_a_name_of_several_units_is_not_guessed(system):
    world = newest_world(system)
    assert refused(typed_unit, "Chi bộ Đội", world) == ["unit_unclear"]
    assert typed_unit("Chi bộ Đội (CB-9)", world) == "CB-9"


def test_who_is_nobody_is_told_with_the_nearest(system):
    world = newest_world(system)
    assert refused(typed_person, "Người mẫu CB-cell_comittee", world) == ["person_unknown_nearest"]
    assert typed_person("Người mẫu CB-cell_committee", world) == "CB-cell_committee"
    assert refused(case_named, system, "Don vi CV", "2024") == ["nobody_named_nearest"]


def test_a_command_says_what_it_is_about(system):
    asked = Request(
        verb="rename-unit", actor="quan-tri", reason="r", command_id="c-1", data={"name": "Tên mới"},
        at=OPENED_AT + timedelta(days=90),
    )  # fmt: skip
    assert refused(handle, system, asked) == ["target_missing"]
