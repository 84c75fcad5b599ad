"""Reasons for refusals about units, persons, programmes and rounds."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "unit_unknown": ("Không có tổ chức {unit}.", "There is no unit {unit}."),
    "unit_twice": ("Đã có tổ chức {unit}.", "There is already a unit {unit}."),
    "unit_code_unusable": (
        "Mã tổ chức “{unit}” không dùng được (không để trống, không có “/” hoặc “:”).",
        "The unit code “{unit}” cannot be used (not empty, without “/” or “:”).",
    ),
    "unit_without_name": ("Tổ chức {unit} phải có tên.", "Unit {unit} needs a name."),
    "unit_not_there": (
        "Tổ chức {unit} không tồn tại vào ngày {on}.",
        "Unit {unit} does not exist on {on}.",
    ),
    "unit_circle": (
        "{unit} không thể trực thuộc {parent}: {parent} nằm dưới {unit}.",
        "{unit} cannot be under {parent}: {parent} is below {unit}.",
    ),
    "unit_into_itself": (
        "{unit} không thể nhập vào chính mình.",
        "{unit} cannot be merged into itself.",
    ),
    "successor_missing": (
        "Phải nêu tổ chức kế thừa của {unit}.",
        "The successor of {unit} must be named.",
    ),
    "organ_unusable": (
        "Tên cơ quan “{organ}” không dùng được.",
        "The organ name “{organ}” cannot be used.",
    ),
    "organ_there": ("{unit} đã có cơ quan {organ}.", "{unit} already has the organ {organ}."),
    "organ_not_there": ("{unit} không có cơ quan {organ}.", "{unit} has no organ {organ}."),
    "follower_twice": ("{person} đang theo dõi {unit}.", "{person} already follows {unit}."),
    "no_follower": (
        "{person} không được phân công theo dõi {unit} vào ngày này.",
        "{person} is not assigned to follow {unit} on this day.",
    ),
    "person_unknown": ("Không có người mang mã {person}.", "There is no person {person}."),
    "person_twice": ("Đã có người mang mã {person}.", "There is already a person {person}."),
    "person_id_unusable": (
        "Mã người “{person}” không dùng được (không để trống, không có “/” hoặc “:”).",
        "The person id “{person}” cannot be used (not empty, without “/” or “:”).",
    ),
    "on_a_roll": (
        "{person} đang sinh hoạt tại {unit}.",
        "{person} is on the roll of {unit}.",
    ),
    "not_on_roll": (
        "{person} không có trong danh sách của {unit} vào ngày này.",
        "{person} is not on the roll of {unit} on this day.",
    ),
    "ends_before_it_begins": (
        "Ngày kết thúc {until} ở trước ngày bắt đầu {on}.",
        "The end {until} is before the beginning {on}.",
    ),
    "mandate_twice": ("Đã có quyền mang mã {mandate}.", "There is already a mandate {mandate}."),
    "mandate_not_there": (
        "Không có quyền {mandate} đang có hiệu lực.",
        "There is no mandate {mandate} in force.",
    ),
    "power_does_not_fit": (
        "Quyền “{power}” không hợp với {organ}.",
        "The power “{power}” does not fit {organ}.",
    ),
    "nothing_to_delegate": (
        "{person} không có quyền của chính mình tại {organ} để uỷ quyền.",
        "{person} has no mandate of his own at {organ} to delegate.",
    ),
    "delegation_outlives": (
        "Uỷ quyền phải nằm trong thời hạn của quyền {mandate}.",
        "A delegation stays within the time of the mandate {mandate}.",
    ),
    "delegates_to_himself": (
        "{person} không thể uỷ quyền cho chính mình.",
        "{person} cannot delegate to himself.",
    ),
    "delegation_twice": (
        "Đã có uỷ quyền mang mã {delegation}.",
        "There is already a delegation {delegation}.",
    ),
    "delegation_not_there": (
        "Không có uỷ quyền {delegation}.",
        "There is no delegation {delegation}.",
    ),
    "delegation_without_evidence": (
        "Uỷ quyền phải có văn bản (số văn bản).",
        "A delegation needs its document's number.",
    ),
    "delegation_by_another": (
        "Chỉ người uỷ quyền mới ký được uỷ quyền, không phải {person}.",
        "Only the delegator signs a delegation, not {person}.",
    ),
    "holiday_of_another_year": (
        "Ngày {day} không thuộc năm {year}.",
        "The day {day} is not in {year}.",
    ),
    "round_unknown": ("Chưa mở đợt {round}.", "Round {round} has not been opened."),
    "round_locked": (
        "Đợt {round} đã khoá; muốn sửa thì phải mở lại đợt, có lý do.",
        "The round {round} is locked; to change it, reopen it with a reason.",
    ),
    "organ_not_above": (
        "{organ} không phải cấp trên của đơn vị nào trong đợt {round}.",
        "{organ} is not above any unit of the round {round}.",
    ),
    "round_not_locked": (
        "Đợt {round} chưa khoá.",
        "The round {round} is not locked.",
    ),
    "round_sealed": (
        "Đợt {round} đã chốt số liệu; muốn chốt lại thì mở lại đợt rồi khoá.",
        "The round {round} is sealed already; to seal it again, reopen and lock it.",
    ),
    "seal_without_review": (
        "Đợt {round} chưa có tổng kết để chốt.",
        "There is no review of the round {round} to seal.",
    ),
    "round_twice": ("Đợt {round} đã mở.", "Round {round} is already open."),
    "period_unreadable": (
        "“{period}” không phải là kỳ (2024, 2024-Q1 hoặc 2024-05).",
        "“{period}” is no period (2024, 2024-Q1 or 2024-05).",
    ),
    "period_cadence": (
        "Kỳ {period} không khớp chu kỳ của chương trình ({cadence}).",
        "Period {period} does not fit the programme's cadence ({cadence}).",
    ),
    "period_outside": (
        "Kỳ {period} nằm ngoài thời gian của chương trình {programme}.",
        "Period {period} is outside the time of programme {programme}.",
    ),
    "version_unknown": (
        "Chương trình {programme} chưa được công bố hoặc không có phiên bản này.",
        "Programme {programme} has not been published, or not in this version.",
    ),
    "version_twice": (
        "Phiên bản {version} đã được công bố.",
        "Version {version} has been published already.",
    ),
    "content_unreadable": (
        "Nội dung chương trình {programme} không đọc được.",
        "The content of programme {programme} cannot be read.",
    ),
    "content_of_another": (
        "Nội dung không khớp mã hoặc phiên bản của chương trình {programme}.",
        "The content does not have the code or the version it says ({programme}).",
    ),
    "no_pilot": ("Đợt {round} không có thí điểm.", "Round {round} has no pilot list."),
    "pilot_places": (
        "Chọn {count} đơn vị thí điểm, chương trình chỉ có {places} chỗ.",
        "{count} pilot units chosen, the programme has {places} places.",
    ),
    "deadline_unknown": ("Không có thời hạn {deadline}.", "There is no deadline {deadline}."),
    "review_unknown": (
        "Chương trình không có hội nghị “{review}”.",
        "The programme has no review “{review}”.",
    ),
    "commendation_unknown": (
        "Chương trình không có hình thức biểu dương {commendation}.",
        "The programme has no commendation {commendation}.",
    ),
    "commended_twice": ("{person} đã được biểu dương.", "{person} has been commended already."),
    "selected_twice": ("{subject} đã được chọn.", "{subject} has been selected already."),
    "selection_lost": (
        "{subject} không đủ quá nửa số phiếu.",
        "{subject} did not have more than half of the votes.",
    ),
    "too_few_years": (
        "{subject} chưa đủ {years} năm được công nhận.",
        "{subject} was not recognised in {years} years.",
    ),
    "report_unknown": (
        "Chương trình không có báo cáo {report}.",
        "The programme has no report {report}.",
    ),
}
