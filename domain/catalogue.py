"""Every command there is: its verb, the stream it changes, its payload, the event it leads to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events import round as r
from domain.events import unit as u
from domain.events import unit_year as y
from domain.events.base import Data, Event

StreamKind = Literal["case", "unit", "person", "programme", "round", "unit-year", "log"]
Permission = Literal["role", "set_up", "superior", "unit"]
"""Who may give it: `role` by the programme's workflow; `set_up` the registrar; `superior` the
registrar or an organ of a unit above; `unit` an organ of the unit itself or of a unit above."""


class Verb(NamedTuple):
    """A command's name and shape. `payload` is what `--data` holds; `event` is what it leads to."""

    verb: str
    stream: StreamKind
    payload: type[Data]
    event: type[Event]
    permission: Permission
    vi: str
    en: str


def _verbs(stream: StreamKind, *rows: tuple[str, type[Event], Permission, str, str]) -> list[Verb]:
    return [Verb(verb, stream, event, event, who, vi, en) for verb, event, who, vi, en in rows]


def _acts(*rows: tuple[str, type[Data], type[Event], str, str]) -> list[Verb]:
    return [Verb(verb, "case", data, event, "role", vi, en) for verb, data, event, vi, en in rows]


CASE = _acts(
    ("open-case", d.Opening, c.DirectlyOpened, "Mở hồ sơ", "Open a case"),
    ("select-pilot", d.Selection, c.PilotSelected, "Chọn thí điểm", "Select as a pilot"),
    ("register", d.Registration, c.Registered, "Đăng ký", "Register"),
    ("forward-registration", d.Forwarding, c.RegistrationForwarded,
     "Đề xuất đăng ký lên cấp trên", "Forward the registration"),
    ("answer-registration", d.RegistrationReply, c.RegistrationAnswered,
     "Trả lời đăng ký", "Answer the registration"),
    ("sign-commitment", d.SignedCommitment, c.CommitmentSigned, "Ký cam kết", "Sign the commitment"),
    ("file-plan", d.Plan, c.PlanFiled, "Nộp kế hoạch", "File the plan"),
    ("register-example", d.ExampleCommitment, c.ExampleRegistered,
     "Đăng ký nêu gương", "Register an example-setting commitment"),
    ("attach-evidence", d.Evidence, c.EvidenceAttached, "Đính minh chứng", "Attach evidence"),
    ("withdraw-evidence", d.EvidenceWithdrawal, c.EvidenceWithdrawn,
     "Rút minh chứng", "Withdraw evidence"),
    ("submit-sheet", d.Scoring, c.IndividualSheetSubmitted,
     "Nộp bảng tự chấm điểm", "Submit an individual sheet"),
    ("adopt-aggregate", d.Adoption, c.AggregateAdopted,
     "Thông qua biểu tổng hợp", "Adopt the aggregate sheet"),
    ("claim-level", d.Claim, c.LevelClaimed, "Tự nhận mức", "Claim a level"),
    ("count-ballots", d.Ballots, c.BallotsCounted, "Kiểm phiếu", "Count the ballots"),
    ("submit-dossier", d.Dossier, c.DossierSubmitted, "Nộp hồ sơ", "Submit the dossier"),
    ("return-dossier", d.Return, c.DossierReturned, "Trả lại bổ sung", "Return for supplement"),
    ("supplement-dossier", d.Dossier, c.DossierSupplemented,
     "Bổ sung hồ sơ", "Supplement the dossier"),
    ("appraise-at-hop", d.Appraisal, c.HopAppraised,
     "Thẩm định bước trung gian", "Appraise at the hop"),
    ("appraise", d.Appraisal, c.Appraised, "Thẩm định", "Appraise"),
    ("open-consultation", d.ConsultationRequest, c.ConsultationOpened,
     "Lấy ý kiến", "Open the consultation"),
    ("give-opinion", d.Opinion, c.OpinionGiven, "Góp ý kiến", "Give an opinion"),
    ("close-consultation", d.ConsultationClosing, c.ConsultationClosed,
     "Kết thúc lấy ý kiến", "Close the consultation"),
    ("comment", d.Comment, c.CommentGiven, "Tham gia góp ý", "Comment"),
    ("decide", d.Decision, c.DecisionIssued, "Quyết định", "Decide"),
    ("supersede-decision", d.Supersession, c.DecisionSuperseded,
     "Ban hành quyết định thay thế", "Supersede the decision"),
    ("decide-reward", d.RewardDecision, c.RewardDecided, "Quyết định khen thưởng", "Decide a reward"),
    ("issue-certificate", d.Certificate, c.CertificateIssued,
     "Trao giấy khen", "Issue the certificate"),
    ("conclude-inspection", d.InspectionConclusion, c.InspectionConcluded,
     "Kết luận kiểm tra, giám sát", "Conclude an inspection"),
    ("find-defect", d.Finding, c.DefectFound, "Phát hiện không đảm bảo tiêu chí", "Find a defect"),
    ("open-inquiry", d.Inquiry, c.InquiryOpened, "Thẩm tra, xác minh", "Open an inquiry"),
    ("explain", d.Explanation, c.ExplanationGiven, "Giải trình", "Explain"),
    ("confirm-recognition", d.Confirmation, c.RecognitionConfirmed,
     "Giữ nguyên quyết định công nhận", "Confirm the recognition"),
    ("revoke", d.Revocation, c.RecognitionRevoked,
     "Huỷ bỏ quyết định công nhận", "Revoke the recognition"),
    ("restore-recognition", d.Restoration, c.RecognitionRestored,
     "Khôi phục quyết định công nhận", "Restore the recognition"),
    ("recall-reward", d.Recall, c.RewardRecalled, "Thu hồi khen thưởng", "Recall a reward"),
    ("review-dependent", d.DependentReview, c.DependentOutcomeReviewed,
     "Xem xét kết quả phụ thuộc", "Review a dependent outcome"),
    ("file-petition", d.Petition, c.PetitionFiled, "Kiến nghị", "File a petition"),
    ("answer-petition", d.PetitionAnswer, c.PetitionAnswered,
     "Trả lời kiến nghị", "Answer a petition"),
    ("withdraw", d.Withdrawal, c.CaseWithdrawn, "Rút hồ sơ", "Withdraw"),
    ("suspend", d.Suspension, c.CaseSuspended, "Tạm dừng hồ sơ", "Suspend the case"),
    ("resume", d.Resumption, c.CaseResumed, "Tiếp tục hồ sơ", "Resume the case"),
    ("cancel", d.Cancellation, c.CaseCancelled,
     "Chấm dứt do thay đổi tổ chức", "Cancel after a reorganisation"),
    ("correct", d.Correction, c.CorrectionRecorded, "Đính chính", "Correct"),
)  # fmt: skip

