"""The ordinary course of a case, told to a casebook: sheets, dossier, appraisal, decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Outcome, Reliance, Sheet

EMPTY = Sheet(marks=[])


def outcome(passes=True, total=None, level="", **points):
    """`points` by criterion `I_1` for `I.1`; all are met that have points."""
    named = {name.replace("_", "."): Decimal(str(value)) for name, value in points.items()}
    return Outcome(
        passes=passes,
        level=level,
        total=None if total is None else Decimal(str(total)),
        points=named,
        met={name: value > 0 for name, value in named.items()},
    )


def scored(book, stream, came_to, on="2024-11-20", event=c.AggregateAdopted):
    kind = d.Adoption if event is c.AggregateAdopted else d.Scoring
    details = kind(sheet=EMPTY, outcome=came_to)
    return book.act(stream, event, details, ("in_progress", "self_assessed"), on)


def submitted(book, stream, on="2024-12-01", **step):
    details = d.Dossier(documents=[])
    return book.act(stream, c.DossierSubmitted, details, ("claimed", "submitted"), on, **step)


def appraised(book, stream, proposal="PASS", came_to=None, on="2024-12-10", **by):
    details = d.Appraisal(proposal=proposal, sheet=EMPTY if came_to else None, outcome=came_to)
    return book.act(stream, c.Appraised, details, ("submitted", "appraised"), on, **by)


def decided(book, stream, level="PASS", on="2024-12-20", came_to=None, relied_on=(), **by):
    details = d.Decision(
        level=level, number=by.pop("number", "12-QĐ/ĐU"), sheet=EMPTY if came_to else None,
        outcome=came_to,
    )  # fmt: skip
    end = "recognised" if level == "PASS" else "not_recognised"
    way = ("appraised", end)
    return book.act(stream, c.DecisionIssued, details, way, on, relied_on=list(relied_on), **by)


def superseded(book, stream, level, on, number="13-QĐ/ĐU"):
    details = d.Supersession(level=level, number=number, replaces="12-QĐ/ĐU")
    end = "recognised" if level == "PASS" else "not_recognised"
    return book.act(stream, c.DecisionSuperseded, details, ("recognised", end), on)


def revoked(book, stream, on="2025-03-01", effect="from_now", effect_on=None, **by):
    begins = date.fromisoformat(effect_on) if effect_on else None
    details = d.Revocation(
        number=by.pop("number", "3-QĐ/ĐU"), ground="criteria_not_met", effect=effect,
        effect_on=begins,
    )  # fmt: skip
    way = ("under_reexamination", "revoked")
    return book.act(stream, c.RecognitionRevoked, details, way, on, **by)


def restored(book, stream, on="2025-06-01"):
    details = d.Restoration(number="9-QĐ/ĐU", petition="kn-1")
    return book.act(stream, c.RecognitionRestored, details, ("revoked", "recognised"), on)


def relies(stream, use="ratio", value="PASS"):
    return Reliance(stream=stream, version=3, use=use, value=value)


def flagged(book, stream, revoked_case, use="ratio", on="2025-03-01", value="PASS", **more):
    details = d.Flagging(revoked=revoked_case, use=use, value=value, **more)
    return book.act(stream, c.DependentOutcomeFlagged, details, ("recognised",) * 2, on)


def looked_at(book, stream, revoked_case, use="ratio", on="2025-04-01", result="stands"):
    details = d.DependentReview(revoked=revoked_case, use=use, result=result)
    return book.act(stream, c.DependentOutcomeReviewed, details, ("recognised",) * 2, on)


def rewarded(book, stream, reward="giay_khen", on="2025-01-05", relied_on=()):
    details = d.RewardDecision(reward=reward, number="20-QĐ/ĐU")
    way = ("recognised", "recognised")
    return book.act(stream, c.RewardDecided, details, way, on, relied_on=list(relied_on))


def recalled(book, stream, reward="giay_khen", on="2025-03-02", returned=True):
    details = d.Recall(reward=reward, returned=returned)
    return book.act(stream, c.RewardRecalled, details, ("revoked", "revoked"), on)
