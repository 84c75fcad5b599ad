"""Through whom a dossier is handed in: an organ that the programme names, filled in where nobody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.authority.resolve import resolve
from domain.refusal import Refusal, refusal
from domain.streams import split_organ
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d


def channels(situation: Situation) -> list[str]:
    """The organs through which the subject's dossier goes on the day; none where the programme names nobody."""
    asked = situation.programme.handing_in
    if asked is None or (asked.subjects and situation.candidate.kind not in asked.subjects):
        return []
    role, of = situation.programme.roles[asked.through], situation.candidate
    return resolve(role, of.kind, of.unit, of.member, situation.on, situation.world)


def channel_refusals(situation: Situation, payload: d.Dossier) -> list[Refusal]:
    """A dossier goes through nobody but those whom the programme names (KT-DOS-4)."""
    known = channels(situation)
    if not known or not payload.channel.strip() or _meant(payload.channel, known):
        return []
    told = [kinds.typed(kinds.organ(organ)) for organ in known]
    return [refusal("dossier_channel", channel=kinds.organ(payload.channel), known=told)]


def through(situation: Situation, payload: d.Dossier) -> d.Dossier:
    """The dossier with the organ it went through as `unit/organ`: the one meant, else the first that is named."""
    known = channels(situation)
    if not known:
        return payload
    return replace(payload, channel=_meant(payload.channel, known) or known[0])


def _meant(channel: str, known: list[str]) -> str:
    """The organ that is named, in full or by itself; empty where it is none of them."""
    fitting = (organ for organ in known if channel in (organ, split_organ(organ)[1]))
    return next(fitting, "")
