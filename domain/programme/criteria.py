"""Criteria sets as data (docs/engine.md): groups of nodes, how each scores, when the whole passes."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from domain.programme.applies import Applies
from domain.programme.labels import Clauses, Label, Labelled, Record
from domain.programme.own_tasks import OwnTasks

Kind = Literal[
    "group", "toggle", "levels", "points", "bands", "threshold",
    "series", "ratio_of_cases", "external_result", "own_tasks",
]  # fmt: skip


class Level(Labelled, frozen=True, kw_only=True):
    """One choice of a `levels` node; `passes` says whether it counts as met."""

    id: str
    points: Decimal = Decimal(0)
    passes: bool = True


class Band(Record, frozen=True, kw_only=True):
    """A range of measured values, written `[80, 90)`, and what it is worth."""

    range: str
    points: Decimal = Decimal(0)
    level: str = ""
    vi: str = ""
    en: str = ""
    passes: bool = True


class Series(Record, frozen=True, kw_only=True):
    """Values by month or quarter: `need` is `all`, `mean`, or how many must pass."""

    of: Literal["month", "quarter"] = "month"
    count: int = 12
    need: Literal["all", "mean"] | int = "all"
    passes: str


class Children(Record, frozen=True, kw_only=True):
    """The cases that a ratio counts: members of the unit, units under it, or its own of shorter periods.

    `outcome` is the outcome counted (`PASS`); the denominator is `on_roll` (D-12), `with_case` or
    `decided`. Of `periods` every month or quarter (`every`) of the case's own period is on the roll; `take: mean` is
    the mean of their totals, a missing or revoked one counted as nothing.
    """

    of: Literal["members", "units", "periods"]
    every: Literal["month", "quarter"] = "quarter"
    take: Literal["share", "mean"] = "share"
    title: str = ""
    outcome: str = "PASS"
    denominator: Literal["on_roll", "with_case", "decided"] = "on_roll"
    final_only: bool = True


class External(Record, frozen=True, kw_only=True):
    """A result of another instrument: annual classification of a subject."""

    instrument: Literal["classification"]
    of: Literal["self", "members", "units"] = "self"
    at_least: str = ""
    final_only: bool = True


class Breach(Record, frozen=True, kw_only=True):
    """What a breach of this criterion does: `none`, `deduct`, `cap`, `zero` the node, or `knockout`.

    `deduct` takes `points` from what was given; with `cap` as many are out of reach, whatever was given.
    """

    effect: Literal["none", "deduct", "cap", "zero", "knockout"] = "none"
    points: Decimal = Decimal(0)


class Check(Labelled, frozen=True, kw_only=True):
    """One of several facts inside a criterion (D-50); the score stays with the criterion."""

    id: str
    measure: str = ""
    passes: str = ""
    applies: Applies = Applies()


class Node(Labelled, frozen=True, kw_only=True):
    """A criterion, or a group inside a group.

    `max` are points; `measure` names a measured value of the programme; `passes` is a comparison
    such as `>= 85 %`. `not_applicable` is the rule for a node whose `applies` says no. `shared`: the nodes of a group
    share its `max`, none has a part of it for itself.
    """

    id: str
    kind: Kind
    max: Decimal = Decimal(0)
    step: Decimal = Decimal("0.5")
    levels: list[Level] = []
    bands: list[Band] = []
    measure: str = ""
    passes: str = ""
    series: Series | None = None
    children: Children | None = None
    external: External | None = None
    tasks: OwnTasks | None = None
    checks: list[Check] = []
    applies: Applies = Applies()
    not_applicable: Literal["not_counted", "full", "zero", "exclude_and_rescale"] = "not_counted"
    evidence: bool = False
    on_breach: Breach = Breach()
    nodes: list[Node] = []
    shared: bool = False
    pass_when: Literal["all", "sum"] | int = "all"  # noqa: S105 -- no password: when a group passes


class Group(Labelled, frozen=True, kw_only=True):
    """A criteria group; `pass_when` is `all` of its nodes, how many, or `sum` with `minimum`.

    `shared` as of a node: contents that share one maximum without a split.
    """

    id: str
    max: Decimal = Decimal(0)
    nodes: list[Node] = []
    shared: bool = False
    pass_when: Literal["all", "sum"] | int = "all"  # noqa: S105 -- no password: when a group passes
    minimum: Decimal | None = None


class BonusReason(Labelled, frozen=True, kw_only=True):
    """A reason for bonus points, up to `max`."""

    id: str
    max: Decimal


class DeductionReason(Labelled, frozen=True, kw_only=True):
    """A reason for deducting `points` each time, up to `cap`, from a criterion or from the total."""

    id: str
    points: Decimal
    cap: Decimal | None = None
    level: Literal["criterion", "total"] = "criterion"


class Rounding(Record, frozen=True, kw_only=True):
    """Rounding of points at criterion level, half up, to a `step`."""

    step: Decimal = Decimal("0.5")
    default: str = ""


class Scale(Record, frozen=True, kw_only=True):
    """Points: `base` for the criteria, `bonus` for the pool, `total` is the cap of the sum."""

    base: Decimal
    bonus: Decimal = Decimal(0)
    total: Decimal
    bonus_counts_for_pass: bool = True
    clause: Clauses = ""


class OutcomeBand(Record, frozen=True, kw_only=True):
    """A level that a total reaches, `[90, 100]`; `award` marks the level a reward asks for."""

    range: str
    level: str
    vi: str
    en: str
    clause: Clauses = ""


class PassRule(Record, frozen=True, kw_only=True):
    """When the subject passes: `total` at least `mark`, or `all_groups`; knock-outs always fail."""

    rule: Literal["total", "all_groups", "bands"]
    mark: Decimal | None = None
    level: str = ""
    clause: Clauses = ""
    default: str = ""


class CriteriaSet(Label, frozen=True, kw_only=True):
    """One set of criteria, for one subject kind or for another instrument (meeting quality)."""

    scale: Scale | None = None
    rounding: Rounding = Rounding()
    pass_rule: PassRule = msgspec.field(name="pass")
    bands: list[OutcomeBand] = []
    groups: list[Group]
    bonus: list[BonusReason] = []
    deductions: list[DeductionReason] = []
    clause: Clauses = ""
    source: str = ""
