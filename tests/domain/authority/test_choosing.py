"""Choosing the outstanding and commending persons, by the guidelines' own files: each rule shown saying no."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events import round as r
from domain.refusal import RefusedError
from domain.round.decide import decide
from domain.streams import case_stream, person_stream, round_stream
from tests.domain.organisation.asking import a_person
from tests.support.shown import assert_shown
from tests.support.stage_world import PARENT, UNIT, Story
from tests.support.world import PROGRAMMES, edition_at

POWER = edition_at(PROGRAMMES / "power-tkv.yaml")
SON_LA = edition_at(PROGRAMMES / "son-la.yaml")


OF_ANOTHER_BODY = {"organ_not_competent"}
"""The made-up tree has not the guideline's own body: who acts on a round is tested in test_round.py."""


class Choosing:
    """Rounds of a programme in which a cell was recognised in 2024 and 2025."""

    def __init__(self, edition, kind, decider, years=("2024", "2025")):
        self.story = Story(edition, kind).at("recognised", decider)
        self.world, self.code = self.story.world, edition.programme.code
        self.world.today = date(2025, 12, 31)
        first = self.world.case(self.story.stream).opened
        for year in set(years) - {"2024"}:
            opened = r.RoundOpened(
                programme=self.code, version=edition.version, period=year,
                closing_on=date(int(year), 12, 31),
            )  # fmt: skip
            self.world.give(round_stream(self.code, year), opened, on=f"{year}-01-02")
            decided = c.DecisionIssued(
                step="recognise", from_stage="appraised", to_stage="recognised",
                details=d.Decision(level="PASS", number="4-QĐ"),
            )  # fmt: skip
            self.world.give(
                self.case(year), replace(first, period=year), decided, on=f"{year}-12-20"
            )

    def case(self, year, code=""):
        return case_stream(code or self.code, f"unit:{UNIT}", year)

    def refused(self, verb, data, by, organ, year="2025"):
        """The codes of every reason; none where it is done."""
        stream = round_stream(self.code, year)
        command = self.world.command(
            verb, stream, data, by=by, organ=organ, programme=self.code, period=year
        )
        try:
            decide(self.world.round(self.code, year), command, self.world)
        except RefusedError as error:
            for reason in error.refusals:
                assert_shown(reason)
            return {reason.code for reason in error.refusals} - OF_ANOTHER_BODY
        return set()


GROUP = "captren2/standing_committee"
BY_GROUP = ("captren2-standing_committee", GROUP)


def power(years=("2024", "2025")):
    found = Choosing(POWER, "subordinate_cell", f"{PARENT}/party_committee", years)
    units = {
        code: found.world.unit(code).kind_on(date(2024, 1, 1)) for code in ("captren2", "captren3")
    }
    group = next(code for code, kind in units.items() if kind == "GROUP_COMMITTEE")
    return found, (f"{group}-standing_committee", f"{group}/standing_committee")


def a_choice(found, **changes):
    return {
        "reward": "group_outstanding", "subject": f"unit:{UNIT}", "votes_for": 9, "votes_cast": 11,
        "cases": [found.case("2024"), found.case("2025")], **changes,
    }  # fmt: skip


def test_who_was_recognised_in_both_years_is_chosen():
    found, by = power()

    assert found.refused("select-outstanding", a_choice(found), *by) == set()


@pytest.mark.parametrize(
    ("votes_for", "votes_cast", "codes"),
    [
        (6, 11, set()), (5, 10, {"selection_lost"}), (6, 10, set()), (0, 0, {"selection_lost"}),
        (1, 0, {"selection_votes"}), (12, 11, {"selection_votes"}), (11, 11, set()),
        (-1, 3, {"selection_votes"}),
    ],
)  # fmt: skip
def test_the_votes_fit_each_other_and_have_the_majority(votes_for, votes_cast, codes):
    found, by = power()
    choice = a_choice(found, votes_for=votes_for, votes_cast=votes_cast)

    assert found.refused("select-outstanding", choice, *by) == codes


def test_the_majority_is_the_files():
    reward = replace(POWER.programme.rewards["group_outstanding"], selection_majority="2/3")
    found, by = power()
    programme = replace(POWER.programme, rewards={"group_outstanding": reward})
    from dataclasses import replace as changed  # noqa: PLC0415 -- an edition is a dataclass

    found.world.editions["power-tkv"] = changed(POWER, programme=programme)

    lost = a_choice(found, votes_for=6, votes_cast=9)
    assert found.refused("select-outstanding", lost, *by) == {"selection_lost"}
    won = a_choice(found, votes_for=7, votes_cast=9)
    assert found.refused("select-outstanding", won, *by) == set()


def test_a_choice_falls_in_a_year_of_the_plan():
    found, by = power()
    choice = a_choice(found, cases=[found.case("2024")])

    codes = found.refused("select-outstanding", choice, *by, year="2024")
    assert codes == {"reward_not_this_year", "too_few_years"}


