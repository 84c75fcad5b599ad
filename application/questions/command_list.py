"""The commands there are: what each is called, the word that is typed for it, and who may usually give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.questions.editions import editions
from domain.catalogue import VERBS, Permission, StreamKind
from words.kinds import Because, Said, because, many
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from domain.programme.edition import Edition

COLUMNS = (
    Column("command", "verb"), Column("typed", "code", word="typed_command"), Column("who_may", "lines"),
)  # fmt: skip
"""What a list of commands shows people, in order."""
_PERMISSIONS: dict[Permission, Because] = {
    "role": because("page.permission.role"),
    "set_up": because("page.permission.set_up"),
    "superior": because("page.permission.superior"),
    "unit": because("page.permission.unit"),
    "opening": because("page.permission.opening"),
}


class CommandRow(msgspec.Struct, frozen=True, kw_only=True):
    """A command as `forms --json` prints it: on what it is, by which permission, by which roles of the programmes."""

    command: str
    stream: StreamKind
    permission: Permission
    roles: list[str]

    @property
    def typed(self) -> str:
        """The word to type."""
        return self.command

    @property
    def who_may(self) -> Said:
        """The roles that the programmes name; who may where no programme says it."""
        if self.roles:
            return many("role", self.roles)
        return Said("because", _PERMISSIONS[self.permission])


def commands(system: System) -> list[CommandRow]:
    """Every command, those on cases first; the roles are those of the programmes that were published."""
    published = editions(system)
    return [
        CommandRow(
            command=verb.verb,
            stream=verb.stream,
            permission=verb.permission,
            roles=_roles(verb.verb, published) if verb.permission == "role" else [],
        )
        for verb in VERBS.values()
    ]


def _roles(verb: str, published: list[Edition]) -> list[str]:
    """Who takes the steps of a command, in the order in which the programmes name them."""
    return list(
        dict.fromkeys(
            role
            for edition in published
            for definition in edition.definitions.values()
            for step in definition.steps
            if step.verb == verb
            for role in step.roles
        )
    )
