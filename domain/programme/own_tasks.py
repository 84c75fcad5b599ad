"""Tasks that a subject sets itself, as data: how many, by which ratios, what each ratio counts for whom."""

from __future__ import annotations

from decimal import Decimal

from domain.programme.applies import Applies
from domain.programme.labels import Clauses, Labelled, Record


class TaskRatio(Labelled, frozen=True, kw_only=True):
    """One of the ratios by which each of a member's own tasks is judged, such as its amount or its quality."""

    id: str


class Weighting(Record, frozen=True, kw_only=True):
    """What each ratio counts for whom: parts of one, by the ratio's id."""

    applies: Applies = Applies()
    shares: dict[str, Decimal]
    clause: Clauses = ""
    default: str = ""


class OwnTasks(Record, frozen=True, kw_only=True):
    """Tasks that the subject registers for itself: how many, and by which ratios each is judged.

    Their weights add up to the criterion's `max`; each is worth its weight times its ratio. Without `ratios` each has
    one; of several the first of the `weightings` that applies says what each counts, without one all count alike.
    """

    least: int = 1
    most: int = 0
    ratios: list[TaskRatio] = []
    weightings: list[Weighting] = []
