"""Every command there is: its verb, the stream it changes, its payload, the event it leads to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from domain.case.acts import BY_VERB
from domain.events import person as p
from domain.events import round as r
from domain.events import unit as u
from domain.events import unit_year as y
from domain.events.base import Data, Event

StreamKind = Literal["case", "unit", "person", "programme", "round", "unit-year", "log"]
Permission = Literal["role", "set_up", "superior", "unit", "opening"]
"""Who may give it: `role` by the programme's workflow; `set_up` the registrar; `superior` the
registrar or an organ of a unit above; `unit` an organ of the unit itself or of a unit above;
`opening` whoever opens a log that nobody has opened."""


class Verb(NamedTuple):
    """A command's name and shape. `payload` is what `--data` holds; `event` is what it leads to.

    Its title is the word `verb.<verb>`.
    """

    verb: str
    stream: StreamKind
    payload: type[Data]
    event: type[Event]
    permission: Permission


def _verbs(stream: StreamKind, *rows: tuple[str, type[Event], Permission]) -> list[Verb]:
    return [Verb(verb, stream, event, event, who) for verb, event, who in rows]


CASE = [Verb(kind.verb, "case", kind.payload, kind.event, "role") for kind in BY_VERB.values()]

UNIT = _verbs(
    "unit",
    ("register-unit", u.UnitRegistered, "superior"),
    ("rename-unit", u.UnitRenamed, "superior"),
    ("move-unit", u.UnitMoved, "superior"),
    ("change-unit-kind", u.UnitKindChanged, "superior"),
    ("change-attributes", u.AttributesChanged, "superior"),
    ("establish-organ", u.OrganEstablished, "superior"),
    ("abolish-organ", u.OrganAbolished, "superior"),
    ("merge-unit", u.UnitMerged, "superior"),
    ("split-unit", u.UnitSplit, "superior"),
    ("dissolve-unit", u.UnitDissolved, "superior"),
    ("assign-follower", u.FollowerAssigned, "superior"),
    ("release-follower", u.FollowerReleased, "superior"),
    ("record-visit", u.VisitRecorded, "superior"),
)

PERSON = _verbs(
    "person",
    ("register-person", p.PersonRegistered, "set_up"),
    ("start-membership", p.MembershipStarted, "set_up"),
    ("end-membership", p.MembershipEnded, "set_up"),
    ("record-exemption", p.ExemptionRecorded, "set_up"),
    ("change-person-attributes", p.PersonAttributesChanged, "set_up"),
    ("give-mandate", p.MandateGiven, "set_up"),
    ("end-mandate", p.MandateEnded, "set_up"),
    ("delegate", p.DelegationGiven, "unit"),
    ("end-delegation", p.DelegationEnded, "unit"),
)

PROGRAMME = _verbs(
    "programme",
    ("publish-programme", r.ProgrammePublished, "set_up"),
)

LOG = _verbs(
    "log",
    ("open-log", r.LogOpened, "opening"),
    ("declare-holidays", r.HolidaysDeclared, "set_up"),
)

ROUND = _verbs(
    "round",
    ("open-round", r.RoundOpened, "set_up"),
    ("lock-round", r.RoundLocked, "role"),
    ("reopen-round", r.RoundReopened, "role"),
    ("seal-round", r.RoundSealed, "role"),
    ("set-pilot-list", r.PilotListSet, "role"),
    ("set-local-criteria", r.LocalCriteriaSet, "role"),
    ("extend-deadline", r.DeadlineExtended, "role"),
    ("hold-review", r.ReviewHeld, "role"),
    ("commend", r.CommendationGiven, "role"),
    ("select-outstanding", r.OutstandingSelected, "role"),
    ("file-round-report", r.RoundReportFiled, "role"),
)  # fmt: skip

UNIT_YEAR = _verbs(
    "unit-year",
    ("record-meeting", y.MeetingRecorded, "unit"),
    ("rate-meeting", y.MeetingRated, "unit"),
    ("record-session", y.SessionHeld, "unit"),
    ("file-monthly-report", y.MonthlyReportFiled, "unit"),
    ("file-report", y.PeriodicReportFiled, "unit"),
    ("import-classification", y.ClassificationImported, "superior"),
    ("record-discipline", y.DisciplineRecorded, "unit"),
    ("record-breach", y.BreachRecorded, "unit"),
    ("report-figure", y.FigureReported, "unit"),
    ("record-fee", y.FeePaid, "unit"),
    ("record-dissemination", y.DisseminationHeld, "unit"),
    ("perform-duty", y.DutyPerformed, "unit"),
)  # fmt: skip

VERBS: dict[str, Verb] = {
    verb.verb: verb for verb in (*CASE, *UNIT, *PERSON, *PROGRAMME, *LOG, *ROUND, *UNIT_YEAR)
}
"""All commands by verb."""
