"""A year's review as somebody may read it: figures whole, rows about members only of those whose files they may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.cases import world_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from application.questions.sight import Sight
    from application.running.system import System
    from projections.review.tables import Review, Table

_MEMBER = "member:"


def in_sight(system: System, review: Review, sight: Sight) -> Review:
    """The same review without the rows about other units' members."""
    return review._replace(tables=[tables_in_sight(system, each, sight) for each in review.tables])


def tables_in_sight(system: System, table: Table, sight: Sight) -> Table:
    """One table without those rows."""
    places = [at for at, column in enumerate(table.columns) if column.kind == "subject"]
    if not places:
        return table
    members = _Members(system, sight)
    return table._replace(rows=[row for row in table.rows if members.are_seen(row, places)])


class _Members:
    """Whether each member may be seen, looked up once."""

    def __init__(self, system: System, sight: Sight) -> None:
        self._world, self._sight = world_of(system), sight
        self._seen: dict[str, bool] = {}

    def are_seen(self, row: Sequence[Any], places: list[int]) -> bool:
        subjects = [str(row[at]) for at in places if row[at]]
        return all(self._is_seen(each) for each in subjects if each.startswith(_MEMBER))

    def _is_seen(self, subject: str) -> bool:
        if subject not in self._seen:
            code = subject.removeprefix(_MEMBER)
            known = self._world.person(code)
            unit = known.unit_on(self._world.today) if known else ""
            self._seen[subject] = code == self._sight.person or unit in self._sight.units
        return self._seen[subject]
