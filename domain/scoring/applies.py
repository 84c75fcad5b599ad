"""Whether a criterion counts for a subject, and which do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.programme.applies import Applies
    from domain.programme.criteria import Group, Node
    from domain.scoring.profile import Profile


def is_due(applies: Applies, profile: Profile) -> bool:
    """Whether all that is asked holds; an empty list asks nothing.

    Without a month on the profile a rule about months says no: the node belongs to a month.
    """
    return (
        (not applies.subjects or profile.subject_kind in applies.subjects)
        and (not applies.org_types or profile.org_type in applies.org_types)
        and profile.has.issuperset(applies.has)
        and profile.has.isdisjoint(applies.lacks)
        and profile.person.issuperset(applies.person_has)
        and profile.person.isdisjoint(applies.person_lacks)
        and (not applies.months or profile.month in applies.months)
        and (profile.leaders or not applies.leaders_only)
    )


def due_leaves(parts: Sequence[Node | Group], profile: Profile) -> Iterator[Node]:
    """The leaves that apply, below groups that apply."""
    for part in parts:
        for node in part.nodes:
            if not is_due(node.applies, profile):
                continue
            if node.kind == "group":
                yield from due_leaves([node], profile)
            else:
                yield node
