"""What a person may do on a case now: each command, for which organs, or every reason why not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions.cases import stream_named
from application.questions.filters import in_codes
from application.questions.step_basis import basis_of_verb
from application.questions.steps_open import steps_allowed
from application.running.world import newest_world
from domain.refusal import Refusal, RefusedError, refusal
from words import kinds
from words.language import chosen
from words.sentences import Names, nameless, sentence
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("command", "verb"), Column("typed", "code", word="typed_command"), Column("allowed", "yes_no"),
    Column("organs", "organ"), Column("depends_on", "field"), Column("reasons", "lines", word="why_not"),
    Column("unless", "lines", word="unless"), Column("rests_on", "lines"),
)  # fmt: skip
"""What people see of a command, in order."""


class AllowedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A command as `cases allowed --json` prints it.

    `depends_on` are the fields of its data on which it depends whether an allowed command is carried
    out; `reasons` are sentences, empty where it is allowed; `unless` are sentences that stand against an allowed
    one unless something right is typed, or against one of its outcomes. `rests_on` are the clauses of its steps at this
    stage, and the defaults under which they are assumed.
    """

    command: str
    allowed: bool
    organ: str
    organs: list[str]
    depends_on: list[str]
    reasons: list[str]
    unless: list[str]
    rests_on: list[str]

    @property
    def typed(self) -> str:
        """The word to type."""
        return self.command


class _Asked(msgspec.Struct, frozen=True):
    by: str
    organs: tuple[str, ...]


def allowed(
    system: System,
    name: str,
    *,
    by: str,
    organ: str,
    on: date | None,
    language: str,
    names: Names = nameless,
) -> list[AllowedRow]:
    """Every command of the case's stage; refuses an unknown case, person or organ."""
    world = newest_world(system, on=on)
    case = world.case(stream_named(name))
    if case is None:
        raise RefusedError([refusal("no_such_case", case=kinds.case(name))])
    asked = in_codes(system, _Asked(by, (organ,)))
    day = on or world.today
    edition = world.edition(case.opened.programme, case.opened.version)
    return [
        AllowedRow(
            command=step.command,
            allowed=not step.reasons,
            organ=next(iter(step.organs), ""),
            organs=step.organs,
            depends_on=step.depends_on,
            reasons=[
                sentence(reason, chosen(language), names) for reason in _each_once(step.reasons)
            ],
            unless=[sentence(reason, chosen(language), names) for reason in step.unless],
            rests_on=basis_of_verb(edition, case, step.command),
        )
        for step in steps_allowed(case, asked.by, asked.organs[0], day, world)
    ]


def _each_once(reasons: list[Refusal]) -> list[Refusal]:
    """Who may not sign for an organ may not enter for it either: of one person that is said once."""
    unsigned = {str(each.values["organ"]) for each in reasons if each.code == "no_mandate"}
    return [
        each
        for each in reasons
        if each.code != "no_recording_mandate" or str(each.values["organ"]) not in unsigned
    ]
