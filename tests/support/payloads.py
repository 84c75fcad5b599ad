"""A payload for every verb that its rules accept, in a `stage_world` story."""

from __future__ import annotations

from datetime import date

from domain.authority.resolve import resolve
from domain.events import details as d
from domain.events.base import Document
from tests.support.best_sheet import blank_sheet
from tests.support.stage_world import (
    DOCUMENT,
    FINDING,
    PARENT,
    TODAY,
    UNIT,
    Story,
    ballots,
    consultation,
)

BODY = f"{PARENT}/party_committee"


def payload_for(story: Story, step):
    """The details that go with a step."""
    return _PAYLOADS[step.verb](story, step)


def _consulted(story):
    """The organs that the programme names to be asked."""
    programme = story.programme
    roles = programme.consultation.bodies if programme.consultation else []
    return [
        organ
        for role in roles
        for organ in resolve(programme.roles[role], story.kind, UNIT, "", TODAY, story.world)
    ]


def _documents(story):
    return [Document(document=each.document, number="2") for each in story.programme.dossier]


def _level(_story, step):
    return step.outcome or "PASS"


def _against(story, step):
    """A decision not to recognise says on a sheet what is not met."""
    return blank_sheet(story.sheet) if step.outcome == "FAIL" else None


def _correction(story, _step):
    submitted = next(
        act for act in story.world.case(story.stream).acts if act.event.TOPIC == "dossier-submitted"
    )
    return d.Correction(of_position=submitted.position, field="channel", value=_channel(story))


def _channel(story):
    """Through whom the programme lets a dossier go, else anything."""
    asked = story.programme.handing_in
    if asked is None:
        return "văn thư"
    return resolve(story.programme.roles[asked.through], story.kind, UNIT, "", TODAY, story.world)[
        0
    ]


def _reward(story):
    rewards = story.programme.rewards.items()
    fitting = [code for code, each in rewards if not each.subjects or story.kind in each.subjects]
    return next(iter(fitting), "none")


_PAYLOADS = {
    "open-case": lambda s, t: d.Opening(),
    "select-pilot": lambda s, t: d.Selection(document=DOCUMENT),
    "register": lambda s, t: d.Registration(
        document=Document(document="DOC-REG", number="1"), contact="đầu mối"
    ),
    "forward-registration": lambda s, t: d.Forwarding(),
    "answer-registration": lambda s, t: d.RegistrationReply(accepted=t.outcome != "DECLINED"),
    "sign-commitment": lambda s, t: d.SignedCommitment(conference_on=TODAY),
    "file-plan": lambda s, t: d.Plan(document=DOCUMENT),
    "register-example": lambda s, t: d.ExampleCommitment(commitment="nêu gương"),
    "attach-evidence": lambda s, t: d.Evidence(
        evidence="mc-2", nodes=[], kind="figure", value="12"
    ),
    "withdraw-evidence": lambda s, t: d.EvidenceWithdrawal(evidence="mc-1"),
    "submit-sheet": lambda s, t: d.Scoring(sheet=s.sheet),
    "adopt-aggregate": lambda s, t: d.Adoption(sheet=s.sheet),
    "claim-level": lambda s, t: d.Claim(level=_level(s, t), classification="WELL"),
    "count-ballots": lambda s, t: ballots(),
    "submit-dossier": lambda s, t: d.Dossier(documents=_documents(s)),
    "return-dossier": lambda s, t: d.Return(missing=["báo cáo"], due_on=date(2025, 1, 5)),
    "supplement-dossier": lambda s, t: d.Dossier(documents=_documents(s)),
    "appraise-at-hop": lambda s, t: d.Appraisal(
        proposal="PASS", sheet=s.sheet, review_results="đã kiểm điểm"
    ),
    "appraise": lambda s, t: d.Appraisal(
        proposal="PASS", sheet=s.sheet, review_results="đã kiểm điểm"
    ),
    "open-consultation": lambda s, t: consultation(_consulted(s)),
    "give-opinion": lambda s, t: d.Opinion(body=BODY, stance="agree"),
    "close-consultation": lambda s, t: d.ConsultationClosing(silent={BODY: "không trả lời"}),
    "comment": lambda s, t: d.Comment(comment="góp ý"),
    "decide": lambda s, t: d.Decision(
        level=_level(s, t), number="02-QĐ", departure="có lý do", sheet=_against(s, t)
    ),
    "supersede-decision": lambda s, t: d.Supersession(
        level=_level(s, t), number="06-QĐ", departure="có lý do", sheet=_against(s, t)
    ),
    "decide-reward": lambda s, t: d.RewardDecision(reward=_reward(s), number="03-QĐ"),
    "issue-certificate": lambda s, t: d.Certificate(reward=_reward(s), number="1"),
    "conclude-inspection": lambda s, t: d.InspectionConclusion(conclusion="tốt", in_order=True),
    "find-defect": lambda s, t: FINDING,
    "open-inquiry": lambda s, t: d.Inquiry(body=BODY, due_on=date(2025, 1, 20)),
    "explain": lambda s, t: d.Explanation(explanation="giải trình"),
    "confirm-recognition": lambda s, t: d.Confirmation(number="04-TB"),
    "revoke": lambda s, t: d.Revocation(
        number="05-QĐ", ground="criteria_not_met", effect="from_now"
    ),
    "restore-recognition": lambda s, t: d.Restoration(number="07-QĐ", petition="kn-1"),
    "recall-reward": lambda s, t: d.Recall(reward=_reward(s), returned=True),
    "review-dependent": lambda s, t: d.DependentReview(
        revoked="case:x", use="ratio", result="stands"
    ),
    "file-petition": lambda s, t: d.Petition(petition="kn-2", subject_matter="kiến nghị"),
    "answer-petition": lambda s, t: d.PetitionAnswer(petition="kn-1", upheld=False),
    "withdraw": lambda s, t: d.Withdrawal(),
    "suspend": lambda s, t: d.Suspension(),
    "resume": lambda s, t: d.Resumption(),
    "cancel": lambda s, t: d.Cancellation(),
    "correct": _correction,
}
