"""A case as it was on a date, as known at a position: state(E, p) and standing(E, p) of docs/time.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import msgspec

from domain.case.correction import Corrections, day_text
from domain.case.ruling import Ruling, ruled, taken_back
from domain.events import case as c
from projections.review.collecting.kept_facts import CaseFacts, KeptAct, Opening
from projections.review.collecting.slice_records import Revoked, Scored

_CORRECTION = c.CorrectionRecorded.TOPIC
_RESTORATION = c.RecognitionRestored.TOPIC
_TOPIC: Callable[[KeptAct], str] = attrgetter("move.topic")


class KeptDecision(msgspec.Struct, gc=False):
    """A decision on recognition, and its revocation if there is one known."""

    act: KeptAct
    revocation: KeptAct | None = None

    @property
    def details(self) -> Scored:
        scored: Scored = self.act.details
        return scored

    @property
    def recognises(self) -> bool:
        return self.details.level == "PASS"

    @property
    def ruling(self) -> Ruling:
        """The decision as `domain.case.ruling` reads it."""
        act, details, by = self.act, self.details, self.act.by
        organ = by.organ if by else ""
        ruling = Ruling(details.level, details.number, act.position, act.on, organ)
        if self.revocation is not None:
            terms: Revoked = self.revocation.details
            ruling.revoke(
                self.revocation.position, self.revocation.on, terms.effect, terms.effect_on
            )
        return ruling


class CaseOnDay(msgspec.Struct, gc=False):
    """`acts` are those in effect by `on`, as corrected, without revocations that were restored.

    `all_acts` are all that are known.

    `decisions` are those in effect by then, the newest last.
    """

    stream: str
    on: str
    opening: Opening
    opened_on: str
    subject: str
    unit: str
    stage: str
    acts: list[KeptAct]
    all_acts: list[KeptAct]
    decisions: list[KeptDecision]

    @property
    def case(self) -> str:
        """The id of the case, without the kind of stream."""
        return self.stream.removeprefix("case:")

    @property
    def decision(self) -> KeptDecision | None:
        return self.decisions[-1] if self.decisions else None

    @property
    def recognised(self) -> bool:
        """By its newest decision, whether or not that was revoked."""
        return self.decision is not None and self.decision.recognises

    @property
    def standing(self) -> bool:
        return self.decision is not None and self.decision.ruling.stands(self.on)

    @property
    def corrections(self) -> list[KeptAct]:
        """All that are known: a correction holds whatever its own date."""
        return [act for act in self.all_acts if act.move.topic == _CORRECTION]

    def of(self, *topics: str) -> list[KeptAct]:
        """The acts of some kinds, oldest first."""
        return [act for act in self.acts if act.move.topic in topics]

    def last(self, *topics: str) -> KeptAct | None:
        return next((act for act in reversed(self.acts) if act.move.topic in topics), None)


def known(facts: CaseFacts, on: str) -> CaseOnDay | None:
    """The case as it was on a day; None before it was opened."""
    opening = facts.opening
    if opening is None or facts.opened_on > on:
        return None
    every = corrected(facts.acts)
    made = not_restored(every)
    acts = made if all(act.on <= on for act in made) else [act for act in made if act.on <= on]
    moves = (act.move for act in reversed(every) if act.on <= on and act.move.moves)
    successor = _successor(acts)
    of_unit = opening.subject.startswith("unit:")
    return CaseOnDay(
        stream=facts.stream,
        on=on,
        opening=opening,
        opened_on=facts.opened_on,
        subject=f"unit:{successor}" if successor and of_unit else opening.subject,
        unit=successor or opening.unit,
        stage=next((move.to_stage for move in moves), "new"),
        acts=acts,
        all_acts=every,
        decisions=[KeptDecision(*each) for each in ruled(made, _TOPIC) if each[0].on <= on],
    )


def not_restored(acts: list[KeptAct]) -> list[KeptAct]:
    """The acts without the revocations that were themselves revoked: they count as never made."""
    if not any(act.move.topic == _RESTORATION for act in acts):
        return acts
    restored = taken_back(("", act.move.topic, act.position) for act in acts)
    return [act for act in acts if act.position not in restored]


def corrected(acts: list[KeptAct]) -> list[KeptAct]:
    """Acts with every known correction applied; the last one of a field wins."""
    corrections = Corrections(act.details for act in acts if act.move.topic == _CORRECTION)
    return [_corrected(act, corrections) for act in acts] if corrections else acts


def _corrected(act: KeptAct, corrections: Corrections) -> KeptAct:
    for each in corrections.of(act.position):
        act = _replaced(act, each.field, each.value)
    return act


def _replaced(act: KeptAct, field: str, value: str) -> KeptAct:
    """The act with a field replaced; a field that the review does not keep changes nothing here."""
    if field == "effective_on":
        return msgspec.structs.replace(act, on=day_text(value))
    kinds = {each.name: each.type for each in _fields(act.details)}
    if field not in kinds:
        return act
    new = msgspec.convert(value, kinds[field], strict=False)
    return msgspec.structs.replace(
        act, details=msgspec.structs.replace(act.details, **{field: new})
    )


def _fields(details: Any) -> Iterable[msgspec.structs.FieldInfo]:
    return msgspec.structs.fields(details) if details is not None else ()


def _successor(acts: list[KeptAct]) -> str:
    found = (act for act in reversed(acts) if act.move.topic == c.SubjectSucceeded.TOPIC)
    act = next(found, None)
    return act.details.successor if act else ""
