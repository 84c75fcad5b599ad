"""Events told in plain sentences, Vietnamese and English, one for each topic of a case."""

from __future__ import annotations

from domain.events import case as c

TOLD: dict[str, tuple[str, str]] = {
    c.CaseOpened.TOPIC: (
        "Mở hồ sơ {subject}, chương trình {programme}, kỳ {period}",
        "Case of {subject} opened, programme {programme}, period {period}",
    ),
    c.DirectlyOpened.TOPIC: ("Mở hồ sơ không qua đăng ký", "Opened without registration"),
    c.PilotSelected.TOPIC: ("Được chọn thí điểm", "Selected as a pilot"),
    c.Registered.TOPIC: ("Đăng ký", "Registered"),
    c.RegistrationForwarded.TOPIC: ("Đề xuất đăng ký lên cấp trên", "Registration forwarded"),
    c.RegistrationAnswered.TOPIC: (
        "Cấp trên trả lời đăng ký (chấp nhận: {accepted})",
        "Registration answered (accepted: {accepted})",
    ),
    c.CommitmentSigned.TOPIC: ("Ký cam kết", "Commitment signed"),
    c.PlanFiled.TOPIC: ("Nộp kế hoạch {document.number}", "Plan {document.number} filed"),
    c.ExampleRegistered.TOPIC: (
        "Đăng ký nêu gương: {commitment}",
        "Example registered: {commitment}",
    ),
    c.EvidenceAttached.TOPIC: ("Đính minh chứng {evidence}", "Evidence {evidence} attached"),
    c.EvidenceWithdrawn.TOPIC: ("Rút minh chứng {evidence}", "Evidence {evidence} withdrawn"),
    c.IndividualSheetSubmitted.TOPIC: (
        "Nộp bảng tự chấm điểm (tổng: {outcome.total}, đạt: {outcome.passes})",
        "Individual sheet submitted (total: {outcome.total}, passes: {outcome.passes})",
    ),
    c.AggregateAdopted.TOPIC: (
        "Thông qua biểu tổng hợp (tổng: {outcome.total}, đạt: {outcome.passes})",
        "Aggregate sheet adopted (total: {outcome.total}, passes: {outcome.passes})",
    ),
    c.LevelClaimed.TOPIC: ("Tự nhận mức {level}", "Claimed the level {level}"),
    c.BallotsCounted.TOPIC: (
        "Kiểm phiếu: {votes_for} tán thành, {votes_against} không, trên {roll} (thông qua: {passed})",
        "Ballots counted: {votes_for} for, {votes_against} against, of {roll} (carried: {passed})",
    ),
    c.DossierSubmitted.TOPIC: ("Nộp hồ sơ đề nghị", "Dossier submitted"),
    c.DossierReturned.TOPIC: (
        "Trả lại để bổ sung: {missing}; hạn {due_on}",
        "Returned for supplement: {missing}; due {due_on}",
    ),
    c.DossierSupplemented.TOPIC: ("Bổ sung hồ sơ", "Dossier supplemented"),
    c.HopAppraised.TOPIC: (
        "Cấp trung gian thẩm định, đề xuất {proposal}",
        "Appraised at the hop, proposal {proposal}",
    ),
    c.Appraised.TOPIC: ("Thẩm định, đề xuất {proposal}", "Appraised, proposal {proposal}"),
    c.ConsultationOpened.TOPIC: (
        "Lấy ý kiến {bodies}; hạn {due_on}",
        "Consultation of {bodies}; due {due_on}",
    ),
    c.OpinionGiven.TOPIC: ("{body} góp ý: {stance}", "Opinion of {body}: {stance}"),
    c.ConsultationClosed.TOPIC: ("Kết thúc lấy ý kiến", "Consultation closed"),
    c.CommentGiven.TOPIC: ("Góp ý: {comment}", "Comment: {comment}"),
    c.DecisionIssued.TOPIC: ("Quyết định {number}: {level}", "Decision {number}: {level}"),
    c.RewardDecided.TOPIC: (
        "Quyết định khen thưởng {number} ({reward})",
        "Reward decided, {number} ({reward})",
    ),
    c.CertificateIssued.TOPIC: (
        "Trao {reward}, số {number}",
        "Certificate {number} issued ({reward})",
    ),
    c.InspectionConcluded.TOPIC: (
        "Kết luận kiểm tra, giám sát (đúng quy định: {in_order})",
        "Inspection concluded (in order: {in_order})",
    ),
    c.DefectFound.TOPIC: (
        "Phát hiện không đảm bảo tiêu chí ({ground}): {statement}; giải trình trước {explain_by}",
        "Defect found ({ground}): {statement}; to be explained by {explain_by}",
    ),
    c.ExplanationGiven.TOPIC: ("Giải trình: {explanation}", "Explanation: {explanation}"),
    c.RecognitionConfirmed.TOPIC: (
        "Giữ nguyên quyết định công nhận ({number})",
        "Recognition confirmed ({number})",
    ),
    c.RecognitionRevoked.TOPIC: (
        "Huỷ bỏ quyết định công nhận: {number}, căn cứ {ground}, hiệu lực {effect} từ {effect_on}",
        "Recognition revoked: {number}, ground {ground}, effect {effect} from {effect_on}",
    ),
    c.RewardRecalled.TOPIC: (
        "Thu hồi khen thưởng {reward} (đã nộp lại: {returned})",
        "Reward {reward} recalled (returned: {returned})",
    ),
    c.DependentOutcomeFlagged.TOPIC: (
        "Đánh dấu kết quả phụ thuộc vào {revoked} ({use})",
        "Outcome that relied on {revoked} flagged ({use})",
    ),
    c.DependentOutcomeReviewed.TOPIC: (
        "Xem xét kết quả phụ thuộc vào {revoked} ({use}): {result}",
        "Outcome that relied on {revoked} reviewed ({use}): {result}",
    ),
    c.PetitionFiled.TOPIC: (
        "Kiến nghị {petition}: {subject_matter}",
        "Petition {petition}: {subject_matter}",
    ),
    c.PetitionAnswered.TOPIC: (
        "Trả lời kiến nghị {petition} (chấp nhận: {upheld})",
        "Petition {petition} answered (upheld: {upheld})",
    ),
    c.CaseWithdrawn.TOPIC: ("Rút hồ sơ", "Withdrawn"),
    c.CaseSuspended.TOPIC: ("Tạm dừng hồ sơ", "Suspended"),
    c.CaseResumed.TOPIC: ("Tiếp tục hồ sơ", "Resumed"),
    c.CaseCancelled.TOPIC: ("Chấm dứt do thay đổi tổ chức", "Cancelled after a reorganisation"),
    c.SubjectSucceeded.TOPIC: (
        "Chuyển sang tổ chức kế thừa {successor}",
        "Goes on with the successor {successor}",
    ),
    c.CorrectionRecorded.TOPIC: (
        "Đính chính vị trí {of_position}: {field} = {value}",
        "Position {of_position} corrected: {field} = {value}",
    ),
}
"""How each event of a case is told; names in braces are fields of the event or of its details."""
