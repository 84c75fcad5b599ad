"""A case's history in plain sentences: who did what, when, for which organ, why, with old and new values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.events.base import StepTaken
from domain.events.case import CorrectionRecorded
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.story.acts import Texts, ToldAct, acts
from projections.story.history_sentences import phrase
from words.language import Language, say
from words.sentences import Names, nameless, word
from words.values import NOTHING, day, local_day

Delegators = Mapping[str, str]
"""By the authority of an act (`person:ID@version`): who lent it, where it was lent."""


def case_history(
    ledger: Ledger,
    stream: str,
    *,
    upto: int | None = None,
    language: Language = "vi",
    names: Names = nameless,
) -> list[dict[str, Any]]:
    """The history of a case by its stream, as known at a position; empty where there is no such case."""
    rows = ledger.stream(stream, upto)
    return history(rows, ledger.texts(row.position for row in rows), language, names)


def history(
    rows: Sequence[Row],
    texts: Texts,
    language: Language = "vi",
    names: Names = nameless,
    delegators: Delegators | None = None,
) -> list[dict[str, Any]]:
    """One entry for each event of a case (`cases history --json`).

    `texts` are the texts by commitment, None where erased. Sentences name what `names` knows; the
    entries keep their ids. `corrected` lists, on the entry that was wrong,
    each later correction: field, what stood there, what stands now, the position that says so.
    """
    told = acts(rows, texts, language)
    corrections = corrections_by_position(told)
    return [
        _entry(act, language, names, delegators or {})
        | {"corrected": corrections.get(act.row.position, [])}
        for act in told
    ]


def corrections_by_position(told: Sequence[ToldAct]) -> dict[int, list[dict[str, Any]]]:
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


def _entry(
    act: ToldAct, language: Language, names: Names, delegators: Delegators
) -> dict[str, Any]:
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


def _sentence(act: ToldAct, language: Language, names: Names, delegators: Delegators) -> str:
    row = act.row
    lender = delegators.get(row.authority, "")
    return say(
        "history.sentence",
        language,
        who=word(row.signed_by or row.actor, "person", language, names),
        behalf=_behalf(row, lender, language, names),
        done=phrase(act.topic, act.said, language, names).rstrip("."),
        late=_late(act.event, language),
        entered=_entered(row, language, names),
    )


def _behalf(row: Row, lender: str, language: Language, names: Names) -> str:
    """For which organ and by whose delegation; nothing where a member acts for themselves."""
    told = []
    if row.organ and row.organ.partition("/")[0] != f"member:{row.signed_by}":
        organ = word(row.organ, "organ", language, names)
        told.append(say("history.behalf", language, organ=organ))
    if lender:
        told.append(
            say("history.delegated", language, person=word(lender, "person", language, names))
        )
    return "".join(f", {each}" for each in told) + ("," if told else "")


def _late(event: Any, language: Language) -> str:
    if not isinstance(event, StepTaken) or not event.late:
        return ""
    due_on = day(event.due_on, language) if event.due_on else NOTHING
    return f" – {say('history.late', language, due_on=due_on)}"


def _entered(row: Row, language: Language, names: Names) -> str:
    """Who entered it, where that is another; on which day, where the paper has another."""
    told = []
    if row.signed_by and row.actor != row.signed_by:
        person = word(row.actor, "person", language, names)
        told.append(say("history.entered", language, person=person))
    recorded_on = local_day(row.recorded_at)
    if recorded_on.isoformat() != row.effective_on:
        told.append(say("history.recorded", language, on=day(recorded_on, language)))
    return f" ({', '.join(told)})" if told else ""
