"""The page's own words, Vietnamese and English; `{name}` is filled in where a sentence is said."""

PHRASES: dict[str, tuple[str, str]] = {
    "title": ("Tổng kết năm {year}", "Review of the year {year}"),
    "skip": ("Đến phần nội dung", "Skip to the content"),
    "simulated": ("Dữ liệu mô phỏng", "Simulated data"),
    "simulated_long": (
        "Trang này lập từ một sổ mô phỏng, không phải số liệu thật.",
        "This page is made from a simulated log; these are no real figures.",
    ),
    "programme": ("Chương trình", "Programme"),
    "every_programme": ("Tất cả", "All"),
    "period": ("Kỳ", "Period"),
    "every_period": ("Cả năm", "Whole year"),
    "as_of": ("Tính theo hiệu lực đến hết ngày", "In effect by the end of"),
    "known_at": ("Theo những gì sổ đã ghi đến", "As the log knew it at"),
    "position": (
        "vị trí {position}, ghi lúc {recorded} (giờ Việt Nam)",
        "position {position}, recorded {recorded} (time of Vietnam)",
    ),
    "root": ("Mã gốc của sổ tại vị trí đó", "Root of the log at that position"),
    "contents": ("Mục lục", "Contents"),
    "summary": ("Tóm tắt", "Summary"),
    "rows": ("{count} dòng", "Rows: {count}"),
    "empty": ("Không có dòng nào.", "There is nothing to list."),
    "first_rows": (
        "Trang này chỉ in {shown} dòng đầu trong tổng số {count} dòng; bảng đầy đủ có trong tệp Excel và CSV.",
        "This page holds the first {shown} of {count} rows; all of them are in the Excel and CSV files.",
    ),
    "same": ("Như nhau ở mọi dòng: {values}.", "The same in every row: {values}."),
    "blank": ("Để trống ở mọi dòng: {values}.", "Blank in every row: {values}."),
    "chart_of": ("Số liệu của biểu đồ: {title}", "Figures of the chart: {title}"),
    "biggest": (
        "Biểu đồ vẽ {shown} trong {count}; bảng ngay dưới có đủ.",
        "The chart shows {shown} of {count}; the table below holds them all.",
    ),
    "nothing_said": (
        "Không có số liệu nào để tóm tắt.",
        "There are no figures to sum up.",
    ),
    "funnel": (
        "Từ đăng ký đến kết quả, theo chương trình (số hồ sơ)",
        "From registration to outcome, by programme (cases)",
    ),
    "outcomes": (
        "Kết quả theo cấp trên trực tiếp, nhiều hồ sơ nhất trước (số hồ sơ)",
        "Outcomes by superior body, most cases first (cases)",
    ),
    "open": ("Chưa có kết quả", "No outcome yet"),
    "no_superior": ("Không có cấp trên", "No superior body"),
    "inflation-points": (
        "Điểm bình quân theo tiêu chí, chênh lệch lớn nhất trước (điểm)",
        "Mean points by criterion, widest gap first (points)",
    ),
    "inflation-met": (
        "Tỷ lệ được chấm đạt theo tiêu chí, chênh lệch lớn nhất trước",
        "Share judged to have met each criterion, widest gap first",
    ),
    "code": ("Mã", "Code"),
    "units": ("Số bản chấm", "Sheets"),
    "gap": ("Tự chấm – chấm sau cùng", "Self – last judgement"),
    "deadlines": (
        "Thời hạn theo bước, lỡ hạn nhiều nhất trước (số lần đến hạn)",
        "Deadlines by step, most missed first (times due)",
    ),
    "targets-share": (
        "Chỉ tiêu tính bằng tỷ lệ; vạch đậm là mức yêu cầu",
        "Targets of a share; the thick mark is what was wanted",
    ),
    "targets-count": (
        "Chỉ tiêu tính bằng số lượng; vạch đậm là mức yêu cầu",
        "Targets of a number; the thick mark is what was wanted",
    ),
    "target": ("{value}; yêu cầu {wanted}: {state}", "{value}; wanted {wanted}: {state}"),
    "met": ("đạt", "met"),
    "unmet": ("chưa đạt", "not met"),
    "streaks": (
        "Số đối tượng theo số năm được công nhận liên tục",
        "Subjects by years of recognition in a row",
    ),
    "streak-in_a_row": ("Còn hiệu lực", "Standing"),
    "streak-in_a_row_with_revoked": ("Cả đã huỷ bỏ", "With revoked"),
    "counts_said": (
        "Có {cases} hồ sơ, trong đó {registered} đã đăng ký và {submitted} đã nộp hồ sơ.",
        "Cases: {cases}; registered: {registered}; dossiers submitted: {submitted}.",
    ),
    "outcomes_said": (
        "Kết quả: {passed} được công nhận, {failed} không được công nhận, {withdrawn} rút.",
        "Outcomes: {passed} recognised, {failed} not recognised, {withdrawn} withdrawn.",
    ),
    "revoked_said": (
        "Sau đó {revoked} công nhận bị huỷ bỏ; còn hiệu lực {standing}.",
        "Later revoked: {revoked}; still standing: {standing}.",
    ),
    "late_said": ("Có {late} hồ sơ bị muộn.", "Cases that were late: {late}."),
    "deadlines_said": (
        "Đúng hạn {kept} trong {due} lần đến hạn ({part}).",
        "Deadlines kept: {kept} of {due} ({part}).",
    ),
    "targets_said": (
        "Đạt {met} trong {count} chỉ tiêu.",
        "Targets met: {met} of {count}.",
    ),
    "inflation_said": (
        "Tự chấm cao hơn kết quả sau cùng nhiều nhất ở “{criterion}”: {own} so với {last} điểm (bình quân).",
        "Self-scores exceed the last judgement most at “{criterion}”: {own} against {last} points (means).",
    ),
    "changes_after_submission_said": (
        "Sau khi nộp, hồ sơ có {count} lần thay đổi.",
        "Changes after submission: {count}.",
    ),
    "not_nominated_said": (
        "{count} đơn vị đủ điều kiện nhưng không có hồ sơ.",
        "Eligible units without a case: {count}.",
    ),
    "after_the_seal_said": (
        "Có {count} mục ghi sau khi đã chốt năm.",
        "Entries after the year was sealed: {count}.",
    ),
}


def say(key: str, language: str, **values: object) -> str:
    """A phrase in one language."""
    return PHRASES[key][language == "en"].format(**values)
