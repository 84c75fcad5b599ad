"""A unit or a person by code or by name; who is nobody is told with the nearest, who may be several with each."""

from __future__ import annotations

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.commands.trial import trial
from application.commands.typed_names import typed_person, typed_subject, typed_unit
from application.questions.names import LogNames
from application.running.world import newest_world
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence

PERSONS = {
    "ha-1": "Nguyễn Văn Hà", "ha-2": "Nguyễn Văn Hạ", "lan": "Bùi Thị Lan", "lan-2": "Bùi Thị Lan",
    "duc": "Trần Minh Đức",
}  # fmt: skip


def more():
    line = {"by": "quan-tri", "reason": "r", "at": "2024-02-01T09:00"}
    for code, name in PERSONS.items():
        yield {**line, "do": "register-person", "data": {"person": code, "name": name}}
    yield {
        **line, "do": "register-unit",
        "data": {"code": "CB-9", "name": "Chi bộ Đội 9", "kind": "SUBORDINATE_CELL", "parent": "DB"},
    }  # fmt: skip


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "up.jsonl", small_year.set_up(), more()) == []
    yield system
    system.close()


def refused(system, read, *words):
    with pytest.raises(RefusedError) as error:
        read(*words)
    reasons = error.value.refusals
    return [(each.code, each.about) for each in reasons], [
        sentence(each, language, LogNames(system)) for each in reasons for language in ("vi", "en")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ""), ("duc", "duc"), ("DUC", "duc"), ("Trần Minh Đức", "duc"), ("tran minh duc", "duc"),
        ("  Trần  Minh Đức ", "duc"), ("Nguyễn Văn Hà", "ha-1"), ("nguyễn văn hạ", "ha-2"),
        ("Bùi Thị Lan (lan-2)", "lan-2"),
    ],
)  # fmt: skip
def test_a_person_is_named_by_id_or_by_a_name_that_is_theirs_alone(system, text, code):
    assert typed_person(text, newest_world(system)) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("CB-9", "CB-9"), ("cb-9", "CB-9"), ("Chi bộ Đội 9", "CB-9"), ("chi bo doi 9", "CB-9")],
)
def test_a_unit_is_named_by_code_or_name(system, text, code):
    assert typed_unit(text, newest_world(system)) == code
    assert typed_subject(f"unit:{text}", newest_world(system)) == f"unit:{code}"


@pytest.mark.parametrize("text", ["Bùi Thị Lan", "bui thi lan"])
def test_a_name_of_two_is_told_with_both_codes(system, text):
    codes, told = refused(system, typed_person, text, newest_world(system), "actor")

    assert codes == [("person_unclear", "actor")]
    assert all("(lan)" in each and "(lan-2)" in each for each in told)


def test_a_name_without_tone_marks_of_two_who_differ_by_them_is_not_guessed(system):
    assert refused(system, typed_person, "nguyen van ha", newest_world(system))[0] == [
        ("person_unclear", "")
    ]


@pytest.mark.parametrize("text", ["tran minh ducc", "Minh Đức", "duk"])
def test_who_is_nobody_is_told_with_the_nearest_and_where_to_look(system, text):
    codes, told = refused(system, typed_person, text, newest_world(system), "signed_by")

    assert codes[0][0].startswith("person_unknown")
    assert all("bontot search" in each and "persons list" in each for each in told)
    if text != "duk":
        assert all("Trần Minh Đức (duc)" in each for each in told)


def test_who_is_like_nobody_is_told_where_to_look(system):
    codes, told = refused(system, typed_unit, "zzzz", newest_world(system))

    assert codes == [("unit_unknown", "")]
    assert all("bontot units list" in each for each in told)


def request(**more):
    own = {
        "verb": "rename-unit",
        "actor": "quan-tri",
        "reason": "r",
        "command_id": "c-1",
        "target": "CB-9",
    }
    return Request(**{**own, "data": {"name": "Chi bộ 9"}, **more})


def test_everybody_and_everything_unknown_is_told_at_once_with_what_does_not_fit(system):
    wrong = request(actor="ai-do", signed_by="ai-kia", target="XX", data={"nam": "x"})
    codes, _ = refused(system, handle, system, wrong)

    assert codes == [
        ("person_unknown", "actor"), ("person_unknown", "signed_by"), ("unit_unknown", "target"),
        ("field_unknown", "nam"), ("payload_unreadable", "name"),
    ]  # fmt: skip
    assert [each.code for each in trial(system, wrong).refusals] == [code for code, _ in codes]


def test_who_is_nobody_is_not_said_to_have_no_right(system):
    codes, _ = refused(system, handle, system, request(actor="khong-ai-ca"))

    assert [code for code, _ in codes] == ["person_unknown"]


def test_names_do_as_codes_do(system):
    done = handle(system, request(actor="QUAN-TRI", target="chi bộ đội 9"))
    row = system.ledger.stream("unit:CB-9")[-1]

    assert done.stream == "unit:CB-9"
    assert (row.actor, row.signed_by) == ("quan-tri", "quan-tri")


def test_a_refusal_is_counted_by_the_code_of_who_is_named(system):
    refused(system, handle, system, request(actor="Trần Minh Đức"))

    assert [row.actor for row in system.ledger.refusals()] == ["duc"]


def test_a_command_that_registers_names_what_there_is_not_yet(system):
    data = {"person": "moi", "name": "Người mới"}
    handle(system, request(verb="register-person", target="", data=data))

    assert typed_person("Người mới", newest_world(system)) == "moi"
