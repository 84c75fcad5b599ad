"""Which organs may act on a round: the programme's roles, seen from the unit that acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.programme.profile import Commendation, Report, ReviewConference, Reward

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.programme.model import Programme
    from domain.world import World

_ALWAYS = ("decider",)


def organs_of_round(command: Command, world: World) -> list[str]:
    """List the command's own organ if one of the roles that may do this can be that organ.

    A round has no subject, so a role is compared by the name of its organ; the signer's mandate
    says for which unit he acts.
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
    return [command.organ] if command.organ.rpartition("/")[2] in names else []


def _roles(command: Command, programme: Programme) -> list[str]:
    match command.verb:
        case "set-pilot-list":
            return [programme.pilot.chooser] if programme.pilot else []
        case "hold-review":
            return [*_ALWAYS, *_by(list(programme.reviews.values()))]
        case "commend":
            return [*_ALWAYS, *_by(list(programme.commendations.values()))]
        case "select-outstanding":
            return [*_ALWAYS, *_by(list(programme.rewards.values()))]
        case "file-round-report":
            return [*_ALWAYS, *_by(list(programme.reports.values()))]
    return [*_ALWAYS, "appraiser", "hop_appraiser"]


def _by(
    records: list[ReviewConference] | list[Commendation] | list[Reward] | list[Report],
) -> list[str]:
    return [record.by for record in records]
