"""What it is to do something that is owed: the event by which each kind of duty, review and report is done."""

from __future__ import annotations

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events import unit as u
from domain.events import unit_year as y
from domain.events.base import Document, Sheet
from domain.streams import case_stream, round_stream, unit_year_stream

PAPER = Document(document="DOC-X", number="1")


def perform(edition, world, piece, owing, on):
    """Give the event by which one who owes something does it."""
    stream, event = _event(edition, world, piece, owing, on)
    world.give(stream, event, on=on, organ=owing.organs[0])


def _event(edition, world, piece, owing, on):
    programme, unit = edition.programme.code, owing.unit
    verb = getattr(piece, "held_by", "")
    if verb in _ON_CASES:
        return _case_act(edition, world, _ON_CASES[verb], owing, on)
    if verb in _BELOW:
        below = next(iter(world.tagged(f"child-of:{unit}")))
        return below, _BELOW[verb]
    if verb == "set-local-criteria":
        added = [r.LocalCriterion(id="x", group="1.1", vi="x")]
        tailored = r.LocalCriteriaSet(criteria="cell", added=added)
        return round_stream(programme, str(on.year)), tailored
    if verb == "" and not hasattr(piece, "every"):
        return round_stream(programme, str(on.year)), r.ReviewHeld(review=owing.code)
    own = {
        "perform-duty": y.DutyPerformed(programme=programme, duty=owing.code),
        "record-dissemination": y.DisseminationHeld(programme=programme),
        "record-meeting": y.MeetingRecorded(meeting="h", minutes=90, present=[]),
    }
    filed = y.PeriodicReportFiled(programme=programme, report=owing.code)
    if owing.month:
        filed = y.MonthlyReportFiled(month=owing.month)
    return unit_year_stream(unit, on.year), own.get(verb, filed)


def _case_act(edition, world, act, owing, on):
    programme, period = edition.programme.code, str(on.year)
    event, details = act
    kind = next(iter(edition.programme.subjects))
    subject = f"unit:{owing.unit}"
    opened = c.CaseOpened(
        programme=programme, version=edition.version, round=round_stream(programme, period),
        period=period, subject=subject, subject_kind=kind, unit=owing.unit,
        title=edition.programme.subjects[kind].title, workflow="w", criteria="c",
    )  # fmt: skip
    stream = case_stream(programme, subject, period)
    world.give(stream, opened, on=on, organ="")
    return stream, event(step="s", from_stage="a", to_stage="a", details=details)


_ON_CASES = {
    "file-plan": (c.PlanFiled, d.Plan(document=PAPER)),
    "adopt-aggregate": (c.AggregateAdopted, d.Adoption(sheet=Sheet(marks=[]))),
    "appraise-at-hop": (
        c.HopAppraised,
        d.Appraisal(proposal="PASS", review_results="đã kiểm điểm"),
    ),
    "conclude-inspection": (
        c.InspectionConcluded,
        d.InspectionConclusion(conclusion="k", in_order=True),
    ),
    "comment": (c.CommentGiven, d.Comment(comment="c")),
    "forward-registration": (c.RegistrationForwarded, d.Forwarding()),
}
_BELOW = {
    "assign-follower": u.FollowerAssigned(person="uv"),
    "record-visit": u.VisitRecorded(person="uv", purpose="dự sinh hoạt"),
}
