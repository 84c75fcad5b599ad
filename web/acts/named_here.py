"""Names that the log asks for and nobody has to make up: of evidence, of a petition; the next free one of the case."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from application.questions.cases import stream_named, world_of
from domain.events.case import EvidenceAttached, PetitionFiled
from web.acts.paths import DATA, inside

if TYPE_CHECKING:
    from domain.case.state import Case
    from web.acts.giving import Giving

_NAMED: dict[str, tuple[str, Any, str]] = {
    "attach-evidence": ("evidence", EvidenceAttached, "mc"),
    "file-petition": ("petition", PetitionFiled, "kn"),
}
"""By command: the field that names what it brings, the event in which the names before stand, how names begin."""


def named_here(giving: Giving) -> dict[str, list[str]]:
    """The name with which a form opens, where its command gives one."""
    if giving.verb not in _NAMED or not giving.case:
        return {}
    case = world_of(giving.asked.system).case(stream_named(giving.case))
    field, event, start = _NAMED[giving.verb]
    taken = _taken(case, field, event) if case else set()
    names = (f"{start}-{number}" for number in count(1))
    return {inside(DATA, field): [next(name for name in names if name not in taken)]}


def _taken(case: Case, field: str, event: Any) -> set[str]:
    return {getattr(act.event.details, field) for act in case.all(event)}
