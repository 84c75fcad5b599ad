"""Consultation: which bodies are asked, how long, when it may end, what silence means (D-23)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec import structs

from domain.events import case as c
from domain.events import details as d
from domain.events import unit as u
from tests.domain.case.asking import KON_TUM, a_case, refused, taken
from tests.support.stage_world import PARENT, TODAY, UNIT
from tests.support.world import PROGRAMMES, edition_at

POWER = edition_at(PROGRAMMES / "power-tkv.yaml")
COMMISSION, BOARD = f"{PARENT}/inspection_commission", f"{PARENT}/propaganda_board"
DUE = TODAY + timedelta(days=10)


def request(*bodies, due_on=DUE):
    return d.ConsultationRequest(bodies=list(bodies), due_on=due_on)


def asked(*answered, due_on=DUE, kind="base_cell", edition=KON_TUM):
    """A consultation of two bodies runs; some have answered."""
    story = a_case("consulting", kind, edition)
    opened = request(COMMISSION, BOARD, due_on=due_on)
    story.act(c.ConsultationOpened, opened, to="consulting")
    for body in answered:
        story.act(c.OpinionGiven, d.Opinion(body=body, stance="agree"), to="consulting")
    return story


def consulting(edition, **changes):
    """The edition with other rules of consultation."""
    rules = structs.replace(edition.programme.consultation, **changes)
    return replace(edition, programme=structs.replace(edition.programme, consultation=rules))


@pytest.mark.parametrize("kind", ["base_cell", "base_committee"])
def test_bodies_are_those_that_the_programme_names(kind):
    story = a_case("appraised", kind)

    assert taken(story, "open-consultation", request(COMMISSION, BOARD))
    for body in (
        "XX/propaganda_board",
        f"{PARENT}/organisation_board",
        "captren2/propaganda_board",
    ):
        assert refused(story, "open-consultation", request(COMMISSION, body)) == {
            "body_not_consulted"
        }


def test_the_candidate_is_never_asked_about_itself():
    story = a_case("appraised", "base_committee")
    own = f"{UNIT}/inspection_commission"

    assert refused(story, "open-consultation", request(own)) == {"body_not_consulted"}


def test_a_board_that_is_no_more_is_not_asked():
    story = a_case("appraised", "base_cell")
    gone = u.OrganAbolished(organ="propaganda_board")
    story.world.give(f"unit:{PARENT}", gone, on="2024-12-19")

    assert refused(story, "open-consultation", request(BOARD)) == {"body_not_consulted"}


def test_each_body_is_asked_once_and_somebody_is():
    story = a_case("appraised", "base_cell")

    for bodies in ((), (BOARD, BOARD)):
        assert refused(story, "open-consultation", request(*bodies)) == {"consultation_of_nobody"}


def test_bodies_have_the_days_that_the_programme_gives_them():
    story = a_case("appraised", "base_cell")
    short = request(BOARD, due_on=DUE - timedelta(days=1))

    assert refused(story, "open-consultation", short) == {"consultation_due_before"}
    assert taken(story, "open-consultation", request(BOARD))


def test_it_ends_before_its_day_only_when_all_have_answered():
    said = d.ConsultationClosing(silent={BOARD: "đã nhắc hai lần"})
    early = {"on": date(2024, 12, 20)}
    story = asked(COMMISSION, due_on=date(2024, 12, 20))

    assert refused(story, "close-consultation", said, **early) == {"consultation_runs"}
    assert taken(asked(COMMISSION, BOARD), "close-consultation", d.ConsultationClosing())
    assert taken(asked(COMMISSION, due_on=date(2024, 12, 19)), "close-consultation", said)


def test_silence_after_the_day_has_a_reason():
    story = asked(COMMISSION, due_on=date(2024, 12, 19))
    nothing, blank = d.ConsultationClosing(), d.ConsultationClosing(silent={BOARD: " "})

    for said in (nothing, blank):
        assert refused(story, "close-consultation", said) == {"silence_unexplained"}


def test_silence_is_consent_after_the_day_where_the_programme_says_so():
    edition = consulting(KON_TUM, silence_is_consent=True)
    late = asked(COMMISSION, due_on=date(2024, 12, 19), edition=edition)
    running = asked(COMMISSION, due_on=date(2024, 12, 20), edition=edition)

    assert taken(late, "close-consultation", d.ConsultationClosing())
    assert refused(running, "close-consultation", d.ConsultationClosing()) == {"consultation_runs"}


def test_a_decision_waits_for_a_consultation_only_where_one_is_required():
    decision = d.Decision(level="PASS", number="5-QĐ")

    waiting = a_case("consulted", "base_cell")
    waiting.act(c.ConsultationOpened, request(BOARD), to="consulted")
    assert refused(waiting, "decide", decision) == {"consultation_not_closed"}
    free = a_case("consulted", "base_cell", consulting(KON_TUM, required=False))
    free.act(c.ConsultationOpened, request(BOARD), to="consulted")
    assert taken(free, "decide", decision)


@pytest.mark.parametrize("kind", ["base_cell", "base_committee"])
def test_the_corporation_recognises_without_a_consultation(kind):
    decision = d.Decision(level="PASS", number="5-QĐ")

    assert taken(a_case("appraised", kind, POWER), "decide", decision)


@pytest.mark.parametrize("kind", ["base_cell", "base_committee", "subordinate_cell"])
def test_the_group_rewards_after_the_boards_of_the_corporation_appraised_the_dossier(kind):
    story = a_case("recognised", kind, POWER)
    reward = d.RewardDecision(reward="group_outstanding", number="9-QĐ")
    opened = taken(story, "open-consultation", request(*story_bodies(story)))
    story.act(c.ConsultationOpened, opened.details, to="recognised")

    assert "reward_not_consulted" in refused(story, "decide-reward", reward)
    assert {body.partition("/")[2] for body in opened.details.bodies} == {
        "propaganda_board", "inspection_commission", "committee_office",
    }  # fmt: skip
    story.act(c.ConsultationClosed, d.ConsultationClosing(), to="recognised")
    assert "reward_not_consulted" not in refused(story, "decide-reward", reward)


def story_bodies(story):
    """The boards of the nearest Corporation above."""
    unit = next(
        code
        for code in ("captren", "captren2", "captren3")
        if story.world.unit(code).kind_on(TODAY) == "CORPORATION_COMMITTEE"
    )
    return [
        f"{unit}/{b}" for b in ("propaganda_board", "inspection_commission", "committee_office")
    ]
