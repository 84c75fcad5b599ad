"""Every measure that a programme file may name under `from`, with how it is computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from domain.measures import attendance, classified, conduct, figures, meetings, sessions
from domain.measures.ask import Ask
from domain.measures.cases import share_of_cases
from domain.programme.criteria import Children, External
from domain.scoring.facts import Measured
from domain.scoring.value import Value, Values, shown


class Measurement(NamedTuple):
    """A measure: `compute` gives one value, `series` one for each month or quarter that was due.

    `unit` is what a single value counts: `%`, `minutes`, `months` …
    """

    vi: str
    en: str
    unit: str
    compute: Callable[[Ask, str], Measured]
    series: Callable[[Ask, str], Measured] | None = None


def _of_year(
    value: Callable[[Ask], Value | Values | None], *, whole: bool = False
) -> Callable[[Ask, str], Measured]:
    """Measure from the unit's year, or the years of the whole tree under it."""

    def measure(ask: Ask, use: str) -> Measured:
        found = value(ask)
        if found is None:
            return Measured()
        return Measured(value=found, reliances=ask.relied_on(use, shown(found), whole=whole))

    return measure


def _share_at_least(level: str, external: External) -> Callable[[Ask, str], Measured]:
    asked = External(instrument="classification", of=external.of, at_least=level)
    return lambda ask, use: classified.classification(ask, asked, use)


def _four_good(children: Children) -> Callable[[Ask, str], Measured]:
    return lambda ask, use: share_of_cases(ask, children, use)


_MEMBERS = External(instrument="classification", of="members")
_UNITS = External(instrument="classification", of="units")

MEASURES: dict[str, Measurement] = {
    "attendance_rate": Measurement(
        "Tỷ lệ đảng viên dự sinh hoạt thường kỳ (thấp nhất)",
        "Attendance at regular meetings (the lowest)",
        "%",
        _of_year(attendance.lowest_attendance),
        _of_year(attendance.attendance_by_month),
    ),
    "unexcused_absences": Measurement(
        "Số lượt vắng không có lý do", "Absences without reason", "times",
        _of_year(attendance.unexcused_absences),
    ),
    "longest_excused_run": Measurement(
        "Số lần vắng có lý do liên tiếp nhiều nhất của một đảng viên",
        "Longest run of excused absences of any member",
        "times",
        _of_year(attendance.longest_excused_run),
    ),
    "meeting_minutes": Measurement(
        "Thời gian buổi sinh hoạt thường kỳ (ngắn nhất)",
        "Length of regular meetings (the shortest)",
        "minutes",
        _of_year(meetings.shortest_meeting),
        _of_year(meetings.minutes_by_month),
    ),
    "meetings_in_window": Measurement(
        "Số tháng sinh hoạt định kỳ đúng lịch", "Months with a regular meeting in the window",
        "months",
        _of_year(meetings.months_in_window),
        _of_year(meetings.in_window_by_month),
    ),
    "regular_meetings_held": Measurement(
        "Số tháng có sinh hoạt thường kỳ", "Months with a regular meeting", "months",
        _of_year(meetings.regular_meetings_held),
        _of_year(meetings.regular_by_month),
    ),
    "thematic_meetings_per_quarter": Measurement(
        "Số buổi sinh hoạt chuyên đề trong quý (ít nhất)",
        "Thematic meetings in a quarter (the fewest)",
        "meetings",
        _of_year(meetings.fewest_thematic),
        _of_year(meetings.thematic_by_quarter),
    ),
    "meeting_ratings": Measurement(
        "Xếp loại sinh hoạt hằng tháng (thấp nhất)", "Ratings of monthly meetings (the worst)", "",
        _of_year(meetings.worst_rating),
        _of_year(meetings.ratings_by_month),
    ),
    "committee_sessions": Measurement(
        "Số tháng cấp ủy họp thường lệ", "Months with a session of the committee", "months",
        _of_year(sessions.committee_sessions),
        _of_year(sessions.sessions_by_month),
    ),
    "body_conferences": Measurement(
        "Số kỳ họp đảng bộ", "Conferences of the whole Party body", "conferences",
        _of_year(sessions.body_conferences),
    ),
    "monthly_reports": Measurement(
        "Số tháng đã báo cáo", "Months reported on", "months",
        _of_year(sessions.monthly_reports),
        _of_year(sessions.reports_by_month),
    ),
    "members_in_breach": Measurement(
        "Số đảng viên vi phạm quy định những điều đảng viên không được làm",
        "Members in breach of the regulation on prohibited conduct",
        "members",
        _of_year(conduct.members_in_breach, whole=True),
    ),
    "members_disciplined": Measurement(
        "Số đảng viên bị kỷ luật", "Members disciplined", "members",
        _of_year(conduct.members_disciplined, whole=True),
    ),
    "organisations_disciplined": Measurement(
        "Số tổ chức đảng bị kỷ luật", "Organisations disciplined", "organisations",
        _of_year(conduct.organisations_disciplined, whole=True),
    ),
    "leaders_disciplined": Measurement(
        "Số thành viên tập thể lãnh đạo, quản lý bị kỷ luật",
        "Members of the leadership disciplined",
        "members",
        _of_year(conduct.leaders_disciplined, whole=True),
    ),
    "members_classified": Measurement(
        "Tỷ lệ đảng viên xếp loại hoàn thành tốt nhiệm vụ trở lên",
        "Members classified “completed tasks well” or better",
        "%",
        _share_at_least("WELL", _MEMBERS),
    ),
    "units_classified": Measurement(
        "Tỷ lệ tổ chức đảng trực thuộc xếp loại hoàn thành tốt nhiệm vụ trở lên",
        "Subordinate organisations classified “completed tasks well” or better",
        "%",
        _share_at_least("WELL", _UNITS),
    ),
    "admissions": Measurement(
        "Kết nạp đảng viên so với chỉ tiêu", "Admissions of members against the target", "%",
        _of_year(figures.admissions),
    ),
    "fees_paid": Measurement(
        "Số tháng đã đóng đảng phí trên số tháng phải đóng", "Months of fees paid, of those due",
        "%",
        _of_year(figures.fees_paid),
    ),
    "four_good_members": Measurement(
        "Tỷ lệ đảng viên bốn tốt", "Four-good members", "%", _four_good(Children(of="members"))
    ),
    "four_good_units": Measurement(
        "Tỷ lệ tổ chức đảng bốn tốt", "Four-good units", "%", _four_good(Children(of="units"))
    ),
}  # fmt: skip
"""All measures by the name that programme files use."""
