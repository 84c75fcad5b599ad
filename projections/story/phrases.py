"""What happened, in words: a phrase for each kind of event of a case, Vietnamese and English.

`{field}` stands for a value of the act; `[…]` is left out where a value in it is missing. A key
`topic=value` is for acts whose deciding field (`ActKind.worded_by`) has that value.
"""

PHRASES: dict[str, tuple[str, str]] = {
    "case-opened": (
        "mở hồ sơ của {subject} theo chương trình {programme}, kỳ {period}",
        "opened the case of {subject} under the programme {programme}, period {period}",
    ),
    "directly-opened": (
        "bắt đầu hồ sơ không qua đăng ký",
        "began the case without a registration",
    ),
    "pilot-selected": (
        "chọn đơn vị vào danh sách thí điểm[ theo {document.number}]",
        "chose the unit for the pilot list[ by {document.number}]",
    ),
    "registered": (
        "đăng ký tham gia[, văn bản {document.number}][, đầu mối {contact}]",
        "registered[, document {document.number}][, contact {contact}]",
    ),
    "registration-forwarded": (
        "đề xuất đăng ký lên cấp trên[, văn bản {document.number}]",
        "forwarded the registration to the higher level[, document {document.number}]",
    ),
    "registration-answered=True": (
        "chấp nhận đăng ký[, văn bản {document.number}]",
        "accepted the registration[, document {document.number}]",
    ),
    "registration-answered=False": (
        "không chấp nhận đăng ký[, văn bản {document.number}]",
        "declined the registration[, document {document.number}]",
    ),
    "commitment-signed": (
        "ký cam kết[ tại hội nghị ngày {conference_on}]",
        "signed the commitment[ at the conference of {conference_on}]",
    ),
    "plan-filed": ("nộp kế hoạch[ {document.number}]", "filed the plan[ {document.number}]"),
    "example-registered": (
        "đăng ký nêu gương: {commitment}",
        "registered an example to set: {commitment}",
    ),
    "evidence-attached": (
        "đính minh chứng {evidence}[ cho {nodes}][: {value}]",
        "attached the evidence {evidence}[ for {nodes}][: {value}]",
    ),
    "evidence-withdrawn": (
        "rút minh chứng {evidence}",
        "withdrew the evidence {evidence}",
    ),
    "individual-sheet-submitted": (
        "nộp bảng tự chấm điểm[, tổng {outcome.total} điểm]",
        "submitted a scoring sheet[, {outcome.total} points in total]",
    ),
    "aggregate-adopted": (
        "thông qua biểu tổng hợp kết quả chấm điểm[, tổng {outcome.total} điểm]",
        "adopted the aggregate sheet[, {outcome.total} points in total]",
    ),
    "level-claimed=PASS": ("tự nhận mức đạt", "claimed that the criteria are met"),
    "level-claimed=FAIL": ("tự nhận mức không đạt", "claimed that the criteria are not met"),
    "ballots-counted=True": (
        (
            "kiểm phiếu: {votes_for} phiếu tán thành, {votes_against} phiếu không tán thành trên tổng số"
            " {roll}, được thông qua"
        ),
        "counted the ballots: {votes_for} for, {votes_against} against, of {roll} on the roll: carried",
    ),
    "ballots-counted=False": (
        (
            "kiểm phiếu: {votes_for} phiếu tán thành, {votes_against} phiếu không tán thành trên tổng số"
            " {roll}, không được thông qua"
        ),
        (
            "counted the ballots: {votes_for} for, {votes_against} against, of {roll} on the roll:"
            " not carried"
        ),
    ),
    "dossier-submitted": (
        "nộp hồ sơ đề nghị công nhận[ qua {channel}][; lý do nhận muộn: {accepted_late}]",
        "submitted the dossier[ by way of {channel}][; accepted late because: {accepted_late}]",
    ),
    "dossier-returned": (
        "trả lại hồ sơ để bổ sung {missing}, hạn {due_on}",
        "returned the dossier for {missing}, due on {due_on}",
    ),
    "dossier-supplemented": (
        "bổ sung hồ sơ[ qua {channel}]",
        "supplemented the dossier[ by way of {channel}]",
    ),
    "hop-appraised=PASS": (
        "thẩm định ở bước trung gian và đề xuất công nhận[, {outcome.total} điểm][: {opinion}]",
        "appraised at the hop and proposed recognition[, {outcome.total} points][: {opinion}]",
    ),
    "hop-appraised=FAIL": (
        "thẩm định ở bước trung gian và đề xuất không công nhận[, {outcome.total} điểm][: {opinion}]",
        "appraised at the hop and proposed no recognition[, {outcome.total} points][: {opinion}]",
    ),
    "appraised=PASS": (
        "thẩm định và đề xuất công nhận[, {outcome.total} điểm][: {opinion}]",
        "appraised and proposed recognition[, {outcome.total} points][: {opinion}]",
    ),
    "appraised=FAIL": (
        "thẩm định và đề xuất không công nhận[, {outcome.total} điểm][: {opinion}]",
        "appraised and proposed no recognition[, {outcome.total} points][: {opinion}]",
    ),
    "consultation-opened": (
        "lấy ý kiến {bodies}, hạn {due_on}",
        "asked {bodies} for an opinion, due on {due_on}",
    ),
    "opinion-given=agree": (
        "ghi ý kiến của {body}: đồng ý[; {opinion}]",
        "gave the opinion of {body}: agrees[; {opinion}]",
    ),
    "opinion-given=disagree": (
        "ghi ý kiến của {body}: không đồng ý[; {opinion}]",
        "gave the opinion of {body}: disagrees[; {opinion}]",
    ),
    "opinion-given=other": (
        "ghi ý kiến khác của {body}[: {opinion}]",
        "gave another opinion of {body}[: {opinion}]",
    ),
    "consultation-closed": ("kết thúc lấy ý kiến", "closed the consultation"),
    "comment-given": ("góp ý: {comment}", "commented: {comment}"),
    "decision-issued=PASS": (
        "quyết định công nhận, số {number}[; khác với đề xuất vì: {departure}]",
        "decided to recognise, decision {number}[; departing from the proposal because: {departure}]",
    ),
    "decision-issued=FAIL": (
        "quyết định không công nhận[, số {number}][; khác với đề xuất vì: {departure}]",
        (
            "decided not to recognise[, decision {number}]"
            "[; departing from the proposal because: {departure}]"
        ),
    ),
    "decision-superseded=PASS": (
        "ban hành quyết định công nhận số {number} thay thế số {replaces}",
        "superseded decision {replaces} by decision {number}, to recognise",
    ),
    "decision-superseded=FAIL": (
        "ban hành quyết định không công nhận số {number} thay thế số {replaces}",
        "superseded decision {replaces} by decision {number}, not to recognise",
    ),
    "reward-decided": (
        "quyết định khen thưởng {reward}, số {number}[, tiền thưởng {money} đồng]",
        "decided the reward {reward}, number {number}[, {money} đồng]",
    ),
    "certificate-issued": (
        "trao giấy khen {reward}, số {number}",
        "issued the certificate {reward}, number {number}",
    ),
    "inspection-concluded=True": (
        "kết luận kiểm tra, giám sát: đúng quy định; {conclusion}",
        "concluded an inspection: in order; {conclusion}",
    ),
    "inspection-concluded=False": (
        "kết luận kiểm tra, giám sát: chưa đúng quy định; {conclusion}",
        "concluded an inspection: not in order; {conclusion}",
    ),
    "defect-found": (
        (
            "phát hiện không bảo đảm tiêu chí, căn cứ {ground}[, tiêu chí {nodes}]: {statement}"
            "[; hạn giải trình {explain_by}]"
        ),
        (
            "found that the criteria were not met, ground {ground}[, criteria {nodes}]: {statement}"
            "[; to be explained by {explain_by}]"
        ),
    ),
    "inquiry-opened": (
        "giao {body} thẩm tra, xác minh, hạn {due_on}[, văn bản {document.number}]",
        "asked {body} to inquire by {due_on}[, document {document.number}]",
    ),
    "explanation-given": ("giải trình: {explanation}", "explained: {explanation}"),
    "recognition-confirmed": (
        "giữ nguyên quyết định công nhận, văn bản {number}",
        "confirmed the recognition, document {number}",
    ),
    "recognition-revoked=from_now": (
        (
            "huỷ bỏ quyết định công nhận, số {number}, căn cứ {ground}, có hiệu lực từ khi huỷ bỏ"
            "[ {effect_on}]"
        ),
        (
            "revoked the recognition, decision {number}, ground {ground}, with effect from now on"
            "[, {effect_on}]"
        ),
    ),
    "recognition-revoked=from_date": (
        "huỷ bỏ quyết định công nhận, số {number}, căn cứ {ground}, có hiệu lực từ ngày {effect_on}",
        "revoked the recognition, decision {number}, ground {ground}, with effect from {effect_on}",
    ),
    "recognition-revoked=as_if_never": (
        "huỷ bỏ quyết định công nhận, số {number}, căn cứ {ground}, coi như chưa từng công nhận",
        "revoked the recognition, decision {number}, ground {ground}, as if it had never been made",
    ),
    "recognition-restored": (
        "khôi phục quyết định công nhận theo kiến nghị {petition}, văn bản {number}",
        "restored the recognition after the petition {petition}, document {number}",
    ),
    "reward-recalled=True": (
        "thu hồi khen thưởng {reward}, đã nộp lại",
        "recalled the reward {reward}, which was given back",
    ),
    "reward-recalled=False": (
        "thu hồi khen thưởng {reward}, chưa nộp lại",
        "recalled the reward {reward}, which was not given back",
    ),
    "dependent-outcome-flagged=revoked": (
        "đánh dấu cần xem xét lại[ {dependent}] vì đã dựa vào {revoked} ({use})[ qua {via}], nay bị huỷ bỏ",
        "flagged for review[ {dependent}] what relied on {revoked} ({use})[ by way of {via}], now revoked",
    ),
    "dependent-outcome-flagged=superseded": (
        (
            "đánh dấu cần xem xét lại[ {dependent}] vì đã dựa vào {revoked} ({use})[ qua {via}],"
            " nay có quyết định thay thế"
        ),
        "flagged for review[ {dependent}] what relied on {revoked} ({use})[ by way of {via}], now superseded",
    ),
    "dependent-outcome-flagged=restored": (
        (
            "đánh dấu cần xem xét lại[ {dependent}] vì đã dựa vào {revoked} ({use})[ qua {via}],"
            " nay được khôi phục"
        ),
        "flagged for review[ {dependent}] what relied on {revoked} ({use})[ by way of {via}], now restored",
    ),
    "dependent-outcome-reviewed=stands": (
        "xem xét kết quả đã dựa vào {revoked} ({use}): giữ nguyên",
        "reviewed what relied on {revoked} ({use}): it stands",
    ),
    "dependent-outcome-reviewed=to_be_re_examined": (
        "xem xét kết quả đã dựa vào {revoked} ({use}): phải thẩm định lại",
        "reviewed what relied on {revoked} ({use}): to be re-examined",
    ),
    "petition-filed": (
        "kiến nghị {petition}: {subject_matter}[; hạn trả lời {answer_by}]",
        "filed the petition {petition}: {subject_matter}[; to be answered by {answer_by}]",
    ),
    "petition-answered=True": (
        "trả lời kiến nghị {petition}: chấp nhận[; {answer}]",
        "answered the petition {petition}: upheld[; {answer}]",
    ),
    "petition-answered=False": (
        "trả lời kiến nghị {petition}: không chấp nhận[; {answer}]",
        "answered the petition {petition}: not upheld[; {answer}]",
    ),
    "case-withdrawn": ("rút hồ sơ", "withdrew the case"),
    "case-suspended": ("tạm dừng hồ sơ[ đến {until}]", "suspended the case[ until {until}]"),
    "case-resumed": ("tiếp tục hồ sơ", "resumed the case"),
    "case-cancelled": (
        "chấm dứt hồ sơ do thay đổi tổ chức[: {change}]",
        "cancelled the case after a reorganisation[: {change}]",
    ),
    "subject-succeeded": (
        "chuyển hồ sơ sang đơn vị kế thừa {successor} ({change})",
        "passed the case on to the successor {successor} ({change})",
    ),
    "correction-recorded": (
        "đính chính {field} của sự kiện {of_position} thành {value}",
        "corrected {field} of the event {of_position} to {value}",
    ),
}
