"""Which organs may act on a round: the programme's roles, seen from the unit that acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.programme.model import Programme
    from domain.world import World


def organs_of_round(command: Command, world: World) -> list[str]:
    """List the organs among those asked about that one of the roles that may do this can be.

    A round has no subject, so a role is compared by the name of its organ; the signer's mandate
    says for which unit they act. Where no organ is named, all those of the signer are asked about.
    """
    edition = world.edition(command.programme or command.stream.split(":")[1])
    if edition is None:
        return []
    names = {
        selector.organ
        for role in _roles(command, edition.programme)
        if role in edition.programme.roles
        for rule in edition.programme.roles[role].rules
        for selector in rule.organs
    }
    asked = [command.organ] if command.organ else _organs_of_signer(command, world)
    return [organ for organ in asked if organ.rpartition("/")[2] in names]


def _organs_of_signer(command: Command, world: World) -> list[str]:
    signer = world.person(command.signed_by)
    if signer is None:
        return []
    own = [mandate.organ for mandate in signer.mandates.values()]
    lent = [delegation.organ for delegation in signer.delegations.values()]
    return list(dict.fromkeys([*own, *lent]))


def _roles(command: Command, programme: Programme) -> list[str]:
    if command.verb == "set-pilot-list":
        return [programme.pilot.chooser] if programme.pilot else []
    if command.verb in _CLOSING:
        return ["decider"]
    section = _SECTIONS.get(command.verb)
    if section is None:
        return ["decider", "appraiser", "hop_appraiser"]
    return ["decider", *(record.by for record in getattr(programme, section).values())]


_CLOSING = {"lock-round", "reopen-round", "seal-round"}
_SECTIONS = {
    "hold-review": "reviews",
    "commend": "commendations",
    "select-outstanding": "rewards",
    "file-round-report": "reports",
}
"""The section of the programme whose records name who else may give the command."""
