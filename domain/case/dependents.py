"""What relied on a recognition: flagged for review when it changes, never changed by itself (D-33)."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

from domain.events import case as c
from domain.events import details as d
from domain.streams import reliance_tag, unit_year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.state import Case
    from domain.events.base import Event, StepTaken
    from domain.events.details import Change
    from domain.world import World


class Dependent(NamedTuple):
    """One use of a recognition: where, what for, with which value.

    `source` is the case it relied on, `level` how far that is from the first one (1: directly).
    `organ` is the organ that made an outcome that is no case.
    """

    stream: str
    use: str
    value: str
    source: str
    level: int
    organ: str = ""


def dependents(changed: str, world: World) -> Iterator[Dependent]:
    """List every outcome that relied on a case, through every level, the nearest first."""
    seen, edge = {changed}, deque([(changed, 1)])
    while edge:
        source, level = edge.popleft()
        for stream in world.tagged(reliance_tag(source)):
            if stream in seen:
                continue
            uses = list(_uses(stream, source, level, world))
            yield from uses
            if uses and stream.startswith("case:"):
                seen.add(stream)
                edge.append((stream, level + 1))


def _uses(stream: str, source: str, level: int, world: World) -> Iterator[Dependent]:
    kind, _, name = stream.partition(":")
    if kind == "case":
        case = world.case(stream)
        for use, value in sorted(_values(case, source).items()) if case else ():
            yield Dependent(stream, use, value, source, level)
    elif kind == "round":
        yield from _selections(stream, name, source, level, world)
    else:
        yield from _classifications(stream, source, level, world)


def _values(case: Case, source: str) -> dict[str, str]:
    """The value of each use, as it was the last time."""
    return {
        reliance.use: reliance.value
        for act in case.acts
        for reliance in act.event.relied_on
        if reliance.stream == source
    }


def _selections(
    stream: str, name: str, source: str, level: int, world: World
) -> Iterator[Dependent]:
    programme, _, period = name.partition(":")
    round_held = world.round(programme, period)
    for each in round_held.selections if round_held else ():
        if source in each.cases:
            yield Dependent(
                stream, f"selection:{each.reward}", each.subject, source, level, each.organ
            )


def _classifications(stream: str, source: str, level: int, world: World) -> Iterator[Dependent]:
    year = world.unit_year(*unit_year_of(stream))
    for records in year.classifications.values() if year else ():
        for fact in records:
            for reliance in fact.event.relied_on:
                if reliance.stream == source:
                    yield Dependent(
                        stream, reliance.use, fact.event.level, source, level, fact.organ
                    )


def flags_after(
    changed: str, event: StepTaken[Any], change: Change, world: World
) -> list[tuple[str, Event]]:
    """List a flag for each use of the changed recognition, in the case that must be looked at."""
    flags: list[tuple[str, Event]] = []
    for dependent in dependents(changed, world):
        target = dependent.stream if _is_case(dependent) else dependent.source
        case = world.case(target)
        stage = event.to_stage if target == changed else case.stage if case else ""
        flags.append((target, _flag(stage, dependent, changed, change)))
    return flags


def _is_case(dependent: Dependent) -> bool:
    return dependent.stream.startswith("case:")


def _flag(stage: str, dependent: Dependent, changed: str, change: Change) -> Event:
    return c.DependentOutcomeFlagged(
        step="flag-dependent",
        from_stage=stage,
        to_stage=stage,
        details=d.Flagging(
            revoked=changed,
            use=dependent.use,
            value=dependent.value,
            via="" if dependent.source == changed else dependent.source,
            dependent="" if _is_case(dependent) else dependent.stream,
            organ=dependent.organ,
            change=change,
        ),
    )
