"""Reasons for refusals about scoring and facts, and what explains a score."""

from __future__ import annotations

SHEET: dict[str, tuple[str, str]] = {
    "node_twice": (
        "Tiêu chí {node} được chấm hơn một lần.",
        "Criterion {node} is marked more than once.",
    ),
    "node_not_due": (
        "Tiêu chí {node} không áp dụng cho đối tượng này.",
        "Criterion {node} does not apply to this subject.",
    ),
    "node_missing": (
        "Tiêu chí {node} chưa được chấm.",
        "Criterion {node} has not been marked.",
    ),
    "level_unknown": (
        "Tiêu chí {node} không có mức “{level}”. Các mức: {known}.",
        "Criterion {node} has no level “{level}”. Levels: {known}.",
    ),
    "value_unreadable": (
        "Không đọc được giá trị “{value}” của tiêu chí {node}.",
        "The value “{value}” of criterion {node} cannot be read.",
    ),
    "value_in_no_band": (
        "Giá trị {value} của tiêu chí {node} không thuộc khoảng nào của bảng điểm: phải chọn mức.",
        "The value {value} of criterion {node} lies in no range of the table: choose a level.",
    ),
    "points_negative": (
        "Điểm của tiêu chí {node} không thể âm ({points}).",
        "The points of criterion {node} cannot be negative ({points}).",
    ),
    "points_above": (
        "Tiêu chí {node} được {points} điểm, quá điểm tối đa {maximum}.",
        "Criterion {node} has {points} points, above its maximum {maximum}.",
    ),
    "points_off_step": (
        "Điểm của tiêu chí {node} ({points}) phải là bội của {step}.",
        "The points of criterion {node} ({points}) must be a multiple of {step}.",
    ),
    "points_disagree": (
        "Tiêu chí {node} ghi {points} điểm nhưng giá trị đã chọn được {value} điểm.",
        "Criterion {node} says {points} points, but the value chosen is worth {value}.",
    ),
    "fact_not_recorded": (
        "Tiêu chí {node}: bảng ghi {value} nhưng sổ ghi {measured}; hãy ghi sự việc vào sổ trước.",
        "Criterion {node}: the sheet says {value}, the record {measured}; record the fact first.",
    ),
    "evidence_missing": (
        "Tiêu chí {node} đạt điểm tối đa thì phải có minh chứng.",
        "Criterion {node} is at its maximum and needs evidence.",
    ),
    "bonus_unknown": (
        "Không có lý do thưởng điểm “{reason}”.",
        "There is no reason “{reason}” for bonus points.",
    ),
    "bonus_negative": (
        "Điểm thưởng “{reason}” không thể âm.",
        "Bonus points for “{reason}” cannot be negative.",
    ),
    "bonus_above": (
        "Điểm thưởng “{reason}” là {points}, quá mức tối đa {maximum}.",
        "Bonus points for “{reason}” are {points}, above the maximum {maximum}.",
    ),
    "deduction_unknown": (
        "Không có lý do trừ điểm “{reason}”.",
        "There is no reason “{reason}” for a deduction.",
    ),
    "deduction_times": (
        "Số lần trừ điểm “{reason}” phải từ 1 trở lên ({times}).",
        "A deduction for “{reason}” counts at least once ({times}).",
    ),
    "deduction_from_nothing": (
        "Điểm trừ “{reason}” phải ghi cho một tiêu chí có trong bảng (“{node}”).",
        "A deduction for “{reason}” must name a criterion of the sheet (“{node}”).",
    ),
    "deduction_from_total": (
        "Điểm trừ “{reason}” tính vào tổng điểm, không ghi cho một tiêu chí.",
        "A deduction for “{reason}” is from the total and names no criterion.",
    ),
}

