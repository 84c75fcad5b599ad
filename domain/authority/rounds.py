"""Which organs may act on a round: the programme's roles, seen from the body whose guideline it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.bounds import body_on, within_bounds
from domain.authority.resolve import holds_on, resolve_on_round
from domain.authority.subjects import kinds_of_unit
from domain.authority.tailoring import tailors
from domain.programme.basis import basis_of
from domain.streams import split_organ

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.commands import Command
    from domain.programme.edition import Edition
    from domain.programme.model import Programme
    from domain.world import World


def organs_of_round(command: Command, world: World) -> list[str]:
    """List the organs that hold a role which may do this on a round.

    They are organs of units that the programme names, or of the nearest of a kind from its body
    upwards; what each unit does for itself, such as a review of its own, is done by that unit's
    organ within the bounds of the guideline. Of a programme that names no body, any organ of the
    role's name among those asked about is one: those of the command, else of its signer.
    """
    edition = _edition(command, world)
    if edition is None:
        return []
    programme, on = edition.programme, command.effective_on
    if command.verb == "set-local-criteria":
        name = getattr(command.payload, "criteria", "")
        asked = _asked(command, world)
        return [each for each in asked if tailors(each, name, programme, on, world)]
    roles = [role for role in _roles(command, programme) if role in programme.roles]
    body = body_on(programme, on, world)
    if not body:
        return _by_name(command, programme, roles, world)
    named = [
        organ
        for role in roles
        for organ in resolve_on_round(programme.roles[role], body, on, world)
    ]
    return list(dict.fromkeys((*named, *_own(command, programme, roles, world))))


def basis_on_round(command: Command, edition: Edition) -> list[str]:
    """What it rests on who may give a command on a round: the rules of its roles that hold on the day."""
    programme, on = edition.programme, command.effective_on
    named = [name for name in _roles(command, programme) if name in programme.roles]
    rules = (rule for name in named for rule in programme.roles[name].rules)
    found = [each for rule in rules if holds_on(rule, on) for each in basis_of(rule)]
    return found or [each for name in named for each in basis_of(programme.roles[name])]


def _edition(command: Command, world: World) -> Edition | None:
    """The version that the round froze, the newest where there is none."""
    _, code, period = (*command.stream.split(":"), "", "")[:3]
    opened = world.round(code, period)
    return world.edition(code, opened.version if opened else "")


def _own(command: Command, programme: Programme, roles: list[str], world: World) -> list[str]:
    """Organs asked about that hold one of the roles for their own unit."""
    return [
        organ
        for organ in _asked(command, world)
        if any(_is_own(organ, role, command, programme, world) for role in roles)
    ]


def _is_own(organ: str, role: str, command: Command, programme: Programme, world: World) -> bool:
    code, name = split_organ(organ)
    unit, on = world.unit(code), command.effective_on
    if unit is None or not unit.has_organ(name, on):
        return False
    fitting = kinds_of_unit(programme, unit, on, world)
    return within_bounds(programme, code, on, world) and any(
        selector.of == "self" and selector.organ == name
        for rule in programme.roles[role].rules
        if not rule.subjects or {*rule.subjects} & fitting
        for selector in rule.organs
    )


def _by_name(command: Command, programme: Programme, roles: list[str], world: World) -> list[str]:
    names = _organ_names(programme, roles)
    return [organ for organ in _asked(command, world) if organ.rpartition("/")[2] in names]


def _organ_names(programme: Programme, roles: list[str]) -> Collection[str]:
    return {
        selector.organ
        for role in roles
        for rule in programme.roles[role].rules
        for selector in rule.organs
    }


def _asked(command: Command, world: World) -> list[str]:
    if command.organ:
        return [command.organ]
    signer = world.person(command.signed_by)
    if signer is None:
        return []
    own = [mandate.organ for mandate in signer.mandates.values()]
    lent = [delegation.organ for delegation in signer.delegations.values()]
    return list(dict.fromkeys([*own, *lent]))


def _roles(command: Command, programme: Programme) -> list[str]:
    """The roles that the file names for a command on a round; of a record it names, that record's."""
    verb, body = command.verb, programme.body
    if verb == "set-pilot-list":
        return [programme.pilot.chooser] if programme.pilot else []
    if verb == "set-local-criteria":
        return [programme.local_criteria.by] if programme.local_criteria else []
    if verb in _SECTIONS:
        return _of_record(command, programme)
    if body is None:
        return ["decider"] if verb in _CLOSING else ["decider", "appraiser", "hop_appraiser"]
    return body.keeper if verb in _CLOSING else [*body.keeper, *body.extends]


def _of_record(command: Command, programme: Programme) -> list[str]:
    section, field = _SECTIONS[command.verb]
    records = getattr(programme, section)
    named = records.get(getattr(command.payload, field, ""))
    roles = [named.by] if named else [record.by for record in records.values()]
    return roles if programme.body else ["decider", *roles]


_CLOSING = {"lock-round", "reopen-round", "seal-round"}
_SECTIONS = {
    "hold-review": ("reviews", "review"),
    "commend": ("commendations", "commendation"),
    "select-outstanding": ("rewards", "reward"),
    "file-round-report": ("reports", "report"),
}
"""The section of the programme whose records say who may give the command, and the field that names one."""
