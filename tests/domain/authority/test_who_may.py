"""What signer, actor and organ of a command are refused for, and which organs may give the commands on facts."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.authority.acting import REGISTRAR, organs_held, recording_authority
from domain.authority.may import may_on_facts
from domain.authority.permission import organs_permitted
from domain.authority.who_may import acting_for, who_may
from domain.events.base import Document
from domain.events.person import DelegationGiven, MembershipStarted
from domain.streams import person_stream
from tests.domain.organisation.asking import TODAY, a_person, an_organisation

OF_C = "C/standing_committee"
EARLIER = date(2024, 5, 2)


@pytest.fixture
def world():
    """An acts for C, Binh for P, Chi records for C and Dung for X."""
    world = an_organisation()
    a_person(world, "binh", "P/standing_committee")
    a_person(world, "chi", OF_C, power="record")
    a_person(world, "dung", "X/cell", power="record")
    return world


def asked(world, **given):
    command = world.command("move-unit", "unit:X", {"parent": "P"}, by="an", on=EARLIER)
    return replace(command, **{"organ": OF_C, **given})


def told(reasons):
    return [
        (each.code, {name: (said.kind, str(said)) for name, said in each.values.items()})
        for each in reasons
    ]


def test_an_organ_that_is_named_stays(world):
    command = asked(world)

    assert acting_for(command, ["P/cell"], ["P/cell"]) == (command, [])


@pytest.mark.parametrize(
    ("organs", "held", "organ"),
    [([OF_C, "P/cell"], ["P/cell"], "P/cell"), ([OF_C, "P/cell"], [], OF_C), ([], [], "")],
)
def test_the_one_organ_that_may_is_filled_in_or_the_first_is_named(world, organs, held, organ):
    command, reasons = acting_for(asked(world, organ=""), organs, held)

    assert (command.organ, reasons) == (organ, [])


def test_where_a_person_acts_for_several_it_is_asked_which(world):
    command = asked(world, organ="")
    same, reasons = acting_for(command, [OF_C, "P/cell"], [OF_C, "P/cell"])

    assert same == command
    assert told(reasons) == [
        ("organ_unclear", {"person": ("person", "an"), "organs": ("list", f"{OF_C}, P/cell")})
    ]


def test_who_may_is_told_the_mandate_it_rests_on(world):
    authority, reasons = who_may(asked(world), [OF_C], world)

    assert (authority, reasons) == (f"{person_stream('an')}@2", [])


def test_where_nobody_may_it_is_told_of_the_signer_the_command_and_the_day(world):
    command = replace(asked(world), organ="", signed_by="binh")

    assert who_may(command, [], world) == ("", who_may(command, [], world)[1])
    assert told(who_may(command, [], world)[1]) == [
        ("organ_missing", {
            "person": ("person", "binh"), "verb": ("verb", "move-unit"), "on": ("date", "2024-05-02"),
        }),
    ]  # fmt: skip


def test_every_reason_is_told_of_its_own_person_organ_and_day(world):
    command = replace(asked(world), organ="X/cell", signed_by="an", actor="binh")
    _, reasons = who_may(command, [OF_C, REGISTRAR], world)

    assert told(reasons) == [
        ("organ_not_competent", {
            "organ": ("organ", "X/cell"), "verb": ("verb", "move-unit"),
            "competent": ("list", f"{OF_C}, {REGISTRAR}"),
        }),
        ("no_mandate", {
            "person": ("person", "an"), "organ": ("organ", "X/cell"), "on": ("date", "2024-05-02"),
        }),
        ("no_recording_mandate", {
            "person": ("person", "binh"), "organ": ("organ", "X/cell"), "on": ("date", TODAY.isoformat()),
        }),
    ]  # fmt: skip


def test_without_an_organ_nobody_enters_for_one(world):
    _, reasons = who_may(asked(world, organ=""), [OF_C], world)

    assert [each.code for each in reasons] == ["organ_not_competent", "no_mandate"]


@pytest.mark.parametrize(
    ("actor", "organ", "may"),
    [
        ("chi", OF_C, True),
        ("chi", "X/cell", True),
        ("chi", "P/standing_committee", False),
        ("dung", "X/cell", True),
        ("dung", "X/standing_committee", True),
        ("dung", OF_C, False),
        ("an", OF_C, True),
        ("an", "X/cell", False),
        ("nobody", "X/cell", False),
        ("chi", "member:e/member", True),
        ("dung", "member:e/member", True),
        ("dung", "member:nobody/member", False),
    ],
)
def test_who_may_enter_for_an_organ_is_of_its_unit_or_of_one_above(world, actor, organ, may):
    a_person(world, "e", "log/registrar", until=date(2020, 2, 1))
    world.give(person_stream("e"), MembershipStarted(unit="X"))

    assert (recording_authority(actor, organ, TODAY, "comment", world) is not None) is may


def permitted(world, verb, stream, data, **given):
    return organs_permitted(world.command(verb, stream, data, **given), world)


ABOVE_X = ["C/standing_committee", "C/cell", "P/standing_committee", "P/cell"]
OF_X = ["X/standing_committee", "X/cell"]


@pytest.mark.parametrize(
    ("verb", "stream", "data", "organs"),
    [
        ("open-round", "round:kon-tum:2024", {
            "programme": "kon-tum", "version": "v", "period": "2024", "closing_on": "2024-12-31",
        }, [REGISTRAR]),
        ("move-unit", "unit:X", {"parent": "P"}, [REGISTRAR, *ABOVE_X]),
        ("move-unit", "unit:P", {"parent": ""}, [REGISTRAR]),
        ("register-unit", "unit:N", {
            "code": "N", "name": "N", "kind": "BASE_CELL", "parent": "C", "organs": ["cell"],
        }, [REGISTRAR, *ABOVE_X]),
        ("register-unit", "unit:N", {"code": "N", "name": "N", "kind": "BASE_CELL", "organs": ["cell"]}, [REGISTRAR]),
        ("give-mandate", "person:an", {"mandate": "m", "organ": "X/cell"}, [REGISTRAR]),
        ("record-visit", "unit:X", {"person": "an", "purpose": "p"}, [REGISTRAR, *ABOVE_X]),
        ("delegate", "person:dung", {
            "delegation": "uq", "delegator": "an", "mandate": "an-1", "organ": OF_C,
            "until": "2024-12-31", "evidence": {"document": "DOC-PLAN"},
        }, ABOVE_X),
        ("file-report", "unit-year:X:2024", {"report": "r", "text": "t"}, [*OF_X, *ABOVE_X]),
    ],
)  # fmt: skip
def test_which_organs_may_give_a_command_that_no_programme_regulates(
    world, verb, stream, data, organs
):
    found = permitted(world, verb, stream, data, by="an", organ=OF_C)

    assert sorted(found) == sorted(organs)


def test_what_a_person_may_give_is_each_organ_once_with_its_mandate(world):
    command = world.command("move-unit", "unit:X", {"parent": "P"}, by="an")
    competent, held, depends_on = may_on_facts(command, world)

    assert competent == list(dict.fromkeys(competent))
    assert (held, depends_on) == ({OF_C: f"{person_stream('an')}@2"}, "")


def lent(world, scope, until=date(2024, 6, 30), mandate="an-1"):
    given = DelegationGiven(
        delegation=f"uq-{len(scope)}", delegator="an", mandate=mandate, organ=OF_C, scope=scope,
        until=until, evidence=Document(document="DOC-PLAN"),
    )  # fmt: skip
    world.give(person_stream("dung"), given, on="2024-05-01")


@pytest.mark.parametrize(
    ("scopes", "on", "verbs"),
    [
        ([["decide"]], date(2024, 6, 30), frozenset({"decide"})),
        ([["decide"]], date(2024, 7, 1), "none"),
        ([["decide"]], date(2024, 4, 30), "none"),
        (
            [["decide"], ["appraise", "commend"]],
            TODAY,
            frozenset({"decide", "appraise", "commend"}),
        ),
        ([["decide"], []], TODAY, None),
        ([[], ["decide"]], TODAY, None),
    ],
)
def test_what_was_lent_is_held_from_day_to_day_for_its_commands(world, scopes, on, verbs):
    for scope in scopes:
        lent(world, scope)

    assert organs_held("dung", on, world).get(OF_C, "none") == verbs


def test_what_was_lent_from_a_mandate_that_is_none_is_not_held(world):
    lent(world, ["decide"], mandate="an-9")

    assert OF_C not in organs_held("dung", TODAY, world)


def test_everybody_acts_for_themselves_and_a_recording_mandate_is_not_to_sign(world):
    assert organs_held("chi", TODAY, world) == {"member:chi/member": None}
    assert organs_held("an", TODAY, world) == {OF_C: None, "member:an/member": None}


def test_what_was_lent_signs_and_enters_for_its_own_commands_alone(world):
    lent(world, ["move-unit"])
    command = asked(world, signed_by="dung", actor="dung")
    authority, reasons = who_may(command, [OF_C], world)
    other = replace(command, verb="rename-unit")

    assert (authority, reasons) == (f"{person_stream('dung')}@3", [])
    assert may_on_facts(command, world).held == {OF_C: authority}
    refused, reasons = who_may(other, [OF_C], world)
    assert refused == ""
    assert [each.code for each in reasons] == ["no_mandate", "no_recording_mandate"]
    assert may_on_facts(other, world).held == {}