UNIT = _verbs(
    "unit",
    ("register-unit", u.UnitRegistered, "superior", "Thêm tổ chức đảng", "Register a unit"),
    ("rename-unit", u.UnitRenamed, "superior", "Đổi tên", "Rename a unit"),
    ("move-unit", u.UnitMoved, "superior", "Chuyển cấp trên trực tiếp", "Move a unit"),
    ("change-unit-kind", u.UnitKindChanged, "superior", "Đổi loại tổ chức", "Change a unit's kind"),
    ("change-attributes", u.AttributesChanged, "superior", "Đổi thuộc tính", "Change attributes"),
    ("establish-organ", u.OrganEstablished, "superior", "Lập cơ quan", "Establish an organ"),
    ("abolish-organ", u.OrganAbolished, "superior", "Bỏ cơ quan", "Abolish an organ"),
    ("merge-unit", u.UnitMerged, "superior", "Sáp nhập", "Merge a unit"),
    ("split-unit", u.UnitSplit, "superior", "Chia tách", "Split a unit"),
    ("dissolve-unit", u.UnitDissolved, "superior", "Giải thể", "Dissolve a unit"),
    ("assign-follower", u.FollowerAssigned, "superior", "Phân công theo dõi", "Assign a follower"),
    ("release-follower", u.FollowerReleased, "superior", "Thôi theo dõi", "Release a follower"),
    ("record-visit", u.VisitRecorded, "superior", "Ghi dự sinh hoạt, đôn đốc", "Record a visit"),
)

