"""Authority by date: roles, heirs, who enters for whom."""

from datetime import date

import pytest
from msgspec import convert

from domain.authority.acting import acting_authority, organs_held, recording_authority
from domain.authority.resolve import resolve
from domain.authority.successor import successor_organ
from domain.events.base import Document
from domain.events.person import DelegationGiven, MandateGiven, PersonRegistered
from domain.programme.roles import Role
from domain.streams import person_stream
from tests.domain.organisation.asking import TODAY, a_person, an_organisation, do


def a_role(*rules):
    return convert({"vi": "v", "en": "e", "rules": list(rules)}, Role, strict=False)


def of(of, organ="standing_committee", **rule):
    return a_role({"organs": [{"organ": organ, "of": of}], **rule})


@pytest.mark.parametrize(
    ("selector", "organs"),
    [
        ("self", ["X/standing_committee"]),
        ("superior", ["C/standing_committee"]),
        ("superior:2", ["P/standing_committee"]),
        ("superior:3", []),
        ("nearest:PROVINCIAL_COMMITTEE|BLOC_COMMITTEE", ["P/standing_committee"]),
        ("nearest:BLOC_COMMITTEE", []),
        ("unit:P", ["P/standing_committee"]),
    ],
)
def test_a_role_is_found_from_the_subject(selector, organs):
    assert resolve(of(selector), "cell", "X", "", TODAY, an_organisation()) == organs


def test_the_first_organ_that_exists_holds_the_role():
    role = a_role({"organs": [{"organ": "cell_committee"}, {"organ": "cell"}]})
    world = an_organisation()
    assert resolve(role, "cell", "X", "", TODAY, world) == ["X/cell"]
    do(world, "establish-organ", "unit:X", {"organ": "cell_committee"}, on=date(2024, 5, 1))

    assert resolve(role, "cell", "X", "", date(2024, 4, 30), world) == ["X/cell"]
    assert resolve(role, "cell", "X", "", TODAY, world) == ["X/cell_committee"]


def test_under_any_each_organ_holds_it():
    role = a_role({"organs": [{"organ": "cell"}, {"organ": "standing_committee"}], "pick": "any"})

    assert resolve(role, "cell", "X", "", TODAY, an_organisation()) == [
        "X/cell",
        "X/standing_committee",
    ]


def test_rules_hold_from_a_day_to_a_day_and_for_their_subjects():
    role = a_role(
        {"organs": [{"organ": "cell"}], "until": "2024-03-31", "subjects": ["cell"]},
        {"organs": [{"organ": "standing_committee"}], "from": "2024-04-01"},
    )
    world = an_organisation()

    assert resolve(role, "cell", "X", "", date(2024, 3, 31), world) == ["X/cell"]
    assert resolve(role, "cell", "X", "", date(2024, 4, 1), world) == ["X/standing_committee"]
    assert resolve(role, "other", "X", "", date(2024, 3, 31), world) == []


def test_a_member_acts_for_himself():
    role = of("person", organ="member")

    assert resolve(role, "member", "X", "an", TODAY, an_organisation()) == ["member:an/member"]
    assert resolve(role, "cell", "X", "", TODAY, an_organisation()) == []


def test_a_body_that_was_abolished_has_an_heir():
    world = an_organisation()
    do(world, "register-unit", "unit:D", {
        "code": "D", "name": "D", "kind": "COMMUNE_COMMITTEE", "parent": "P",
        "organs": ["party_committee"]}, on=date(2023, 1, 1))  # fmt: skip
    do(world, "dissolve-unit", "unit:C", {"successor": "D"}, on=date(2024, 3, 1))

    assert (
        successor_organ("C/standing_committee", date(2024, 2, 29), world) == "C/standing_committee"
    )
    assert successor_organ("C/standing_committee", date(2024, 3, 1), world) == "D/party_committee"
    assert resolve(of("superior", "party_committee"), "cell", "X", "", TODAY, world) == [
        "D/party_committee"
    ]


def test_a_recording_mandate_above_lets_one_enter_for_those_below():
    world = an_organisation()
    a_person(world, "clerk", "C/standing_committee", power="record")

    assert recording_authority("clerk", "X/cell", TODAY, "decide", world) == "person:clerk@2"
    assert recording_authority("clerk", "P/standing_committee", TODAY, "decide", world) is None
    assert recording_authority("an", "X/cell", TODAY, "decide", world) is None


def test_the_registrar_sets_up_what_was_there_before_the_log():
    world = an_organisation()
    a_person(world, "moi", "log/registrar", power="set_up", since="2024-06-01")
    old = {"code": "Y", "name": "Y", "kind": "BASE_CELL"}

    do(world, "register-unit", "unit:Y", old, by="moi", organ="log/registrar", on=date(2010, 1, 1))

    assert world.unit("Y").exists_on(date(2010, 1, 1))


def test_the_organs_a_person_holds_are_those_they_may_sign_for():
    world = an_organisation()
    for person in ("chu", "khach"):
        world.give(person_stream(person), PersonRegistered(person=person, name="n"))
    for mandate, organ, power in (
        ("m1", "X/cell", "act"),
        ("m2", "C/cell", "act"),
        ("m3", "P/cell", "record"),
    ):
        given = MandateGiven(mandate=mandate, organ=organ, power=power)
        world.give(person_stream("chu"), given)
    for name, mandate, organ, scope in (
        ("d1", "m1", "X/cell", ["appraise"]),
        ("d2", "m1", "X/cell", ["comment"]),
        ("d3", "m2", "C/cell", []),
        ("d4", "m3", "P/cell", []),
    ):
        lent = DelegationGiven(
            delegation=name, delegator="chu", mandate=mandate, organ=organ, scope=scope,
            until=TODAY, evidence=Document(document="DOC-X", number="1"),
        )  # fmt: skip
        world.give(person_stream("khach"), lent)

    for person, organs in (("chu", {"X/cell", "C/cell"}), ("khach", {"X/cell", "C/cell"})):
        held = organs_held(person, TODAY, world)
        assert set(held) == {*organs, f"member:{person}/member"}
        for organ in ("X/cell", "C/cell", "P/cell", f"member:{person}/member"):
            for verb in ("appraise", "comment", "decide"):
                may_sign = acting_authority(person, organ, TODAY, verb, world) is not None
                verbs = held.get(organ, frozenset())
                assert may_sign == (verbs is None or verb in verbs), (person, organ, verb)
    assert organs_held("khach", TODAY, world)["X/cell"] == {"appraise", "comment"}
