"""Who may act on a round, seen from the body whose guideline it is; and to whom the guideline applies."""

import dataclasses
from datetime import date

import pytest
from msgspec import convert
from msgspec.structs import replace

from domain.authority.bounds import body_on, bounds_refusals, within_bounds
from domain.authority.resolve import resolve_on_round
from domain.authority.rounds import basis_on_round, organs_of_round
from domain.events.base import Document
from domain.events.person import DelegationGiven
from domain.events.unit import UnitMerged, UnitRegistered
from domain.programme.roles import Role
from domain.programme.taking_part import Bound
from domain.streams import person_stream, unit_stream
from tests.domain.organisation.asking import TODAY, a_person, an_organisation
from tests.support.placed import placed
from tests.support.world import PROGRAMMES, edition_at

KON_TUM = edition_at(placed("kon-tum.yaml", ("KT-DUK", "C"), ("KT-KHTH", "X")))
UNPLACED = edition_at(PROGRAMMES / "kon-tum.yaml")
POWER = edition_at(placed("power-tkv.yaml", ("PW-TCT", "C"), ("PW-TKV", "P")))
PILOTS = {"units": ["X"]}


def a_role(*selectors, **rule):
    organs = [{"organ": organ, "of": of} for organ, of in selectors]
    return convert(
        {"vi": "v", "en": "e", "rules": [{"organs": organs, **rule}]}, Role, strict=False
    )


def a_world(edition=KON_TUM):
    world = an_organisation(edition)
    for code, parent in (("Y", "C"), ("Z", "P")):
        kind = "BASE_COMMITTEE" if code == "Z" else "SUBORDINATE_CELL"
        organs = ["standing_committee", "organisation_board", "cell"]
        event = UnitRegistered(code=code, name=code, kind=kind, parent=parent, organs=organs)
        world.give(unit_stream(code), event)
    return world


@pytest.mark.parametrize(
    ("selectors", "organs"),
    [
        ([("standing_committee", "unit:C")], ["C/standing_committee"]),
        ([("standing_committee", "nearest:BASE_COMMITTEE")], ["C/standing_committee"]),
        ([("standing_committee", "nearest:PROVINCIAL_COMMITTEE")], ["P/standing_committee"]),
        ([("standing_committee", "nearest:BLOC_COMMITTEE|PROVINCIAL_COMMITTEE")], ["P/standing_committee"]),
        ([("standing_committee", "nearest:BLOC_COMMITTEE")], []),
        ([("organisation_board", "unit:C")], []),
        ([("standing_committee", "unit:NOWHERE")], []),
        ([("standing_committee", "self")], []),
        ([("standing_committee", "superior")], []),
        (
            [("standing_committee", "unit:C"), ("standing_committee", "nearest:BASE_COMMITTEE")],
            ["C/standing_committee"],
        ),
        (
            [("standing_committee", "unit:P"), ("standing_committee", "unit:C")],
            ["P/standing_committee", "C/standing_committee"],
        ),
    ],
)  # fmt: skip
def test_a_role_on_a_round_is_found_from_the_body_and_from_units_that_are_named(selectors, organs):
    assert resolve_on_round(a_role(*selectors), "C", TODAY, an_organisation()) == organs


def test_every_rule_of_the_day_counts_and_no_other():
    role = a_role(("standing_committee", "unit:C"), **{"from": "2024-06-01", "until": "2024-06-30"})
    world = an_organisation()

    for day, organs in (
        (date(2024, 5, 31), []),
        (date(2024, 6, 1), ["C/standing_committee"]),
        (date(2024, 6, 30), ["C/standing_committee"]),
        (date(2024, 7, 1), []),
    ):
        assert resolve_on_round(role, "C", day, world) == organs


def test_the_body_is_its_heir_once_it_was_merged():
    world = a_world()
    assert body_on(KON_TUM.programme, TODAY, world) == "C"
    world.give(unit_stream("C"), UnitMerged(into="Z"), on="2024-05-01")

    assert body_on(KON_TUM.programme, date(2024, 4, 30), world) == "C"
    assert body_on(KON_TUM.programme, date(2024, 5, 1), world) == "Z"


def test_a_programme_without_a_body_or_with_one_that_nobody_knows_has_none():
    bodiless = replace(KON_TUM.programme, body=None)

    assert body_on(bodiless, TODAY, an_organisation()) == ""
    assert body_on(UNPLACED.programme, TODAY, an_organisation()) == ""


@pytest.mark.parametrize(
    ("bounds", "within"),
    [
        ([], {"C", "X", "Y"}),
        ([("C", False)], {"C", "X", "Y"}),
        ([("C", True)], {"X", "Y"}),
        ([("P", True)], {"C", "Z"}),
        ([("X", False), ("Z", False)], {"X", "Z"}),
    ],
)
def test_a_guideline_applies_to_the_units_below_its_body_or_below_its_bounds(bounds, within):
    body = replace(
        KON_TUM.programme.body,
        bounds=[Bound(unit=unit, directly=directly) for unit, directly in bounds],
    )
    programme, world = replace(KON_TUM.programme, body=body), a_world()
    found = {unit for unit in "PCXYZ" if within_bounds(programme, unit, TODAY, world)}

    assert found == within
    for unit in "PCXYZ":
        refused = bounds_refusals(programme, unit, TODAY, world)
        assert [each.code for each in refused] == ([] if unit in within else ["unit_out_of_bounds"])


