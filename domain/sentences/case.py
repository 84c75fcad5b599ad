"""Reasons for refusals about recognition cases."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "not_at_this_stage": (
        "Không thể “{verb}” khi hồ sơ đang ở giai đoạn “{stage}”. Việc có thể làm: {allowed}.",
        "“{verb}” is not possible while the case is at “{stage}”. Possible: {allowed}.",
    ),
    "no_such_round": (
        "Chưa mở đợt {period} của chương trình {programme}.",
        "No round {period} of programme {programme} has been opened.",
    ),
    "round_not_open": (
        "Đợt {period} của chương trình {programme} chưa mở hoặc đã khoá.",
        "Round {period} of programme {programme} is not open or is locked.",
    ),
    "version_missing": (
        "Không tìm thấy phiên bản {version} của chương trình trong sổ.",
        "Programme version {version} is not in the log.",
    ),
    "unknown_subject": (
        "Không có đối tượng {subject} vào ngày {on}.",
        "There is no subject {subject} on {on}.",
    ),
    "subject_not_in_programme": (
        "{subject} không thuộc đối tượng của chương trình {programme}.",
        "{subject} is not a subject of programme {programme}.",
    ),
    "no_such_case": (
        "Chưa có hồ sơ {case}.",
        "There is no case {case}.",
    ),
    "date_in_future": (
        "Ngày {on} ở sau ngày hôm nay ({today}).",
        "The date {on} is after today ({today}).",
    ),
    "date_before_opening": (
        "Ngày {on} ở trước ngày mở hồ sơ ({opened_on}).",
        "The date {on} is before the case was opened ({opened_on}).",
    ),
    "date_before_last_step": (
        "Ngày {on} ở trước bước gần nhất của hồ sơ ({moved_on}).",
        "The date {on} is before the latest step of the case ({moved_on}).",
    ),
    "reason_missing": ("Phải ghi lý do.", "A reason is needed."),
    "number_missing": ("Phải ghi số văn bản.", "The document's number is needed."),
    "statement_missing": ("Phải ghi rõ nội dung.", "It must say what it is about."),
    "case_suspended": ("Hồ sơ đang tạm dừng.", "The case is suspended."),
    "case_not_suspended": ("Hồ sơ không tạm dừng.", "The case is not suspended."),
    "not_on_pilot_list": (
        "{unit} không có trong danh sách thí điểm của đợt này.",
        "{unit} is not on this round's pilot list.",
    ),
    "pilot_round": (
        "Đợt {period} chỉ dành cho đơn vị thí điểm.",
        "Round {period} is for pilot units only.",
    ),
    "registration_over": (
        "Đợt này đã kết thúc trước ngày {on}.",
        "This round ended before {on}.",
    ),
    "plan_missing": ("Chưa nộp kế hoạch.", "The plan has not been filed."),
    "commitment_missing": ("Chưa ký cam kết.", "The commitment has not been signed."),
    "no_sheet": ("Chưa có bảng tự chấm điểm nào.", "No individual sheet has been submitted."),
    "no_aggregate": (
        "Chưa thông qua biểu tổng hợp.",
        "The aggregate sheet has not been adopted.",
    ),
    "claim_above_outcome": (
        "Kết quả tự đánh giá không đạt nên không thể tự nhận “đạt” (điều kiện loại trừ: {reasons}).",
        "The sheet does not reach the title, so PASS cannot be claimed (knock-outs: {reasons}).",
    ),
    "departure_from_mean": (
        "Tiêu chí {node} khác điểm trung bình {mean}: phải ghi lý do.",
        "Criterion {node} departs from the mean {mean}: a reason is needed.",
    ),
    "vote_missing": ("Chưa có biên bản kiểm phiếu.", "The ballots have not been counted."),
    "vote_lost": (
        "Biểu quyết không đủ số phiếu tán thành.",
        "The vote did not have the votes it needs.",
    ),
    "ballots_present": (
        "Số có mặt ({present}) lớn hơn danh sách ({roll}).",
        "More are present ({present}) than are on the roll ({roll}).",
    ),
    "ballots_issued": (
        "Số phiếu phát ra ({issued}) lớn hơn số có mặt ({present}).",
        "More ballots were issued ({issued}) than people were present ({present}).",
    ),
    "ballots_returned": (
        "Số phiếu thu về ({returned}) lớn hơn số phát ra ({issued}).",
        "More ballots were returned ({returned}) than issued ({issued}).",
    ),
    "ballots_valid": (
        "Phiếu hợp lệ ({valid}) và không hợp lệ ({invalid}) không khớp số thu về ({returned}).",
        "Valid ({valid}) and invalid ({invalid}) ballots do not add up to those returned ({returned}).",
    ),
    "ballots_votes": (
        "Phiếu tán thành ({votes_for}) và không tán thành ({votes_against}) lớn hơn số hợp lệ ({valid}).",
        "Votes for ({votes_for}) and against ({votes_against}) are more than the valid ones ({valid}).",
    ),
    "ballots_negative": ("Số phiếu không thể âm.", "Numbers of ballots cannot be negative."),
    "document_missing": (
        "Hồ sơ thiếu: {document} ({symbol}).",
        "The dossier lacks: {document} ({symbol}).",
    ),
    "return_names_nothing": (
        "Trả lại hồ sơ phải nêu rõ còn thiếu gì.",
        "A return must name what is missing.",
    ),
    "return_date_not_later": (
        "Hạn bổ sung {due_on} phải sau ngày {on}.",
        "The new date {due_on} must be later than {on}.",
    ),
    "node_unknown": ("Không có tiêu chí {node}.", "There is no criterion {node}."),
    "evidence_twice": (
        "Đã có minh chứng mang mã {evidence}.",
        "There is already evidence with the id {evidence}.",
    ),
    "evidence_empty": (
        "Minh chứng {evidence} không có văn bản và không có số liệu.",
        "Evidence {evidence} has neither a document nor a figure.",
    ),
    "evidence_unknown": (
        "Không có minh chứng {evidence} để rút.",
        "There is no evidence {evidence} to withdraw.",
    ),
    "hop_missing": (
        "Chưa có thẩm định của cấp trung gian.",
        "The hop has not appraised yet.",
    ),
    "consultation_not_closed": (
        "Việc lấy ý kiến chưa kết thúc.",
        "The consultation is not closed.",
    ),
    "consultation_of_nobody": (
        "Phải nêu các cơ quan được lấy ý kiến, mỗi cơ quan một lần.",
        "Name the bodies to be asked, each once.",
    ),
    "consultation_due_before": (
        "Hạn góp ý {due_on} ở trước ngày {on}.",
        "The date to answer {due_on} is before {on}.",
    ),
    "body_not_asked": (
        "{body} không có trong danh sách lấy ý kiến.",
        "{body} was not asked for an opinion.",
    ),
    "opinion_for_another": (
        "Ý kiến của {body} không thể do {organ} gửi.",
        "The opinion of {body} cannot be given by {organ}.",
    ),
    "silence_unexplained": (
        "{body} chưa góp ý: phải ghi lý do kết thúc khi chưa có ý kiến.",
        "{body} has not answered: a reason for closing without it is needed.",
    ),
    "appraiser_assessed": (
        "{person} đã tham gia tự đánh giá nên không được thẩm định hồ sơ này.",
        "{person} took part in the self-assessment and may not appraise this case.",
    ),
    "decides_alone": (
        "{person} đã tham gia đánh giá hoặc thẩm định nên không được một mình quyết định.",
        "{person} assessed or appraised this case and may not decide it alone.",
    ),
    "departure_unexplained": (
        "Quyết định “{level}” khác đề xuất của cơ quan thẩm định: phải ghi lý do.",
        "The decision “{level}” departs from the appraiser's proposal: a reason is needed.",
    ),
    "input_not_final": (
        "Kết quả “{input}” chưa chính thức.",
        "The input “{input}” is not final.",
    ),
    "not_standing": (
        "Không có quyết định công nhận đang có hiệu lực.",
        "There is no recognition standing.",
    ),
    "reward_unknown": (
        "Chương trình không có hình thức khen thưởng {reward}.",
        "The programme has no reward {reward}.",
    ),
    "reward_level": (
        "Khen thưởng {reward} đòi hỏi mức {level}.",
        "Reward {reward} asks for the level {level}.",
    ),
    "reward_not_given": (
        "Chưa có quyết định khen thưởng {reward}.",
        "Reward {reward} has not been decided.",
    ),
    "finding_without_evidence": (
        "Phát hiện phải kèm căn cứ.",
        "A finding needs evidence.",
    ),
    "no_finding": (
        "Chưa có phát hiện nào để xem xét.",
        "There is no finding to decide on.",
    ),
    "explanation_time_runs": (
        "Đơn vị còn thời hạn giải trình đến {explain_by}.",
        "The unit may explain until {explain_by}.",
    ),
    "inquiry_runs": (
        "{body} đang thẩm tra, xác minh; phải có kết luận trước.",
        "{body} is inquiring; its conclusion comes first.",
    ),
    "inquiry_date_past": (
        "Hạn thẩm tra {due_on} ở trước ngày mở.",
        "The inquiry's due date {due_on} is before the day on which it is opened.",
    ),
    "petition_not_upheld": (
        "Kiến nghị {petition} chưa được chấp nhận sau khi huỷ bỏ.",
        "The petition {petition} has not been upheld since the revocation.",
    ),
    "nothing_decided": (
        "Chưa có quyết định nào để thay thế.",
        "There is no decision to supersede.",
    ),
    "number_of_the_replaced": (
        "Số {number} là số của quyết định bị thay thế.",
        "The number {number} is that of the decision to be replaced.",
    ),
    "supersedes_a_later_one": (
        "Quyết định thay thế ngày {on} ở trước quyết định cũ ngày {decided_on}.",
        "The new decision of {on} is before the one it replaces, of {decided_on}.",
    ),
    "streak_too_short": (
        "Khen thưởng {reward} cần {streak} kỳ liền được công nhận; mới có {found}.",
        "The reward {reward} asks for {streak} recognised periods in a row; there are {found}.",
    ),
    "recognition_old": (
        "Quyết định công nhận đã ban hành {years} năm trước, quá một nhiệm kỳ.",
        "The recognition was decided {years} years ago, more than a term.",
    ),
    "cooling_down": (
        "Đã bị huỷ bỏ công nhận năm {revoked}; được đề nghị lại từ năm {again}.",
        "A recognition was revoked in {revoked}; it may be asked for again from {again}.",
    ),
    "ground_unknown": (
        "Không có căn cứ “{ground}”. Căn cứ của chương trình: {known}.",
        "There is no ground “{ground}”. The programme's grounds: {known}.",
    ),
    "effect_unknown": (
        "Chương trình không cho hiệu lực “{effect}”.",
        "The programme does not allow the effect “{effect}”.",
    ),
    "effect_date_missing": (
        "Phải ghi ngày bắt đầu hiệu lực huỷ bỏ.",
        "The date from which the revocation takes effect is needed.",
    ),
    "effect_before_recognition": (
        "Hiệu lực huỷ bỏ {effect_on} ở trước ngày công nhận {on}.",
        "The revocation's effect {effect_on} is before the recognition of {on}.",
    ),
    "petition_twice": (
        "Đã có kiến nghị mang mã {petition}.",
        "There is already a petition with the id {petition}.",
    ),
    "petition_unknown": (
        "Không có kiến nghị {petition} đang chờ trả lời.",
        "No petition {petition} waits for an answer.",
    ),
    "nothing_flagged": (
        "Không có kết quả phụ thuộc nào của {revoked} ({use}) đang chờ xem xét.",
        "No outcome that relied on {revoked} ({use}) waits for review.",
    ),
    "correction_of_correction": (
        "Vị trí {position} là một lần đính chính; hãy đính chính lại chính sự kiện ban đầu.",
        "Position {position} is a correction; correct the first event again.",
    ),
    "correction_of_nothing": (
        "Hồ sơ không có sự kiện ở vị trí {position}.",
        "The case has no event at position {position}.",
    ),
    "correction_of_decisive_field": (
        "“{field}” quyết định giai đoạn hoặc kết quả: hãy ra quyết định mới, không đính chính.",
        "“{field}” decides a stage or an outcome: it takes a new act, not a correction.",
    ),
    "correction_of_text": (
        "“{field}” là phần viết tự do có thể xoá được: hãy ghi lại bằng một việc mới, không đính chính.",
        "“{field}” is free text that can be erased: write it anew by a new act, not a correction.",
    ),
    "correction_unreadable": (
        "Không thể ghi “{value}” vào “{field}”.",
        "“{value}” cannot be written into “{field}”.",
    ),
    "correction_changes_nothing": (
        "Đính chính “{field}” không thay đổi gì.",
        "The correction of “{field}” changes nothing.",
    ),
}
