"""The events of one case read for people: texts put back, compared with the act before, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from domain.case.acts import BY_TOPIC
from domain.events import case as c
from domain.events.base import StepTaken
from domain.events.details import Correction
from domain.events.free_texts import replaced
from ledger.entry import Row
from projections.machinery.codec import CODEC
from projections.story.field_kinds import said_as
from projections.story.fields import Values, changes, kinds_of, values_of
from words.kinds import Kind, Said
from words.language import say

Texts = Mapping[str, str | None]


class ToldAct(NamedTuple):
    """`about` tells acts of one topic apart; `values` are what the act itself said.

    `kinds` say by field what the values are; `corrects` is the act that a correction is about.
    """

    row: Row
    event: Any
    reason: str
    about: str
    values: Values
    changes: list[dict[str, Any]]
    kinds: dict[str, Kind]
    corrects: "ToldAct | None" = None

    @property
    def said(self) -> dict[str, Said]:
        """The values, each as what it is."""
        own = {**self.kinds, **self._corrected()}
        return {
            path: said_as(own.get(path, "text"), path.rpartition(".")[2], value)
            for path, value in self.values.items()
        }

    def _corrected(self) -> dict[str, Kind]:
        """What the new value in a correction is: what stands in the field that it changes."""
        if self.corrects is None:
            return {}
        field = self.event.details.field
        day: Kind = "date"
        return {"value": day if field == "effective_on" else self.corrects.kinds.get(field, "text")}

    @property
    def topic(self) -> str:
        topic: str = self.event.TOPIC
        return topic


def acts(rows: Sequence[Row], texts: Texts, language: str) -> list[ToldAct]:
    """The acts of a case in order. An erased text says that it was erased."""

    def shown(commitment: str) -> str:
        text = texts.get(commitment, commitment)
        return say("value.erased", language) if text is None else text

    found: list[ToldAct] = []
    latest: dict[tuple[str, str], Values] = {}
    standing: dict[int, Values] = {}
    for row in rows:
        event = replaced(CODEC.decode(row.topic, row.state), shown)
        about, values, target = _about(row, event), values_of(event), corrected(event, found)
        if target is None:
            differing = changes(latest.get((event.TOPIC, about), {}), values)
        else:
            differing = [_correction(event.details, target, standing[target.row.position])]
        # A correction can itself be corrected, so it has values that stand, like any act.
        standing[row.position] = latest[event.TOPIC, about] = dict(values)
        changed = [*_moved(event), *differing]
        reason = shown(row.reason)
        found.append(ToldAct(row, event, reason, about, values, changed, kinds_of(event), target))
    return found


def corrected(event: Any, before: Iterable[ToldAct]) -> ToldAct | None:
    """The act that a correction is about."""
    if not isinstance(event, c.CorrectionRecorded):
        return None
    at = event.details.of_position
    return next((act for act in before if act.row.position == at), None)


def _about(row: Row, event: Any) -> str:
    """What distinguishes an act from others of its topic: the signer, or a field such as the id of a petition."""
    kind = BY_TOPIC.get(event.TOPIC)
    if kind is not None and kind.own:
        return row.signed_by
    return str(getattr(event.details, kind.about)) if kind is not None and kind.about else ""


def _moved(event: Any) -> list[dict[str, Any]]:
    if not isinstance(event, StepTaken) or event.from_stage == event.to_stage:
        return []
    return [{"field": "stage", "old": event.from_stage, "new": event.to_stage}]


def _correction(correction: Correction, target: ToldAct, standing: Values) -> dict[str, Any]:
    """What it changes of the act it is about, as that stands after earlier corrections."""
    field = correction.field
    first = target.row.effective_on if field == "effective_on" else None
    old, standing[field] = standing.get(field, first), correction.value
    return {"field": f"{target.topic}.{field}", "old": old, "new": correction.value}
