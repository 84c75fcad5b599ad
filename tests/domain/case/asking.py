"""Asking a case of Kon Tum's subordinate cell, standing at a stage, for one act."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from domain.case.decide import decide, organs_for_command
from domain.commands import Command
from domain.refusal import RefusedError
from tests.support.shown import assert_shown
from tests.support.stage_world import (
    PARENT,
    TODAY,
    Story,
    holder,
    period_of,
    stream_of,
    subject_of,
)
from tests.support.world import PROGRAMMES, edition_at
from words.sentences import sentence

KON_TUM = edition_at(PROGRAMMES / "kon-tum.yaml")
SON_LA = edition_at(PROGRAMMES / "son-la.yaml")


def a_case(stage, kind="subordinate_cell", edition=KON_TUM):
    """Everything has happened once; the case stands at a stage."""
    return Story(edition, kind).at(stage, f"{PARENT}/party_committee")


def no_case(kind="subordinate_cell", edition=KON_TUM):
    return Story(edition, kind)


def ask(story, verb, payload, **given):
    """Decide a command by whoever may give it, unless another person is named."""
    command = Command(
        verb=verb,
        stream=story.stream,
        actor="",
        signed_by="",
        organ=given.pop("organ", ""),
        effective_on=given.pop("on", TODAY),
        reason=given.pop("reason", "lý do"),
        command_id="c",
        recorded_at=datetime(2024, 12, 20, tzinfo=UTC),
        payload=payload,
        programme=story.programme.code,
        subject=given.pop("subject", subject_of(story.programme, story.kind)),
        period=given.pop("period", period_of(story.programme)),
    )
    case = story.world.case(story.stream)
    if not command.organ:
        try:
            organs = organs_for_command(case, command, story.world)
        except RefusedError:
            organs = []
        command = replace(command, organ=next(iter(organs), ""))
    person = given.pop("person", holder(command.organ) if command.organ else "ai")
    actor = given.pop("actor", person)
    return decide(case, replace(command, signed_by=person, actor=actor), story.world)


def refused(story, verb, payload, **given):
    """The codes of every reason a command is refused for."""
    reasons = reasons_of(story, verb, payload, **given)
    return {reason.code for reason in reasons}


def told(story, verb, payload, **given):
    """The sentence of every reason, by the field that it is about; those about none by their code."""
    reasons = reasons_of(story, verb, payload, **given)
    return {reason.about or reason.code: sentence(reason, "en") for reason in reasons}


def reasons_of(story, verb, payload, **given):
    """Every reason a command is refused for."""
    with pytest.raises(RefusedError) as error:
        ask(story, verb, payload, **given)
    for reason in error.value.refusals:
        assert_shown(reason)
    return error.value.refusals


def taken(story, verb, payload, **given):
    """The event that a command leads to."""
    return ask(story, verb, payload, **given).events[-1]


__all__ = [
    "KON_TUM",
    "SON_LA",
    "a_case",
    "ask",
    "no_case",
    "reasons_of",
    "refused",
    "stream_of",
    "taken",
    "told",
]
