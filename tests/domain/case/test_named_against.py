"""What stands against a decision is named: each thing that a reason is asked for, and what never goes, at its edge."""

import pytest
from msgspec import structs
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.refusal import RefusedError
from tests.domain.case.asking import SON_LA, a_case, ask, refused, taken
from tests.domain.case.test_bound import PASS, breach, claim, ready, then
from tests.support.stage_world import FINDING, Story

KON_TUM = ("kon-tum", "subordinate_cell")


def explained(story, payload=PASS):
    """The codes of what a reason is asked for."""
    with pytest.raises(RefusedError) as error:
        ask(story, "decide", payload)
    return [each.values["what"].value.key.removeprefix("refusal.") for each in error.value.refusals]


def test_its_own_claim_of_not_meeting_the_title_is_named_and_a_claim_of_meeting_it_is_not():
    story = ready(*KON_TUM)
    then(story, c.LevelClaimed, claim("FAIL"))
    assert explained(story) == ["against_claim"]

    then(story, c.LevelClaimed, claim("PASS"))
    assert taken(story, "decide", PASS)


def test_an_inspection_that_was_not_in_order_is_named_until_one_is():
    story = ready(*KON_TUM)
    then(story, c.InspectionConcluded, d.InspectionConclusion(conclusion="x", in_order=False))
    assert explained(story) == ["against_inspection"]

    then(story, c.InspectionConcluded, d.InspectionConclusion(conclusion="x", in_order=True))
    assert taken(story, "decide", PASS)


def test_a_breach_that_a_criterion_measures_is_named_by_the_criterion():
    """KT III.3 loses its points (KT-CRI-III.3)."""
    story = ready(*KON_TUM)
    breach(story)
    assert explained(story) == ["against_worse"]


def test_a_breach_that_no_criterion_measures_is_named_by_its_paper_in_the_period_alone():
    story = ready("son-la", "department_cell")
    breach(story, on="2025-01-01")
    assert taken(story, "decide", PASS)

    breach(story, on="2024-12-31")
    assert explained(story) in (["against_breach"], ["against_worse"])


def test_an_effect_that_the_programme_does_not_know_is_refused():
    story = a_case("explained")
    story.before("revoke")
    revocation = d.Revocation(number="5-QĐ", ground=FINDING.ground, effect="as_if_never")
    assert "effect_unknown" not in _codes(story, revocation)

    fewer = structs.replace(story.programme.revocation, effects=["from_now"])
    programme = structs.replace(story.programme, revocation=fewer)
    story.world.editions["kon-tum"] = story.edition.__class__(
        **{**vars(story.edition), "programme": programme}
    )
    assert "effect_unknown" in _codes(story, revocation)


def _codes(story, payload):
    try:
        ask(story, "revoke", payload)
    except RefusedError as error:
        return {each.code for each in error.refusals}
    return set()


def test_a_certificate_is_issued_for_a_reward_that_was_decided():
    story = Story(SON_LA, "department_cell").at("recognised", "captren2/party_committee")
    certificate = d.Certificate(reward="giay_khen", number="1")
    assert taken(story, "issue-certificate", certificate)

    rows = story.world.rows[story.stream]
    story.world.rows[story.stream] = [
        row for row in rows if not isinstance(row[0], c.RewardDecided | c.RewardRecalled)
    ]
    assert "reward_not_given" in refused(story, "issue-certificate", certificate)


def test_a_case_whose_version_the_log_has_not_is_told():
    story = a_case("appraised")
    opened = story.world.rows[story.stream][0]
    story.world.rows[story.stream][0] = (replace(opened[0], version="x" * 64), opened[1])
    assert refused(story, "decide", PASS) == {"version_missing"}
