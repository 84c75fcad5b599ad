"""Who must act next on a case, with which commands, by when: from its row and its pinned programme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from domain.authority.resolve import resolve
from domain.periods import year_of
from workflow.deadline import due_on

if TYPE_CHECKING:
    from application.world import LedgerWorld
    from domain.programme.edition import Edition
    from interim.status import StatusRow
    from workflow.definition import Step

_ENDINGS = {"withdraw", "cancel", "return-dossier"}
"""Ways out that nobody waits for."""


class Waiting(NamedTuple):
    """Roles and commands that a case waits for; `due_on` where a day is known."""

    row: StatusRow
    roles: list[str]
    commands: list[str]
    due_on: date | None

    def organs(self, world: LedgerWorld) -> list[str]:
        """The organs that hold the roles today."""
        edition = world.edition(self.row.programme, self.row.version)
        if edition is None:
            return []
        of, _, name = self.row.subject.partition(":")
        member = name if of == "member" else ""
        kind, unit, on = self.row.subject_kind, self.row.unit, world.today
        found = [
            organ
            for role in self.roles
            if role in edition.programme.roles
            for organ in resolve(edition.programme.roles[role], kind, unit, member, on, world)
        ]
        return list(dict.fromkeys(found))


def waiting(row: StatusRow, world: LedgerWorld) -> Waiting:
    """Answer what a case waits for: its main steps, petitions to answer, flagged outcomes, a resumption."""
    edition = world.edition(row.programme, row.version)
    if edition is None:
        return Waiting(row, [], [], None)
    steps = _steps(row, edition)
    roles = list(dict.fromkeys(role for step in steps for role in step.roles))
    commands = list(dict.fromkeys(step.verb for step in steps))
    return Waiting(row, roles, commands, _due(row, steps, edition, world))


def _steps(row: StatusRow, edition: Edition) -> list[Step]:
    table = edition.tables[row.workflow]
    possible = table.steps_from(row.stage)
    if row.suspended:
        return [step for step in possible if step.verb == "resume"]
    moving = [
        step for step in possible if step.to and step.to != row.stage and step.verb not in _ENDINGS
    ]
    owed = {"answer-petition": row.petitions, "review-dependent": row.flags}
    extra = [step for step in possible if owed.get(step.verb, 0) > 0]
    return extra if table.resting(row.stage) else [*moving, *extra]


def _due(row: StatusRow, steps: list[Step], edition: Edition, world: LedgerWorld) -> date | None:
    if row.due_on:
        return date.fromisoformat(row.due_on)
    found = world.round(row.programme, row.period)
    dates = {row.moved_by: date.fromisoformat(row.since)} if row.since else {}
    days = [
        (found.extended(step.deadline, row.subject) if found else None)
        or due_on(
            edition.programme.deadlines[step.deadline],
            year_of(row.period),
            dates,
            world.holidays(),
        )
        for step in steps
        if step.deadline
    ]
    return min((day for day in days if day is not None), default=None)
