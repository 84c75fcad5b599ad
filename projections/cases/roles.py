"""Which organs hold a role for a case on a day, as the units are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from domain.authority.resolve import resolve
from domain.authority.successor import successor_organ
from domain.case.roles import holding
from domain.programme.edition import Edition

if TYPE_CHECKING:
    from projections.cases.status import Status


class Organs:
    """Roles resolved to organs on one day; each kind of question is worked out once."""

    def __init__(self, units: Any, on: date) -> None:
        self._units = units
        self._on = on
        self._resolved: dict[tuple[str, str, str, str], list[str]] = {}

    def holding(self, role: str, case: Status, edition: Edition) -> list[str]:
        """Organs `unit/organ`; none where the role rests on an act that is not there."""
        return holding(role, _Recorded(case, edition, self))

    def heir(self, organ: str) -> str:
        """The organ that has its powers on the day."""
        return successor_organ(organ, self._on, self._units)

    def by_rules(self, role: str, case: Status, edition: Edition) -> list[str]:
        """The organs that the programme's rules give a role; none for a role that it does not know."""
        if role not in edition.programme.roles:
            return []
        about = case.subject if case.subject.startswith("member:") else case.unit
        key = (edition.version, role, case.subject_kind, about)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(role, case, edition)
        return self._resolved[key]

    def _resolve(self, role: str, case: Status, edition: Edition) -> list[str]:
        member = case.subject.removeprefix("member:")
        return resolve(
            edition.programme.roles[role],
            case.subject_kind,
            case.unit,
            member if member != case.subject else "",
            self._on,
            self._units,
        )


class _Recorded(NamedTuple):
    """A case as its record says it (`domain.case.roles.Ruled`)."""

    case: Status
    edition: Edition
    organs: Organs

    @property
    def issuer(self) -> str:
        return self.case.issuer

    def by_rules(self, role: str) -> list[str]:
        return self.organs.by_rules(role, self.case, self.edition)

    def heir(self, organ: str) -> str:
        return self.organs.heir(organ)
