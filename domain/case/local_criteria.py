"""A set of criteria with what the committee above a unit added to it, each told as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.authority.resolve import resolve
from domain.programme.applies import Applies
from domain.programme.criteria import CriteriaSet, Group, Node

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events.round import LocalCriterion
    from domain.programme.taking_part import LocalCriteria
    from domain.round.state import Tailored


def with_local(criteria: CriteriaSet, situation: Situation) -> CriteriaSet:
    """The criteria of a case with those that hold for its unit on the day of the situation."""
    let, tailored = situation.programme.local_criteria, _tailored(situation)
    if let is None or not tailored:
        return criteria
    added = [_node(each, let, by) for by in tailored for each in by.added]
    groups = [_with_nodes(group, tailored, added) for group in criteria.groups]
    return replace(criteria, groups=groups)


def _with_nodes(group: Group, tailored: list[Tailored], added: list[Node]) -> Group:
    own = {each.id for by in tailored for each in by.added if each.group == group.id}
    return replace(group, nodes=[*group.nodes, *(node for node in added if node.id in own)])


def _tailored(situation: Situation) -> list[Tailored]:
    """What the organs above set in the round by that day, for this set of criteria."""
    let, state = situation.programme.local_criteria, situation.round
    if let is None or state is None or not state.tailored:
        return []
    of, on, name = situation.candidate, situation.on, situation.kind.criteria
    organs = resolve(
        situation.programme.roles[let.by], of.kind, of.unit, of.member, on, situation.world
    )
    known = (state.tailored.get((organ, name)) for organ in organs)
    return [each for each in known if each is not None and each.on <= on.isoformat()]


def _node(each: LocalCriterion, let: LocalCriteria, by: Tailored) -> Node:
    """A criterion that is met or not; its words say that it is local, and by which paper."""
    number = f", {by.number}" if by.number else ""
    return Node(
        id=each.id,
        kind="threshold" if each.passes else "toggle",
        vi=f"{each.vi} ({let.vi}{number})",
        en=f"{each.en or each.vi} ({let.en}{number})",
        passes=each.passes,
        applies=Applies(org_types=each.org_types),
        clause=let.clause,
        default=let.default,
    )
