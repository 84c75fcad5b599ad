"""The `Move` of an act, looked up by the first bytes of its JSON: equal beginnings have been read before."""

from __future__ import annotations

from sys import intern

import msgspec

from projections.review.collecting.kept_facts import Move

DETAILS = b',"details":'
"""Where the head of an act ends: what is before is alike in all acts of a topic that took one step between
two stages. No text within JSON can hold this, whose quotes would be escaped there."""
PLAIN_END = b',"due_on":null,"late":false,"relied_on":[]}'
"""The end of an act for which nothing was due, nothing late and which relied on nothing."""


class _Head(msgspec.Struct, gc=False):
    """What an act begins with."""

    step: str
    from_stage: str
    to_stage: str


_HEAD = msgspec.json.Decoder(_Head).decode


class Moves(dict[bytes, Move]):
    """The moves of one topic by the first bytes of the JSON; those of acts with a due day are kept apart."""

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = intern(topic)
        self._dated: dict[tuple[bytes, str | None, bool], Move] = {}

    def of(self, state: bytes, due_on: str | None, late: bool) -> Move:
        """The move of an act with such a deadline; raises msgspec's errors."""
        head = state[: state.find(DETAILS)]
        plain, dated = self.get(head), self._dated.get((head, due_on, late))
        found = dated if due_on or late else plain
        return found or self._learnt(head, state, due_on, late)

    def _learnt(self, head: bytes, state: bytes, due_on: str | None, late: bool) -> Move:
        said = _HEAD(state)
        stages = (intern(said.from_stage), intern(said.to_stage))
        move = Move(self._topic, intern(said.step), *stages, intern(due_on or ""), late)
        if _tells(head, said):
            if due_on or late:
                self._dated[head, due_on, late] = move
            else:
                self[head] = move
        return move


def _tells(head: bytes, said: _Head) -> bool:
    """Whether the first bytes alone say step and stages; in other field order they do not, and are not kept."""
    try:
        return _HEAD(head + b"}") == said
    except msgspec.MsgspecError:
        return False
