"""Before there is a case every rule has an answer: what never happened is missing, and nothing stands against it."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.decide import situate
from domain.case.guards import (
    GUARDS,
    always,
    consultation,
    evidence,
    joint,
    preparation,
    restoring,
    revoking,
    rewarding,
)
from domain.events import details as d
from tests.domain.case.asking import KON_TUM, SON_LA, no_case
from tests.support.shown import assert_shown
from tests.support.stage_world import TODAY, period_of, subject_of

CLAIM, REWARD = d.Claim(level="PASS"), d.RewardDecision(reward="x", number="1")
TYPED = {
    "claim_not_above_outcome": CLAIM,
    "claim_as_outcome": replace(CLAIM, level="FAIL"),
    "reward_level_reached": REWARD,
    "reward_given": REWARD,
}
MISSING = {
    "on_pilot_list": "not_on_pilot_list",
    "plan_filed": "plan_missing",
    "commitment_signed": "commitment_missing",
    "sheets_submitted": "no_sheet",
    "sheet_by_criterion": "sheet_missing",
    "aggregate_adopted": "no_aggregate",
    "vote_passed": "vote_missing",
    "dossier_complete": "document_missing",
    "hop_proposed": "hop_missing",
    "consultation_closed": "consultation_not_closed",
    "standing": "not_standing",
    "reward_level_reached": "reward_unknown",
    "reward_given": "reward_not_given",
    "evidence_given": "finding_without_evidence",
    "explained_or_time_over": "no_finding",
}


def before(payload=None, edition=SON_LA, kind="department_cell"):
    """Somebody begins a case of a cell: nothing has happened in it yet."""
    story, programme = no_case(kind, edition), edition.programme
    command = story.world.command(
        "open-case", story.stream, {}, programme=programme.code, period=period_of(programme),
        subject=subject_of(programme, kind), organ="captren/standing_committee", on=TODAY,
    )  # fmt: skip
    return situate(None, replace(command, payload=payload or command.payload), story.world)


@pytest.mark.parametrize("name", GUARDS)
def test_every_guard_answers_before_there_is_a_case(name):
    reasons = GUARDS[name](before(TYPED.get(name)))

    for each in reasons:
        assert_shown(each)
    assert {each.code for each in reasons} == {MISSING[name]} if name in MISSING else not reasons


def test_a_pilot_round_takes_nobody_who_begins_a_case_without_a_choice():
    found = GUARDS["not_pilot_round"](before(edition=KON_TUM, kind="base_cell"))

    assert [(each.code, str(each.values["period"])) for each in found] == [("pilot_round", "2024")]
    assert GUARDS["on_pilot_list"](before(edition=KON_TUM, kind="base_cell")) == []


@pytest.mark.parametrize(
    ("rule", "payload", "codes"),
    [
        (consultation.opinion_refusals, d.Opinion(body="x/y", stance="agree"), ["body_not_asked"]),
        (consultation.closing_refusals, d.ConsultationClosing(), []),
        (revoking.petition_refusals, d.Petition(petition="a", subject_matter="s"), []),
        (revoking.answer_refusals, d.PetitionAnswer(petition="a", upheld=True), ["petition_unknown"]),
        (revoking.review_refusals, d.DependentReview(revoked="case:x", use="ratio", result="stands"),
         ["nothing_flagged"]),
        (revoking.revocation_refusals,
         d.Revocation(number="1", ground="criteria_not_met", effect="from_date", effect_on=date(2000, 1, 1)),
         []),
        (restoring.supersession_refusals, d.Supersession(level="PASS", number="1"), ["nothing_decided"]),
        (restoring.supersession_refusals, d.Supersession(level="PASS", number=" "),
         ["number_missing", "nothing_decided"]),
        (restoring.restoration_refusals, d.Restoration(number="1", petition="a"), ["petition_not_upheld"]),
        (evidence.withdrawal_refusals, d.EvidenceWithdrawal(evidence="x"), ["evidence_unknown"]),
        (always.resumption_refusals, d.Resumption(), ["case_not_suspended"]),
        (always.correction_refusals, d.Correction(of_position=1, field="x", value="1"), []),
        (always.decision_refusals, d.Decision(level="FAIL", number="1"), []),
        (preparation.preparation_refusals, d.Opening(), ["registration_missing", "commitment_missing"]),
        (joint.claim_refusals, CLAIM, []),
    ],
)  # fmt: skip
def test_every_rule_of_an_act_answers_before_there_is_a_case(rule, payload, codes):
    reasons = rule(before(payload), payload)

    for each in reasons:
        assert_shown(each)
    assert [each.code for each in reasons] == codes


def test_no_reward_is_open_or_given_before_there_is_a_case():
    assert rewarding.rewards_open(before(REWARD)) == []
    assert consultation.unanswered(before()) == []
    assert not consultation.is_closed(before())


@pytest.mark.parametrize(
    ("on", "codes"), [(date(2024, 12, 31), []), (date(2025, 1, 1), ["registration_over"])]
)
def test_registration_is_open_until_the_round_closes(on, codes):
    begun = before()
    again = situate(None, replace(begun.command, effective_on=on), begun.world)

    assert [each.code for each in GUARDS["registration_open"](again)] == codes
