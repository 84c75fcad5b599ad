"""Local criteria: what a committee adds for its own subordinate units, within the guideline's groups (PW-GEN-2)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from domain.events import case as c
from domain.ids import LONGEST, written_once
from domain.refusal import Refusal, refusal
from domain.scoring.comparison import comparison
from domain.scoring.tree import nodes
from domain.streams import round_tag, split_organ
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.commands import Command
    from domain.events.round import LocalCriteriaSet, LocalCriterion
    from domain.programme.criteria import CriteriaSet
    from domain.programme.edition import Edition
    from domain.round.state import Round
    from domain.world import World


def tailoring_refusals(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    """List every reason against local criteria: none are let, none of a set, too late, what they would change."""
    programme = edition.programme if edition else None
    let = programme.local_criteria if programme else None
    if programme is None or let is None:
        return [refusal("local_criteria_not_let")]
    payload: LocalCriteriaSet = command.payload
    if payload.criteria not in let.sets:
        known = [kinds.text(name) for name in let.sets]
        return [refusal("local_set_unknown", criteria=payload.criteria, known=known)]
    own = programme.criteria[payload.criteria]
    return [*_late(state, command, world), *_of_each(payload, own)]


def _late(state: Round, command: Command, world: World) -> Iterator[Refusal]:
    """No unit below has handed in or adopted a sheet yet: all of them are measured alike (D-52)."""
    unit = split_organ(command.organ)[0] if command.organ else ""
    for stream in world.tagged(round_tag(state.programme, state.period)):
        case = world.case(stream)
        known = world.unit(case.unit) if case else None
        if case is None or known is None or known.parent_on(command.effective_on) != unit:
            continue
        if case.newest(c.IndividualSheetSubmitted, c.AggregateAdopted):
            yield refusal("local_criteria_late", unit=kinds.unit(case.unit))


def _of_each(payload: LocalCriteriaSet, own: CriteriaSet) -> Iterator[Refusal]:
    groups, taken = [group.id for group in own.groups], {node.id for node in nodes(own)}
    if not payload.added:
        yield refusal("local_criteria_none")
    for name, times in Counter(each.id for each in payload.added).items():
        if times > 1 or name in taken or name in groups:
            yield refusal("local_criterion_twice", criterion=kinds.of("criterion", name))
    for place, each in enumerate(payload.added):
        yield from _of_one(each, groups, f"added[{place}]")


def _of_one(each: LocalCriterion, groups: list[str], at: str) -> Iterator[Refusal]:
    if each.group not in groups:
        known = kinds.many("criterion", groups)
        yield refusal("local_group_unknown", about=f"{at}.group", group=each.group, known=known)
    usable = (
        0 < len(each.id) <= LONGEST and each.id.isprintable() and written_once(each.id) == each.id
    )
    if not usable or not each.vi.strip():
        yield refusal("local_criterion_nameless", about=f"{at}.vi")
    if each.passes and not _is_limit(each.passes):
        yield refusal("local_limit_unreadable", about=f"{at}.passes", passes=each.passes)


def _is_limit(text: str) -> bool:
    try:
        comparison(text)
    except ValueError:
        return False
    return True
