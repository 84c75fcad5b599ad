"""Persons: rolls, mandates, delegations, and what may not be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.authority.acting import acting_authority
from domain.events import person as p
from domain.refusal import RefusedError
from tests.domain.organisation.asking import TODAY, a_person, an_organisation, do, refused

PAPER = {"document": "DOC-X", "number": "1-GUQ"}
DELEGATION = {
    "delegation": "u1", "delegator": "an", "mandate": "an-1", "organ": "C/standing_committee",
    "until": "2024-12-31", "evidence": PAPER,
}  # fmt: skip
AN = {"by": "an", "organ": "C/standing_committee"}


def test_a_person_is_on_a_roll_from_a_day_to_a_day():
    world = an_organisation()
    do(world, "start-membership", "person:an", {"unit": "X"}, on=date(2024, 1, 1))
    do(world, "end-membership", "person:an", {"unit": "X"}, on=date(2024, 3, 31))
    person = world.person("an")

    assert [person.unit_on(date(2023, 12, 31)), person.unit_on(date(2024, 3, 31))] == ["", "X"]
    assert person.unit_on(date(2024, 4, 1)) == ""


def test_an_exempt_member_is_exempt_from_the_day_on():
    world = an_organisation()
    do(world, "start-membership", "person:an", {"unit": "X"}, on=date(2024, 1, 1))
    do(world, "record-exemption", "person:an", {"until": "2024-05-31"}, on=date(2024, 3, 1))
    person = world.person("an")

    days = (date(2024, 2, 29), date(2024, 3, 1), date(2024, 5, 31), date(2024, 6, 1))
    assert [person.is_exempt_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("verb", "person", "data", "code"),
    [
        ("register-person", "an", {"person": "an", "name": "n"}, "person_twice"),
        ("register-person", "new", {"person": "new", "name": " "}, "statement_missing"),
        ("register-person", "b/c", {"person": "b/c", "name": "n"}, "person_id_unusable"),
        ("start-membership", "?", {"unit": "X"}, "person_unknown"),
        ("start-membership", "an", {"unit": "?"}, "unit_unknown"),
        ("end-membership", "an", {"unit": "X"}, "not_on_roll"),
        ("record-exemption", "an", {}, "not_on_roll"),
        ("record-exemption", "an", {"until": "2020-01-01"}, "ends_before_it_begins"),
        ("give-mandate", "an", {"mandate": "an-1", "organ": "C/cell"}, "mandate_twice"),
        ("give-mandate", "an", {"mandate": "m", "organ": "C/?"}, "organ_not_there"),
        ("give-mandate", "an", {"mandate": "m", "organ": "C/cell", "power": "set_up"}, "power_does_not_fit"),
        ("give-mandate", "an", {"mandate": "m", "organ": "C/cell", "until": "2020-01-01"}, "ends_before_it_begins"),
        ("end-mandate", "an", {"mandate": "?"}, "mandate_not_there"),
    ],
)  # fmt: skip
def test_what_may_not_be_done_with_a_person(verb, person, data, code):
    assert refused(an_organisation(), verb, f"person:{person}", data) == {code}


def test_nobody_is_on_two_rolls_at_once():
    world = an_organisation()
    do(world, "start-membership", "person:an", {"unit": "X"})

    assert refused(world, "start-membership", "person:an", {"unit": "C"}) == {"on_a_roll"}


def test_only_the_registrar_gives_mandates():
    found = refused(
        an_organisation(), "give-mandate", "person:an", {"mandate": "m", "organ": "C/cell"}, by="an"
    )

    assert found == {"no_mandate", "no_recording_mandate"}


def test_a_mandate_lent_lets_another_act_for_the_listed_commands():
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    do(world, "delegate", "person:binh", {**DELEGATION, "scope": ["decide"]}, **AN)

    def may(verb, on):
        return acting_authority("binh", "C/standing_committee", on, verb, world)

    assert may("decide", TODAY) == "person:binh@3"
    assert may("appraise", TODAY) is None
    assert may("decide", date(2025, 1, 1)) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"delegator": "quan-tri", "mandate": "quan-tri-1"}, "nothing_to_delegate"),
        ({"until": "2024-01-01"}, "ends_before_it_begins"),
        ({"evidence": {"document": "DOC-X"}}, "delegation_without_evidence"),
    ],
)
def test_what_may_not_be_delegated(changes, code):
    world = an_organisation()
    a_person(world, "binh", "X/cell")

    assert code in refused(world, "delegate", "person:binh", {**DELEGATION, **changes}, **AN)


def test_a_delegation_has_an_id_of_its_own():
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    do(world, "delegate", "person:binh", DELEGATION, **AN)

    again = refused(world, "delegate", "person:binh", DELEGATION, **AN)
    assert again == {"delegation_twice"}
    other = {**DELEGATION, "delegation": "u2"}
    do(world, "delegate", "person:binh", other, **AN)


def test_nobody_delegates_to_himself_nor_for_another():
    world = an_organisation()
    a_person(world, "binh", "X/cell")

    assert refused(world, "delegate", "person:an", DELEGATION, **AN) == {"delegates_to_himself"}
    assert "delegation_by_another" in refused(
        world, "delegate", "person:binh", DELEGATION, by="quan-tri", organ="C/standing_committee"
    )


def test_a_delegation_does_not_chain():
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    a_person(world, "chi", "X/standing_committee")
    do(world, "delegate", "person:binh", DELEGATION, **AN)
    onward = {**DELEGATION, "delegation": "u2", "delegator": "binh", "mandate": "u1"}

    found = refused(
        world, "delegate", "person:chi", onward, by="binh", organ="C/standing_committee"
    )

    assert found == {"nothing_to_delegate"}


def test_a_delegation_ends():
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    do(world, "delegate", "person:binh", DELEGATION, **AN)
    assert refused(world, "end-delegation", "person:binh", {"delegation": "?"}, **AN)
    do(world, "end-delegation", "person:binh", {"delegation": "u1"}, by="binh", organ="X/cell")

    assert (
        acting_authority("binh", "C/standing_committee", date(2024, 6, 2), "decide", world) is None
    )


@given(
    st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.dates(date(2024, 1, 1), date(2025, 12, 31))
)
def test_a_delegation_never_outlives_its_mandate(until, ended):
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    try:
        do(world, "delegate", "person:binh", {**DELEGATION, "until": until.isoformat()}, **AN)
    except RefusedError:
        return
    world.give("person:an", p.MandateEnded(mandate="an-1"), on=ended)

    day = date(2026, 1, 1)
    assert acting_authority("binh", "C/standing_committee", day, "decide", world) is None
    assert (
        acting_authority(
            "binh", "C/standing_committee", max(ended, TODAY).replace(year=2027), "decide", world
        )
        is None
    )


def stays(world, *days):
    return [world.person("an").unit_on(day) for day in days]


def test_the_end_of_one_of_two_stays_in_a_unit_leaves_the_other():
    world = an_organisation()
    do(world, "start-membership", "person:an", {"unit": "X"}, on=date(2023, 6, 1))
    do(world, "start-membership", "person:an", {"unit": "X"}, on=date(2022, 1, 1))
    do(world, "end-membership", "person:an", {"unit": "X"}, on=date(2022, 12, 31))

    assert stays(world, date(2022, 12, 31), date(2023, 1, 1)) == ["X", ""]
    assert stays(world, date(2023, 5, 31), date(2023, 6, 1), TODAY) == ["", "X", "X"]


def test_an_end_entered_later_before_one_that_is_known_counts():
    world = an_organisation()
    do(world, "start-membership", "person:an", {"unit": "X"}, on=date(2023, 1, 1))
    do(world, "end-membership", "person:an", {"unit": "X"}, on=date(2023, 12, 31))
    do(world, "end-membership", "person:an", {"unit": "X"}, on=date(2023, 6, 30))

    assert stays(world, date(2023, 6, 30), date(2023, 7, 1)) == ["X", ""]


def test_a_delegation_that_is_over_does_not_end_once_more():
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    do(world, "delegate", "person:binh", DELEGATION, **AN)
    end = {"delegation": "u1"}

    assert "delegation_not_there" in refused(
        world, "end-delegation", "person:binh", end, on=date(2024, 5, 31), **AN
    )
    do(world, "end-delegation", "person:binh", end, **AN)
