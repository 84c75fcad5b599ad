"""What is known of a round after each of its events."""

from datetime import date

import pytest

from domain.events import round as r
from domain.events.base import Document
from domain.events.unit import UnitRenamed
from domain.round.evolve import evolve
from domain.round.state import Held, Round, Seal, Selection
from tests.domain.round.asking import ROUND, a_round

PAPER = Document(document="D", number="1")


def after(*events):
    world = a_round()
    world.give(ROUND, *events, on="2024-05-01", signed_by="an", organ="C/standing_committee")
    return world.round("kon-tum", "2024")


def test_a_round_is_open_from_the_day_on_which_it_was_opened():
    found = after()

    assert (found.programme, found.period, found.opened_on, found.closing_on) == (
        "kon-tum", "2024", date(2024, 1, 2), date(2024, 12, 31),
    )  # fmt: skip
    assert (found.locked, found.sealed, found.seals) == (False, False, [])


def test_a_lock_holds_until_the_round_is_reopened_and_a_seal_stays_listed():
    sealed = r.RoundSealed(
        position=7, root="r", recorded_at="2024", figures={"cases": 3}, digest="d"
    )
    kept = Seal(7, "r", "2024", {"cases": 3}, "d", "2024-05-01", "an", "C/standing_committee")

    assert (after(r.RoundLocked()).locked, after(r.RoundLocked()).sealed) == (True, False)
    found = after(r.RoundLocked(), sealed)
    assert (found.locked, found.sealed, found.seals) == (True, True, [kept])
    again = after(r.RoundLocked(), sealed, r.RoundReopened())
    assert (again.locked, again.sealed, again.seals) == (False, False, [kept])


def test_the_last_pilot_list_counts():
    assert after(r.PilotListSet(units=["X", "Y"]), r.PilotListSet(units=["Y"])).pilot_units == ["Y"]


def test_a_deadline_is_moved_for_one_subject_or_for_all():
    of_all = r.DeadlineExtended(deadline="year_end", due_on=date(2025, 1, 10))
    of_one = r.DeadlineExtended(deadline="year_end", due_on=date(2025, 1, 20), subject="unit:X")
    found = after(of_all, of_one)

    assert found.extended("year_end", "unit:X") == date(2025, 1, 20)
    assert found.extended("year_end", "unit:Y") == date(2025, 1, 10)
    assert found.extended("registration", "unit:X") is None
    assert after(of_one).extended("year_end", "unit:Y") is None


def test_reviews_and_reports_are_known_with_their_day_and_organ():
    found = after(r.ReviewHeld(review="final"), r.RoundReportFiled(report="year", document=PAPER))

    assert (found.reviews, found.reports) == (["final"], ["year"])
    assert found.reviews_held == [Held("final", "2024-05-01", "C/standing_committee")]
    assert found.reports_filed == [Held("year", "2024-05-01", "C/standing_committee")]


def test_who_was_commended_or_chosen_is_known_with_what_for():
    found = after(
        r.CommendationGiven(commendation="secretary", person="an", unit="X"),
        r.OutstandingSelected(
            reward="flag", subject="unit:X", cases=["case:1"], votes_for=1, votes_cast=1
        ),
    )

    assert found.commendations == [("secretary", "an")]
    assert found.selections == [Selection("flag", "unit:X", "C/standing_committee", ["case:1"])]


def test_only_an_opening_begins_a_round_and_only_its_own_events_change_it():
    world = a_round()
    [(_, stamp)] = world.rows[ROUND]

    with pytest.raises(TypeError, match="RoundLocked"):
        evolve(None, r.RoundLocked(), stamp)
    with pytest.raises(TypeError, match="UnitRenamed"):
        evolve(world.round("kon-tum", "2024"), UnitRenamed(name="n"), stamp)
    assert isinstance(evolve(None, world.rows[ROUND][0][0], stamp), Round)
