"""Streaks and cooling down: what happened in earlier periods decides."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from domain.events import case as c
from domain.events import details as d
from domain.periods import following, previous
from domain.streams import case_stream, round_stream
from tests.domain.case.asking import KON_TUM, a_case, no_case, refused, taken
from tests.support.stage_world import Story, subject_of
from tests.support.world import PROGRAMMES, edition_at

SIXTH = edition_at(PROGRAMMES.parent / "tests" / "programmes" / "sixth.yaml")
REWARD = d.RewardDecision(reward="two_months", number="1-QĐ")


def april(story, *acts):
    """The subject's case of the month before, recognised, then whatever else happened to it."""
    stream = case_stream("nam-tot", subject_of(story.programme, "cell"), "2024-04")
    opened = c.CaseOpened(
        programme="nam-tot", version=SIXTH.version, round=round_stream("nam-tot", "2024-04"),
        period="2024-04", subject=subject_of(story.programme, "cell"), subject_kind="cell",
        unit="donvi", title="cell", workflow="unit", criteria="cell",
    )  # fmt: skip
    decided = c.DecisionIssued(
        step="recognise", from_stage="hop_appraised", to_stage="recognised",
        details=d.Decision(level="PASS", number="4-QĐ"),
    )  # fmt: skip
    story.world.give(stream, opened, decided, *acts, on="2024-04-28")
    return stream


def may():
    story = Story(SIXTH, "cell")
    return story.at("recognised", "captren/standing_committee")


def test_two_months_in_a_row_make_a_streak_that_rests_on_the_earlier_one():
    story = may()
    earlier = april(story)

    [relied] = taken(story, "decide-reward", REWARD).relied_on

    assert (relied.stream, relied.use, relied.value) == (earlier, "streak:two_months", "PASS")


def test_one_month_is_no_streak():
    assert refused(may(), "decide-reward", REWARD) == {"streak_too_short"}


def test_a_revoked_month_breaks_the_streak():
    story = may()
    revoked = c.RecognitionRevoked(
        step="revoke", from_stage="under_reexamination", to_stage="revoked",
        details=d.Revocation(number="9", ground="criteria_not_met", effect="from_now"),
    )  # fmt: skip
    april(story, revoked)

    assert refused(story, "decide-reward", REWARD) == {"streak_too_short"}


@pytest.mark.parametrize(
    ("period", "before"),
    [("2024", "2023"), ("2024-Q1", "2023-Q4"), ("2024-Q3", "2024-Q2"), ("2024-01", "2023-12"),
     ("2024-11", "2024-10")],
)  # fmt: skip
def test_the_period_before(period, before):
    assert previous(period) == before
    assert following(before) == period


def kept_out(years, revoked_on):
    """A new case of a unit whose recognition of 2023 was revoked on a day."""
    story = no_case(edition=replace(KON_TUM, programme=_cooling(KON_TUM.programme, years)))
    a_story = a_case("recognised")
    case = case_stream("kon-tum", subject_of(a_story.programme, a_story.kind), "2023")
    opened = structs.replace(a_story.world.case(a_story.stream).opened, period="2023")
    decided = c.DecisionIssued(
        step="decide", from_stage="appraised", to_stage="recognised",
        details=d.Decision(level="PASS", number="4-QĐ"),
    )  # fmt: skip
    revoked = c.RecognitionRevoked(
        step="revoke", from_stage="recognised", to_stage="revoked",
        details=d.Revocation(number="9", ground="criteria_not_met", effect="from_now"),
    )  # fmt: skip
    story.world.give(case, opened, decided, on="2023-12-20")
    story.world.give(case, revoked, on=revoked_on)
    return story


def _cooling(programme, years):
    revocation = structs.replace(programme.revocation, cool_down_years=years)
    return structs.replace(programme, revocation=revocation)


@pytest.mark.parametrize(
    ("years", "codes"), [(0, set()), (1, {"cooling_down"}), (2, {"cooling_down"})]
)
def test_after_a_revocation_a_programme_may_keep_the_subject_out_for_some_years(years, codes):
    story = kept_out(years, date(2024, 3, 1))

    if codes:
        assert refused(story, "select-pilot", d.Selection()) == codes
    else:
        assert taken(story, "select-pilot", d.Selection())


def test_when_the_years_are_over_it_may_come_again():
    assert taken(kept_out(1, date(2023, 12, 30)), "select-pilot", d.Selection())
