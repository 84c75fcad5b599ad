"""A trial as plain rows for JSON, and what of it is said in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.cases import told_of
from words.language import chosen, say
from words.sentences import Names, nameless, sentence, shown

if TYPE_CHECKING:
    from application.commands.trial import Trial
    from application.running.system import System
    from domain.refusal import Refusal
    from ledger.entry import Row


def trial_shown(
    system: System, tried: Trial, language: str, names: Names = nameless
) -> dict[str, Any]:
    """What `do --try --json` prints: whether it would be done, what that comes to, or the reasons."""
    outcome = tried.outcome
    own = next(iter(tried.rows), None)
    return {
        "would_be_done": not tried.refusals,
        "repeated": tried.receipt is not None,
        "reasons": said(tried.refusals, language, names),
        "warnings": said(tried.warnings, language, names),
        "stream": tried.stream,
        "organ": own.organ if own else "",
        "authority": own.authority if own else "",
        "effective_on": own.effective_on if own else "",
        "events": [
            {"stream": row.stream, "event": row.topic, "sentence": told}
            for row, told in _sentences(system, tried, language)
        ],
        "outcome": outcome
        and {"total": outcome.total, "passes": outcome.passes, "level": outcome.level},
        "due_on": tried.due_on,
        "late": tried.late,
        "tasks": tried.tasks,
    }


def outcome_told(outcome: dict[str, Any], language: str) -> str:
    """Whether an outcome is met, and its points where it has any."""
    passes = say("trial.passes" if outcome["passes"] else "trial.fails", chosen(language))
    total = outcome["total"]
    return passes if total is None else f"{passes} ({shown(total, 'number', chosen(language))})"


def said(reasons: list[Refusal], language: str, names: Names) -> list[dict[str, Any]]:
    """Reasons or warnings: code, sentence, the field or node each is about, the clauses and defaults it rests on."""
    return [
        {
            "code": reason.code,
            "sentence": sentence(reason, chosen(language), names),
            "about": reason.about,
            "rests_on": list(reason.rests_on),
        }
        for reason in reasons
    ]


def _sentences(system: System, tried: Trial, language: str) -> list[tuple[Row, str]]:
    """Each row with what its case's history would say of it; other streams have no history."""
    sentences: list[tuple[Row, str]] = []
    for stream in dict.fromkeys(row.stream for row in tried.rows):
        own = [row for row in tried.rows if row.stream == stream]
        told = _history(system, stream, own, tried, language) if _has_history(stream) else []
        sentences.extend(zip(own, told or [""] * len(own), strict=True))
    return sentences


def _has_history(stream: str) -> bool:
    return stream.startswith("case:")


def _history(
    system: System, stream: str, foreseen: list[Row], tried: Trial, language: str
) -> list[str]:
    rows = system.ledger.stream(stream)
    texts = {**system.ledger.texts(row.position for row in rows), **tried.texts}
    entries = told_of(system, [*rows, *foreseen], texts, language)
    return [entry["sentence"] for entry in entries[-len(foreseen) :]]
