"""Each decided case: under which criteria, on which sheets, evidence and opinions, by whom, by which right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from domain.case.ruling import DECISIONS
from domain.events import case as c
from projections.review.answer import Answer, Share
from projections.review.collecting.kept_facts import By
from projections.review.collecting.known import CaseOnDay, KeptDecision
from projections.review.collecting.lazy_rows import Lazily
from projections.review.collecting.words import LEVELS
from projections.review.collecting.year import Year
from words.tables import Column

SHORT = 12
"""So many characters of a content hash tell versions apart for a person."""
_NOBODY = By("", "", "", "", "", "")


def sheets(case: CaseOnDay, *topics: str) -> int:
    """How many sheets of a kind there are; an appraisal or a decision need not have one."""
    return sum(act.details.outcome is not None for act in case.of(*topics))


def evidence(case: CaseOnDay) -> int:
    """Evidence attached and not withdrawn."""
    there: set[str] = set()
    for act in case.of(c.EvidenceAttached.TOPIC, c.EvidenceWithdrawn.TOPIC):
        change = there.add if act.move.topic == c.EvidenceAttached.TOPIC else there.discard
        change(act.details.evidence)
    return len(there)


def shares(year: Year) -> Iterator[Share]:
    """Each decided case with its row."""
    for row in rows(year):
        yield Share((row[1], row[2], row[5]), f"case:{row[0]}", row)


def rows(year: Year) -> Sequence[tuple[Any, ...]]:
    """By programme, period and subject."""
    decided = [(case, case.decision) for case in year.cases if case.decision is not None]
    return Lazily(decided, lambda each: [_row(*each, year)], lambda _: 1)


def _row(case: CaseOnDay, decision: KeptDecision, year: Year) -> tuple[Any, ...]:
    opening, by = case.opening, decision.act.by or _NOBODY
    opinions = case.of(c.OpinionGiven.TOPIC)
    revoked = decision.revocation
    return (
        case.case,
        opening.programme,
        opening.period,
        year.word("titles", opening.title, case),
        year.word("subjects", opening.subject_kind, case),
        case.subject,
        case.unit,
        year.unit_name(case.unit),
        opening.version[:SHORT],
        sheets(case, c.IndividualSheetSubmitted.TOPIC),
        sheets(case, c.AggregateAdopted.TOPIC),
        sheets(case, c.HopAppraised.TOPIC),
        sheets(case, c.Appraised.TOPIC),
        sheets(case, *DECISIONS),
        evidence(case),
        len(opinions),
        sum(act.details.stance == "disagree" for act in opinions),
        _level(case, decision, year),
        by.organ,
        by.signed_by,
        by.authority,
        decision.details.number,
        date.fromisoformat(decision.act.on),
        case.standing,
        date.fromisoformat(revoked.on) if revoked and revoked.on <= case.on else None,
    )


def _level(case: CaseOnDay, decision: KeptDecision, year: Year) -> Any:
    """The grade decided, by its own words; the level where the programme has two."""
    details = decision.details
    if details.grade:
        return year.word("grade", details.grade, case)
    return LEVELS.get(details.level, details.level)


RECOGNITIONS = Answer(
    name="recognitions",
    columns=(
        Column("case", "code", word="case_id"),
        Column("programme", "programme"),
        Column("period"),
        Column("title"),
        Column("subject_kind"),
        Column("subject", "subject"),
        Column("unit", "code"),
        Column("unit_name"),
        Column("version", "code", word="criteria_version"),
        Column("individual_sheets", "number"),
        Column("aggregate_sheets", "number"),
        Column("hop_sheets", "number"),
        Column("appraiser_sheets", "number"),
        Column("decider_sheets", "number"),
        Column("evidence", "number"),
        Column("opinions", "number"),
        Column("against", "number"),
        Column("level"),
        Column("decided_by", "organ"),
        Column("signed_by", "person"),
        Column("authority", "authority"),
        Column("number"),
        Column("decided_on", "date"),
        Column("standing", "yes_no"),
        Column("revoked_on", "date"),
    ),
    keys=("programme", "period", "subject"),
    rows=rows,
    shares=shares,
)
