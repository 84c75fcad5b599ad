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

    Its name is the word `measure.<name>`. `unit` is what a single value counts: `%`, `minutes`, `months` …
    """

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
        "%",
        _of_year(attendance.lowest_attendance),
        _of_year(attendance.attendance_by_month),
    ),
    "unexcused_absences": Measurement(
        "times",
        _of_year(attendance.unexcused_absences),
    ),
    "longest_excused_run": Measurement(
        "times",
        _of_year(attendance.longest_excused_run),
    ),
    "meeting_minutes": Measurement(
        "minutes",
        _of_year(meetings.shortest_meeting),
        _of_year(meetings.minutes_by_month),
    ),
    "meetings_in_window": Measurement(
        "months",
        _of_year(meetings.months_in_window),
        _of_year(meetings.in_window_by_month),
    ),
    "regular_meetings_held": Measurement(
        "months",
        _of_year(meetings.regular_meetings_held),
        _of_year(meetings.regular_by_month),
    ),
    "thematic_meetings_per_quarter": Measurement(
        "meetings",
        _of_year(meetings.fewest_thematic),
        _of_year(meetings.thematic_by_quarter),
    ),
    "meeting_ratings": Measurement(
        "",
        _of_year(meetings.worst_rating),
        _of_year(meetings.ratings_by_month),
    ),
    "meetings_prepared": Measurement("%", _of_year(meetings.prepared)),
    "meetings_with_resolution": Measurement("%", _of_year(meetings.with_resolution)),
    "meetings_with_minutes": Measurement("%", _of_year(meetings.with_minutes)),
    "meeting_speakers": Measurement("members", _of_year(meetings.fewest_speakers)),
    "committee_sessions": Measurement(
        "months",
        _of_year(sessions.committee_sessions),
        _of_year(sessions.sessions_by_month),
    ),
    "body_conferences": Measurement(
        "conferences",
        _of_year(sessions.body_conferences),
    ),
    "monthly_reports": Measurement(
        "months",
        _of_year(sessions.monthly_reports),
        _of_year(sessions.reports_by_month),
    ),
    "members_in_breach": Measurement(
        "members",
        _of_year(conduct.members_in_breach, whole=True),
    ),
    "members_disciplined": Measurement(
        "members",
        _of_year(conduct.members_disciplined, whole=True),
    ),
    "organisations_disciplined": Measurement(
        "organisations",
        _of_year(conduct.organisations_disciplined, whole=True),
    ),
    "leaders_disciplined": Measurement(
        "members",
        _of_year(conduct.leaders_disciplined, whole=True),
    ),
    "members_classified": Measurement(
        "%",
        _share_at_least("WELL", _MEMBERS),
    ),
    "units_classified": Measurement(
        "%",
        _share_at_least("WELL", _UNITS),
    ),
    "admissions": Measurement(
        "%",
        _of_year(figures.admissions),
    ),
    "fees_paid": Measurement(
        "%",
        _of_year(figures.fees_paid),
    ),
    "four_good_members": Measurement(
        "%", _four_good(Children(of="members"))
    ),
    "four_good_units": Measurement(
        "%", _four_good(Children(of="units"))
    ),
}  # fmt: skip
"""All measures by the name that programme files use."""
