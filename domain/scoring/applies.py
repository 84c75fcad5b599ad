"""Whether a criterion counts for a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.programme.criteria import Applies
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
        and (not applies.months or profile.month in applies.months)
        and (profile.leaders or not applies.leaders_only)
    )
