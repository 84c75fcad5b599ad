"""A case's history in plain sentences: who did what, when, for which organ, why, with old and new values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.events.base import StepTaken
from domain.events.case import CorrectionRecorded
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.story.acts import Act, Texts, acts
from projections.story.sentences import day, phrase

Names = Mapping[str, str]
"""People's names by id."""
Delegators = Mapping[str, str]
"""By the authority of an act (`person:ID@version`): who lent it, where it was lent."""


def case_history(
    ledger: Ledger,
    stream: str,
    *,
    upto: int | None = None,
    language: str = "vi",
    names: Names | None = None,
) -> list[dict[str, Any]]:
    """The history of a case by its stream, as known at a position; empty where there is no such case."""
    rows = ledger.stream(stream, upto)
    return history(rows, ledger.texts(row.position for row in rows), language, names)


def history(
    rows: Sequence[Row],
    texts: Texts,
    language: str = "vi",
    names: Names | None = None,
    delegators: Delegators | None = None,
) -> list[dict[str, Any]]:
    """One entry for each event of a case (`cases history --json`).

    `texts` are the texts by commitment, None where erased. People are named in sentences only if
    `names` knows them; the entries keep their ids. `corrected` lists, on the entry that was wrong,
    each later correction: field, what stood there, what stands now, the position that says so.
    """
    told = acts(rows, texts, language)
    corrections = corrections_by_position(told)
    return [
        _entry(act, language, names or {}, delegators or {})
        | {"corrected": corrections.get(act.row.position, [])}
        for act in told
    ]


def corrections_by_position(told: Sequence[Act]) -> dict[int, list[dict[str, Any]]]:
    """By the position of an act that was corrected: each correction of it, oldest first."""
    found: dict[int, list[dict[str, Any]]] = {}
    for act in told:
        if isinstance(act.event, CorrectionRecorded):
            [change] = [each for each in act.changes if each["field"] != "stage"]
            field = change["field"].partition(".")[2]
            found.setdefault(act.event.details.of_position, []).append(
                {
                    "field": field,
                    "was": change["old"],
                    "now": change["new"],
                    "position": act.row.position,
                }
            )
    return found


def _entry(act: Act, language: str, names: Names, delegators: Delegators) -> dict[str, Any]:
    row = act.row
    return {
        "position": row.position,
        "recorded_at": row.recorded_at,
        "effective_on": date.fromisoformat(row.effective_on),
        "event": act.topic,
        "actor": row.actor,
        "signed_by": row.signed_by,
        "organ": row.organ,
        "authority": row.authority,
        "delegated_by": delegators.get(row.authority, ""),
        "reason": act.reason,
        "changes": act.changes,
        "sentence": _sentence(act, language, names, delegators),
    }


def _sentence(act: Act, language: str, names: Names, delegators: Delegators) -> str:
    row, english = act.row, language == "en"
    signer = names.get(row.signed_by, row.signed_by) or names.get(row.actor, row.actor)
    organ = f", {'for' if english else 'thay mặt'} {row.organ}," if row.organ else ""
    if lender := delegators.get(row.authority):
        by = "by delegation from" if english else "theo uỷ quyền của"
        organ = f"{organ.rstrip(',')}, {by} {names.get(lender, lender)},"
    done = phrase(act.topic, act.values, language).rstrip(".")
    said = f"{signer}{organ} {done}"
    return f"{said}{_late(act.event, english=english)}{_entered(row, names, english=english)}."


def _late(event: Any, *, english: bool) -> str:
    if not isinstance(event, StepTaken) or not event.late:
        return ""
    due = day(event.due_on.isoformat()) if event.due_on else "–"
    return f" – late, it was due on {due}" if english else f" – muộn, hạn {due}"


def _entered(row: Row, names: Names, *, english: bool) -> str:
    if row.actor == row.signed_by or not row.signed_by:
        return ""
    actor = names.get(row.actor, row.actor)
    return f" (entered by {actor})" if english else f" ({actor} nhập)"