YEAR: dict[str, tuple[str, str]] = {
    "date_outside_year": (
        "Ngày {on} không thuộc năm {year}.",
        "The date {on} does not belong to {year}.",
    ),
    "meeting_nameless": ("Buổi sinh hoạt phải có mã.", "A meeting needs an id."),
    "meeting_twice": (
        "Đã ghi buổi sinh hoạt {meeting}; nếu ghi sai, hãy ghi lại dưới dạng đính chính.",
        "Meeting {meeting} is recorded already; if it was wrong, record it as a correction.",
    ),
    "meeting_unknown": (
        "Chưa ghi buổi sinh hoạt {meeting}.",
        "Meeting {meeting} has not been recorded.",
    ),
    "meeting_minutes": (
        "Thời gian sinh hoạt {minutes} phút là không thể.",
        "A meeting cannot last {minutes} minutes.",
    ),
    "meeting_speakers": (
        "Số người phát biểu ({speakers}) không khớp số có mặt ({present}).",
        "The number who spoke ({speakers}) does not fit those present ({present}).",
    ),
    "attendance_twice": (
        "{member} được ghi nhiều lần trong danh sách điểm danh.",
        "{member} is listed more than once in the attendance.",
    ),
    "session_twice": (
        "Đã ghi kỳ họp “{kind}” ngày {on}.",
        "The session “{kind}” of {on} is recorded already.",
    ),
    "rating_before_meeting": (
        "Ngày xếp loại {on} ở trước ngày sinh hoạt {held_on}.",
        "The rating of {on} is before the meeting of {held_on}.",
    ),
    "rating_disagrees": (
        "Xếp loại “{rating}” không khớp bảng điểm (“{level}”).",
        "The rating “{rating}” does not agree with the sheet (“{level}”).",
    ),
    "instrument_unknown": (
        "Không có bộ tiêu chí {criteria} của {programme} để chấm buổi sinh hoạt.",
        "There is no criteria set {criteria} of {programme} to score the meeting with.",
    ),
    "month_unreadable": ("Không có tháng {month}.", "There is no month {month}."),
    "report_twice": (
        "Đã có báo cáo tháng {month}; nếu thay thế, hãy ghi dưới dạng đính chính.",
        "Month {month} is reported on already; to replace the report, file a correction.",
    ),
    "report_before_month": (
        "Báo cáo tháng {month} không thể ghi ngày {on}.",
        "A report for month {month} cannot be of {on}.",
    ),
    "report_nameless": ("Phải ghi loại báo cáo.", "It must say which report it is."),
    "classification_final": (
        "{subject} đã có kết quả xếp loại chính thức ngày {on}.",
        "{subject} has a final classification of {on}.",
    ),
    "instrument_missing": (
        "Phải ghi số văn bản làm căn cứ.",
        "The number of the instrument it rests on is needed.",
    ),
    "subject_unreadable": (
        "“{subject}” không phải là tổ chức (unit:…) hoặc đảng viên (member:…).",
        "“{subject}” is no unit (unit:…) and no member (member:…).",
    ),
    "figure_nameless": ("Phải ghi tên chỉ tiêu.", "It must say which figure it is."),
    "figure_negative": (
        "Số liệu “{measure}” không thể âm.",
        "The figure “{measure}” cannot be negative.",
    ),
    "fee_twice": (
        "{member} đã đóng đảng phí tháng {month}.",
        "{member} has paid the fee of month {month} already.",
    ),
}

EXPLAINED: dict[str, tuple[str, str]] = {
    "scored_passes": ("{value}: đáp ứng yêu cầu {asked}.", "{value}: meets {asked}."),
    "scored_fails": ("{value}: không đáp ứng yêu cầu {asked}.", "{value}: does not meet {asked}."),
    "scored_level": ("Mức “{level}”.", "Level “{level}”."),
    "scored_points": ("Chấm {points} điểm.", "Given {points} points."),
    "scored_band": ("{value} thuộc khoảng {range}.", "{value} lies in {range}."),
    "scored_no_band": ("{value} không thuộc khoảng nào.", "{value} lies in no range."),
    "scored_missing": ("Chưa có kết quả.", "There is no result yet."),
    "check_fails": (
        "Không đáp ứng “{check}”: {value}, yêu cầu {asked}.",
        "“{check}” fails: {value}, asked {asked}.",
    ),
    "breach_deduct": ("Vi phạm: trừ {points} điểm.", "Breach: {points} points deducted."),
    "breach_zero": ("Vi phạm: tiêu chí không có điểm.", "Breach: the criterion has no points."),
    "breach_knockout": (
        "Vi phạm: không đạt toàn bộ, bất kể tổng điểm.",
        "Breach: the whole fails, whatever the total.",
    ),
    "deducted": ("Trừ {points} điểm.", "{points} points deducted."),
    "group_met": ("Đạt {met}/{of} tiêu chí.", "{met} of {of} criteria are met."),
    "group_minimum": ("Điểm tối thiểu của nhóm: {minimum}.", "Minimum of the group: {minimum}."),
    "group_rescaled": (
        "{points} điểm trên thang {of} quy đổi sang thang {to}.",
        "{points} points on a scale of {of}, rescaled to {to}.",
    ),
    "not_applicable_not_counted": (
        "Không áp dụng, không tính.",
        "Does not apply and is not counted.",
    ),
    "not_applicable_full": (
        "Không áp dụng, tính điểm tối đa.",
        "Does not apply and counts in full.",
    ),
    "not_applicable_zero": ("Không áp dụng, không có điểm.", "Does not apply and has no points."),
    "not_applicable_exclude_and_rescale": (
        "Không áp dụng, điểm được quy đổi cho các tiêu chí còn lại.",
        "Does not apply; its points are spread over the others.",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**SHEET, **YEAR, **EXPLAINED}