PERSON = _verbs(
    "person",
    ("register-person", p.PersonRegistered, "set_up", "Thêm người", "Register a person"),
    (
        "start-membership",
        p.MembershipStarted,
        "set_up",
        "Vào danh sách đảng viên",
        "Start membership",
    ),
    ("end-membership", p.MembershipEnded, "set_up", "Ra khỏi danh sách", "End membership"),
    ("record-exemption", p.ExemptionRecorded, "set_up", "Miễn sinh hoạt", "Record an exemption"),
    ("give-mandate", p.MandateGiven, "set_up", "Giao quyền", "Give a mandate"),
    ("end-mandate", p.MandateEnded, "set_up", "Hết quyền", "End a mandate"),
    ("delegate", p.DelegationGiven, "unit", "Uỷ quyền", "Delegate"),
    ("end-delegation", p.DelegationEnded, "unit", "Thôi uỷ quyền", "End a delegation"),
)

PROGRAMME = _verbs(
    "programme",
    ("publish-programme", r.ProgrammePublished, "set_up", "Công bố chương trình", "Publish"),
)

LOG = _verbs(
    "log",
    ("declare-holidays", r.HolidaysDeclared, "set_up", "Khai báo ngày lễ", "Declare holidays"),
)

ROUND = _verbs(
    "round",
    ("open-round", r.RoundOpened, "set_up", "Mở đợt", "Open a round"),
    ("lock-round", r.RoundLocked, "role", "Khoá đợt", "Lock a round"),
    ("reopen-round", r.RoundReopened, "role", "Mở lại đợt", "Reopen a round"),
    ("seal-round", r.RoundSealed, "role", "Chốt số liệu đợt", "Seal a round"),
    ("set-pilot-list", r.PilotListSet, "role", "Chọn danh sách thí điểm", "Set the pilot list"),
    ("extend-deadline", r.DeadlineExtended, "role", "Gia hạn", "Extend a deadline"),
    ("hold-review", r.ReviewHeld, "role", "Sơ kết, tổng kết", "Hold a review"),
    ("commend", r.CommendationGiven, "role", "Biểu dương", "Commend"),
    ("select-outstanding", r.OutstandingSelected, "role", "Bình chọn tiêu biểu", "Select the outstanding"),
    ("file-round-report", r.RoundReportFiled, "role", "Báo cáo tổng hợp", "File a round report"),
)  # fmt: skip

UNIT_YEAR = _verbs(
    "unit-year",
    ("record-meeting", y.MeetingRecorded, "unit", "Ghi buổi sinh hoạt", "Record a meeting"),
    ("rate-meeting", y.MeetingRated, "unit", "Xếp loại buổi sinh hoạt", "Rate a meeting"),
    ("record-session", y.SessionHeld, "unit", "Ghi kỳ họp", "Record a session"),
    ("file-monthly-report", y.MonthlyReportFiled, "unit", "Báo cáo tháng", "File a monthly report"),
    ("file-report", y.PeriodicReportFiled, "unit", "Báo cáo định kỳ", "File a report"),
    ("import-classification", y.ClassificationImported, "superior",
     "Nhập xếp loại hằng năm", "Import a classification"),
    ("record-discipline", y.DisciplineRecorded, "unit", "Ghi kỷ luật", "Record discipline"),
    ("record-breach", y.BreachRecorded, "unit", "Ghi vi phạm", "Record a breach"),
    ("report-figure", y.FigureReported, "unit", "Báo cáo số liệu", "Report a figure"),
    ("record-fee", y.FeePaid, "unit", "Ghi đảng phí", "Record a fee"),
    ("record-dissemination", y.DisseminationHeld, "unit", "Ghi quán triệt", "Record dissemination"),
    ("perform-duty", y.DutyPerformed, "unit", "Ghi nhiệm vụ đã làm", "Record a duty performed"),
)  # fmt: skip

VERBS: dict[str, Verb] = {
    verb.verb: verb for verb in (*CASE, *UNIT, *PERSON, *PROGRAMME, *LOG, *ROUND, *UNIT_YEAR)
}
"""All commands by verb."""
