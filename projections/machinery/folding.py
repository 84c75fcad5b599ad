"""Folding rows of the log into the records of read models, in memory: for catch-ups, rebuilds and past moments."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from ledger.entry import Row
from ledger.errors import UnreadableEventError
from projections.machinery.codec import CODEC
from projections.machinery.read_model import Apply, ReadModel, Seen

States = dict[str, Any]
Act = tuple[Any, Apply, States, str]
_KNOWN = CODEC.decoders


class _Plan(dict[str, tuple[Act, ...]]):
    """What to do with each topic, worked out when it is first met."""

    def __init__(self, models: Iterable[ReadModel[Any]], states: dict[str, States]) -> None:
        super().__init__()
        self._models = [(model, states[model.name]) for model in models]

    def __missing__(self, topic: str) -> tuple[Act, ...]:
        """Raises UnknownTopicError or NewerSchemaError: what is not known is refused, not skipped."""
        _KNOWN[topic]
        name = topic.partition("@")[0]
        acts = tuple(
            (model.decoders[name], model.folds[name].apply, states, model.name)
            for model, states in self._models
            if name in model.folds
        )
        self[topic] = acts
        return acts


class Folder:
    """Records by stream, of several read models at once; `states` may be filled beforehand."""

    def __init__(self, models: Iterable[ReadModel[Any]]) -> None:
        self.models = tuple(models)
        self.states: dict[str, States] = {model.name: {} for model in self.models}
        self._plan = _Plan(self.models, self.states)

    def fold(self, rows: Iterable[Seen]) -> None:
        """Raises UnknownTopicError, NewerSchemaError or UnreadableEventError."""
        plan, topic = self._plan, ""
        try:
            for row in rows:
                _, stream, topic, state, _, _ = row
                for decode, apply, states, _ in plan[topic]:
                    states[stream] = apply(states.get(stream), decode(state), row)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UnreadableEventError(topic, str(error)) from error

    def fold_run(self, topic: str, rows: Sequence[Seen]) -> None:
        """As `fold`, of rows that all have one topic: what to do with them is looked up once."""
        try:
            for decode, apply, states, _ in self._plan[topic]:
                for row in rows:
                    stream = row[1]
                    states[stream] = apply(states.get(stream), decode(row[3]), row)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UnreadableEventError(topic, str(error)) from error

    def missing(self, rows: Iterable[Seen]) -> dict[str, list[str]]:
        """The streams that rows change and whose records are not here, by read model."""
        streams: dict[str, dict[str, None]] = {}
        for row in rows:
            for _, _, states, name in self._plan[row.topic]:
                if row.stream not in states:
                    streams.setdefault(name, {})[row.stream] = None
        return {name: list(missing) for name, missing in streams.items()}


def seen(rows: Sequence[Row]) -> list[Seen]:
    return [
        Seen(row.position, row.stream, row.topic, row.state, row.effective_on, row.organ)
        for row in rows
    ]
