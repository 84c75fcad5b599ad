"""What is told of a commendation that may not be: whom, for which unit, after what."""

from dataclasses import replace as changed
from datetime import date

from msgspec.structs import replace

from domain.events import person as p
from domain.events import round as r
from domain.round.commending import commendation_refusals
from domain.streams import person_stream, round_stream
from tests.domain.authority.test_choosing import (
    SON_LA,
    Choosing,
    individual,
    power,
    secretary,
)
from tests.domain.organisation.asking import a_person
from tests.domain.round.test_choosing_told import told
from tests.support.stage_world import PARENT, UNIT

GROUP = "group_outstanding"


def commended(found, by, data, year="2025"):
    return told(commendation_refusals, found, "commend", data, by, year)


BASE = (f"{PARENT}-party_committee", f"{PARENT}/party_committee")


def test_a_commendation_that_there_is_none_of_is_told_with_those_there_are():
    found, _ = power()
    a_person(found.world, "tieu-bieu", f"{UNIT}/cell")
    [reason] = commended(found, BASE, individual(commendation="medal"))

    assert reason.startswith("The programme has no commendation medal. There is: ")
    assert "(outstanding_individual)" in reason


def test_who_is_commended_is_a_person_of_a_unit_that_there_is():
    found, _ = power()
    stream = round_stream("power-tkv", "2025")
    found.world.give(stream, r.ReviewHeld(review="interim"), on="2025-12-01")

    [nobody] = commended(found, BASE, individual(person="ai-do"))
    assert nobody.startswith("There is no person with the id or name “ai-do”.")
    a_person(found.world, "tieu-bieu", f"{UNIT}/cell")
    [nowhere] = commended(found, BASE, individual(unit="W"))
    assert nowhere.startswith("There is no unit with the code or name “W”.")
    assert commended(found, BASE, individual()) == []


def test_a_commendation_before_its_review_lost_or_given_already_is_told_with_the_person():
    found, _ = power()
    a_person(found.world, "tieu-bieu", f"{UNIT}/cell")
    stream = round_stream("power-tkv", "2025")

    assert commended(found, BASE, individual(votes_for=1, votes_cast=2)) == [
        "tieu-bieu did not have more than 50% of the votes.",
        "tieu-bieu is commended at an interim or final review; none has been held in this round.",
    ]
    found.world.give(stream, r.ReviewHeld(review="final"), on="2025-12-01")
    given = r.CommendationGiven(
        commendation="outstanding_individual", person="tieu-bieu", unit=UNIT
    )
    found.world.give(stream, given, on="2025-12-01")
    assert commended(found, BASE, individual()) == ["tieu-bieu has been commended already."]


def of_son_la():
    found = Choosing(SON_LA, "department_cell", "captren2/party_committee", ("2024",))
    a_person(found.world, "bi-thu", f"{UNIT}/cell")
    return found


BOARD = (f"{PARENT}-executive_committee", f"{PARENT}/executive_committee")
NOT_LEADING = f"bi-thu does not lead {UNIT} on that day."


def test_who_leads_the_unit_on_the_day_is_commended_and_nobody_else():
    found = of_son_la()
    found.world.today = date(2024, 12, 20)
    assert commended(found, BOARD, secretary(), "2024") == [NOT_LEADING]

    stream = person_stream("bi-thu")
    found.world.give(stream, p.MembershipStarted(unit="W", is_leader=True), on="2024-01-01")
    assert commended(found, BOARD, secretary(), "2024") == [NOT_LEADING]
    found.world.give(stream, p.MembershipEnded(unit="W"), on="2024-02-01")
    found.world.give(stream, p.MembershipStarted(unit=UNIT, is_leader=False), on="2024-02-02")
    assert commended(found, BOARD, secretary(), "2024") == [NOT_LEADING]
    found.world.give(stream, p.MembershipEnded(unit=UNIT), on="2024-03-01")
    found.world.give(stream, p.MembershipStarted(unit=UNIT, is_leader=True), on="2024-12-21")
    assert commended(found, BOARD, secretary(), "2024") == [NOT_LEADING]

    found.world.today = date(2024, 12, 21)
    assert commended(found, BOARD, secretary(), "2024") == []


def test_the_unit_of_a_secretary_is_recognised_in_the_round_and_of_the_kind():
    found = of_son_la()
    leads = p.MembershipStarted(unit=UNIT, is_leader=True)
    found.world.give(person_stream("bi-thu"), leads, on="2024-01-01")
    assert commended(found, BOARD, secretary(), "2024") == []

    of_others = replace(SON_LA.programme.commendations["outstanding_secretary"], subjects=["other"])
    unbound = replace(of_others, subjects=[])
    for known, reasons in (
        (of_others, [f"{UNIT} is not recognised in this round, or is of another kind."]),
        (unbound, []),
        (replace(of_others, recognised=False), []),
    ):
        programme = replace(SON_LA.programme, commendations={"outstanding_secretary": known})
        found.world.editions["son-la"] = changed(SON_LA, programme=programme)
        assert commended(found, BOARD, secretary(), "2024") == reasons
