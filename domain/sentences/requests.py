"""Reasons for refusals about a request itself, before any rule is asked."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "verb_unknown": (
        "Không có lệnh “{verb}”.",
        "There is no command “{verb}”.",
    ),
    "payload_unreadable": (
        "Dữ liệu của lệnh “{verb}” không đúng tại {at}: {vi}",
        "The data of “{verb}” does not fit at {at}: {en}",
    ),
    "field_unknown": (
        "Dữ liệu của lệnh “{verb}” không có mục “{field}”. Có phải là: {nearest}?",
        "The data of “{verb}” have no field “{field}”. Is it: {nearest}?",
    ),
    "times_in_real_log": (
        (
            "Tệp {file} có giờ ghi (“at”), chỉ dùng cho sổ mô phỏng; sổ này là sổ thật. Thêm --ignore-times"
            " nếu muốn ghi tất cả vào lúc này."
        ),
        (
            "The file {file} has times of recording (“at”), which count in a simulated log only; this log is"
            " a real one. Add --ignore-times to record everything now."
        ),
    ),
    "scenario_before_opening": (
        "Tệp {file} bắt đầu lúc {at}, trước khi sổ được mở ({opened_at}). Hãy mở sổ với --at sớm hơn.",
        "The file {file} begins at {at}, before the log was opened ({opened_at}). Open the log with an earlier --at.",
    ),
    "moment_unreadable": (
        "“{when}” không phải là vị trí, ngày hoặc thời điểm (1058, 2024-12-31, 2024-12-31T17:00).",
        "“{when}” is no position, day or instant (1058, 2024-12-31, 2024-12-31T17:00).",
    ),
    "moment_in_future": (
        "“{when}” ở trong tương lai; sổ chưa thể biết.",
        "“{when}” is in the future; the log cannot know it yet.",
    ),
    "position_not_yet": (
        "Sổ chưa có vị trí {position}; vị trí cuối là {last}.",
        "The log has no position {position} yet; the last is {last}.",
    ),
    "before_the_first": (
        "Lúc đó sổ chưa được mở; sự kiện đầu tiên ghi lúc {began}.",
        "The log was not open then; its first event was recorded at {began}.",
    ),
    "case_not_open_yet": (
        "Đến ngày {on} chưa có hồ sơ {case}.",
        "By {on} there was no case {case} yet.",
    ),
    "no_round_to_try": (
        "Chương trình {programme} không có đợt nào trong năm {year}.",
        "The programme {programme} has no round in {year}.",
    ),
    "kind_missing_there": (
        "Tệp chương trình không có loại đối tượng “{kind}” của các hồ sơ.",
        "The programme file does not have the subject kind “{kind}” of the cases.",
    ),
    "version_unclear": (
        "Không có phiên bản nào, hoặc có nhiều phiên bản, bắt đầu bằng “{version}”.",
        "No version, or more than one, begins with “{version}”.",
    ),
    "other_programme": (
        "Tệp là của chương trình {found}, không phải {wanted}.",
        "The file is of the programme {found}, not of {wanted}.",
    ),
    "target_missing": (
        "Lệnh “{verb}” chưa nêu đối tượng.",
        "“{verb}” does not say what it is about.",
    ),
    "organ_unclear": (
        "{person} có thể thay mặt nhiều cơ quan ({organs}): hãy nêu rõ cơ quan nào.",
        "{person} may act for several organs ({organs}): say which.",
    ),
    "command_reused": (
        "Mã lệnh {command_id} đã dùng cho nội dung khác.",
        "Command id {command_id} was used for other content.",
    ),
    "changed_meanwhile": (
        "Trong lúc đó {by} đã thực hiện “{verb}”, ghi lúc {at}. Hãy xem lại rồi làm tiếp.",
        "Meanwhile {by} has done “{verb}”, recorded at {at}. Look again and go on.",
    ),
    "too_busy": (
        "Có quá nhiều thay đổi cùng lúc; hãy thử lại.",
        "Too much changed at the same time; try again.",
    ),
    "line_unreadable": (
        "Dòng này không đọc được: {problem}.",
        "This line cannot be read: {problem}.",
    ),
    "line_key_unknown": (
        "Dòng này có mục lạ “{field}”. Có phải là: {nearest}?",
        "This line has an unknown key “{field}”. Is it: {nearest}?",
    ),
    "line_not_refused": (
        "Dòng này phải bị từ chối nhưng đã được thực hiện.",
        "This line was to be refused but was carried out.",
    ),
    "programme_faulty": (
        "Tệp chương trình {file} có {count} lỗi; lỗi đầu tiên ở dòng {line}: {fault}",
        "The programme file {file} has {count} faults; the first at line {line}: {fault}",
    ),
    "programme_file_missing": (
        "Không tìm thấy tệp chương trình {file}.",
        "There is no programme file {file}.",
    ),
    "table_empty": (
        "Tệp {file} không có dòng nào.",
        "The file {file} has no rows.",
    ),
    "table_headings": (
        "Tiêu đề cột của {file} không đúng (lạ: {unknown}; thiếu: {missing}).",
        "The headings of {file} do not fit (unknown: {unknown}; missing: {missing}).",
    ),
    "table_unreadable": (
        "Không đọc được bảng trong {file}; hãy lưu lại thành .xlsx hoặc .csv (UTF-8).",
        "No table can be read from {file}; save it as .xlsx or .csv (UTF-8).",
    ),
    "table_too_large": (
        "Tệp {file} quá lớn sau khi giải nén nên không được mở.",
        "The file {file} is too large when unpacked and was not opened.",
    ),
    "year_without_rounds": (
        "Không có đợt nào của {of} tính đến ngày {day}, theo sổ đến vị trí {position}.",
        "There is no round of {of} by {day}, as known at position {position}.",
    ),
    "period_of_another_year": (
        "Kỳ {period} không thuộc năm {year}.",
        "The period {period} is not in the year {year}.",
    ),
    "folder_is_a_file": (
        "{folder} là một tệp; hãy chọn một thư mục. Chưa ghi gì.",
        "{folder} is a file; choose a folder. Nothing was written.",
    ),
    "folder_has_other_things": (
        "{folder} có thứ lệnh này không ghi ({name}); chưa thay đổi gì. Hãy chọn nơi khác, ví dụ: --out {other}",
        "{folder} holds what this command did not write ({name}); nothing was changed. Choose another: --out {other}",
    ),
    "folder_unwritable": (
        "Không ghi được vào {folder}; không có gì thay đổi.",
        "{folder} cannot be written; nothing was changed.",
    ),
    "day_unreadable": (
        "“{text}” không phải là ngày; viết như 2024-12-31 hoặc 31/12/2024.",
        "“{text}” is not a date; write it like 2024-12-31 or 31/12/2024.",
    ),
    "cell_missing": ("Thiếu ô “{column}”.", "The cell “{column}” is empty."),
    "cell_no_date": ("“{text}” không phải là ngày.", "“{text}” is not a date."),
}