def test_a_choice_rests_on_recognitions_of_this_programme_and_subject_in_its_window():
    found, by = power()
    other = found.case("2025", code="kon-tum")
    first = found.world.case(found.story.stream).opened
    found.world.give(other, replace(first, programme="kon-tum", period="2025"), on="2025-01-01")

    for stream in (other, "case:khong-co"):
        choice = a_choice(found, cases=[found.case("2024"), found.case("2025"), stream])
        assert found.refused("select-outstanding", choice, *by) == {"choice_rests_on_another"}
    choice = a_choice(found, cases=[found.case("2024"), other])
    assert found.refused("select-outstanding", choice, *by) == {
        "choice_rests_on_another", "too_few_years",
    }  # fmt: skip


def test_a_recognition_before_the_window_does_not_count():
    found = Choosing(
        POWER, "subordinate_cell", f"{PARENT}/party_committee", ("2023", "2024", "2025")
    )
    _, by = power()
    choice = a_choice(found, cases=[found.case("2023"), found.case("2025")])

    assert found.refused("select-outstanding", choice, *by) == {
        "choice_rests_on_another", "too_few_years",
    }  # fmt: skip


def test_who_gives_the_reward_chooses():
    found, _ = power()
    by = (f"{PARENT}-party_committee", f"{PARENT}/party_committee")

    assert "reward_by" in found.refused("select-outstanding", a_choice(found), *by)


def individual(**changes):
    votes = {"votes_for": 2, "votes_cast": 3}
    return {
        "commendation": "outstanding_individual",
        "person": "tieu-bieu",
        "unit": UNIT,
        **votes,
        **changes,
    }


def test_an_individual_is_commended_after_a_review_and_a_vote():
    found, _ = power()
    a_person(found.world, "tieu-bieu", f"{UNIT}/cell")
    by = (f"{PARENT}-party_committee", f"{PARENT}/party_committee")
    assert found.refused("commend", individual(), *by) == {"commended_before_review"}

    found.world.give(
        round_stream("power-tkv", "2025"), r.ReviewHeld(review="interim"), on="2025-12-01"
    )

    assert found.refused("commend", individual(votes_for=1, votes_cast=2), *by) == {
        "selection_lost"
    }
    assert found.refused("commend", individual(votes_for=0, votes_cast=0), *by) == {
        "selection_lost"
    }
    assert found.refused("commend", individual(), *by) == set()


def group_individual(**changes):
    return individual(commendation="group_individual", **changes)


def test_the_group_commends_individuals_in_the_years_of_its_own_plan():
    """PW-TIM-1 (line 151): twice in five years, which D-38 takes as the third and the fifth of 2021–2025."""
    found, by = power(("2023", "2024", "2025"))
    a_person(found.world, "tieu-bieu", f"{UNIT}/cell")

    def refused(year):
        return found.refused("commend", group_individual(), *by, year=str(year))

    assert refused(2024) == {"commended_not_this_year"}
    assert (refused(2023), refused(2025)) == (set(), set())
    lost = group_individual(votes_for=1, votes_cast=2)
    assert found.refused("commend", lost, *by) == {"selection_lost"}


def secretary(**changes):
    return {"commendation": "outstanding_secretary", "person": "bi-thu", "unit": UNIT, **changes}


def test_the_secretary_of_a_recognised_cell_is_commended():
    found = Choosing(SON_LA, "department_cell", "captren2/party_committee", ("2024",))
    by = (f"{PARENT}-executive_committee", f"{PARENT}/executive_committee")
    a_person(found.world, "bi-thu", f"{UNIT}/cell")
    assert found.refused("commend", secretary(), *by, year="2024") == {"commended_leads_not"}

    leads = p.MembershipStarted(unit=UNIT, is_leader=True)
    found.world.give(person_stream("bi-thu"), leads, on="2024-01-01")
    assert found.refused("commend", secretary(), *by, year="2024") == set()

    refused = replace(d.Supersession(level="FAIL", number="2"), replaces="1")
    found.story.act(c.DecisionSuperseded, refused, to="not_recognised")
    assert found.refused("commend", secretary(), *by, year="2024") == {
        "commended_unit_not_recognised"
    }


def test_who_was_chosen_is_not_chosen_once_more():
    found, by = power()
    choice = a_choice(found)
    assert found.refused("select-outstanding", choice, *by) == set()
    found.world.give(
        round_stream("power-tkv", "2025"), r.OutstandingSelected(**choice), on="2025-12-21"
    )

    assert found.refused("select-outstanding", choice, *by) == {"selected_twice"}


def test_who_was_commended_is_not_commended_once_more():
    found, by = power()
    given = r.CommendationGiven(commendation="outstanding_individual", person="bi-thu", unit=UNIT)
    found.world.give(round_stream("power-tkv", "2025"), given, on="2025-12-21")

    again = found.refused("commend", individual(person="bi-thu"), *by)
    other = found.refused("commend", individual(person="ai-do"), *by)
    assert ("commended_twice" in again, "commended_twice" in other) == (True, False)