def test_a_unit_outside_is_told_the_programme_the_bounds_that_there_are_and_the_day():
    body = replace(KON_TUM.programme.body, bounds=[Bound(unit="C"), Bound(unit="NOWHERE")])
    programme = replace(KON_TUM.programme, body=body)
    [reason] = bounds_refusals(programme, "Z", TODAY, a_world())

    told = reason.values
    assert {name: (said.kind, str(said.value)) for name, said in told.items() if name != "bounds"} == {
        "unit": ("unit", "Z"), "programme": ("programme", "kon-tum"), "on": ("date", "2024-06-01"),
    }  # fmt: skip
    assert [(each.kind, each.value) for each in told["bounds"].value] == [("unit", "C")]
    assert told["programme"].vi == programme.name.vi


def test_every_unit_is_within_where_no_body_is_known():
    assert within_bounds(replace(KON_TUM.programme, body=None), "Z", TODAY, a_world())
    assert within_bounds(UNPLACED.programme, "Z", TODAY, a_world(UNPLACED))


def organs(world, verb, data=None, programme="kon-tum", **given):
    command = world.command(verb, f"round:{programme}:2024", data or {}, **given)
    return organs_of_round(command, world)


def test_who_closes_a_round_and_who_else_acts_on_it():
    world = a_world()

    closing = organs(world, "lock-round", by="an")
    assert closing == ["C/standing_committee"]
    assert organs(world, "seal-round", by="an") == organs(world, "reopen-round", by="an") == closing


def test_an_organ_of_the_same_name_elsewhere_is_none():
    world = a_world()
    a_person(world, "binh", "Z/standing_committee")

    assert organs(world, "lock-round", by="binh") == ["C/standing_committee"]
    assert organs(world, "lock-round", by="binh", organ="Z/standing_committee") == [
        "C/standing_committee"
    ]


def test_of_a_programme_that_the_log_does_not_know_nobody_acts_on_a_round():
    assert organs(a_world(), "lock-round", programme="khong-co", by="an") == []


def test_of_a_body_that_nobody_knows_any_organ_of_the_name_that_is_asked_about_acts():
    world = a_world(UNPLACED)
    a_person(world, "binh", "Z/standing_committee")
    a_person(world, "chi", "Z/cell")

    assert organs(world, "lock-round", by="binh") == ["Z/standing_committee"]
    assert organs(world, "lock-round", by="chi") == []
    assert organs(world, "lock-round", by="chi", organ="X/standing_committee") == [
        "X/standing_committee"
    ]
    assert organs(world, "lock-round", by="nobody") == []


def test_what_somebody_was_lent_is_asked_about_too():
    world = a_world(UNPLACED)
    a_person(world, "binh", "X/cell")
    lent = DelegationGiven(
        delegation="uq",
        delegator="an",
        mandate="an-1",
        organ="C/standing_committee",
        until=date(2024, 12, 31),
        evidence=Document(document="DOC-PLAN"),
    )
    world.give(person_stream("binh"), lent, on="2024-01-01")

    assert organs(world, "lock-round", by="binh") == ["C/standing_committee"]


def basis(verb, data, edition=KON_TUM):
    code = edition.programme.code
    command = a_world(edition).command(verb, f"round:{code}:2024", data, by="an")
    return basis_on_round(command, edition)


def test_what_it_rests_on_is_the_clauses_of_the_rules_of_the_day():
    assert basis("set-pilot-list", PILOTS) == ["KT-PIL-1", "KT-PIL-2"]
    assert basis("lock-round", {}, POWER) == ["PW-AUT-2"]
    assert basis("hold-review", {"review": "interim", "conclusion": "c"}, POWER) != []


def test_of_a_role_without_a_rule_that_day_it_rests_on_the_role():
    chooser = KON_TUM.programme.pilot.chooser
    ended = [
        replace(rule, valid_until=date(2000, 1, 1), clause="OLD")
        for rule in KON_TUM.programme.roles[chooser].rules
    ]
    role = replace(KON_TUM.programme.roles[chooser], rules=ended, clause="ROLE-1")
    roles = {**KON_TUM.programme.roles, chooser: role}
    edition = dataclasses.replace(KON_TUM, programme=replace(KON_TUM.programme, roles=roles))

    assert basis("set-pilot-list", PILOTS, edition) == ["ROLE-1"]


REVIEW = {"review": "interim", "conclusion": "c"}


def a_world_of_bases():
    """A base cell below the body, and one of another guideline."""
    world = a_world(POWER)
    for code, parent in (("B", "C"), ("F", "Z")):
        event = UnitRegistered(
            code=code,
            name=code,
            kind="BASE_CELL",
            parent=parent,
            organs=["cell", "mass_organisation"],
        )
        world.give(unit_stream(code), event)
        a_person(world, f"cua-{code}", f"{code}/cell")
    return world


def test_what_each_unit_does_for_itself_is_done_by_its_own_organ_within_the_bounds():
    world = a_world_of_bases()
    of_power = {"programme": "power-tkv"}

    assert organs(world, "hold-review", REVIEW, by="cua-B", **of_power) == ["B/cell"]
    assert organs(world, "hold-review", REVIEW, by="cua-F", **of_power) == []
    assert (
        organs(world, "hold-review", REVIEW, by="cua-B", organ="B/mass_organisation", **of_power)
        == []
    )
    assert (
        organs(world, "hold-review", REVIEW, by="cua-B", organ="B/cell_committee", **of_power) == []
    )
    assert organs(world, "hold-review", REVIEW, by="cua-B", organ="NOWHERE/cell", **of_power) == []


def test_a_record_that_the_programme_names_has_its_own_makers():
    world = a_world_of_bases()
    commended = {"commendation": "outstanding_individual", "person": "an", "unit": "B"}

    assert organs(world, "commend", commended, programme="power-tkv", by="an") == [
        "C/standing_committee"
    ]
    assert organs(world, "lock-round", programme="power-tkv", by="an") == ["C/standing_committee"]
