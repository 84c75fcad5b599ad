"""A small organisation in memory, and asking for changes to it as the registrar."""

from __future__ import annotations

from datetime import date

import pytest

from domain.authority.acting import REGISTRAR
from domain.events import person as p
from domain.events import unit as u
from domain.person.decide import decide as decide_person
from domain.refusal import RefusedError
from domain.round.calendar import decide_log
from domain.round.decide import decide as decide_round
from domain.streams import person_stream, unit_stream
from domain.unit.decide import decide as decide_unit
from tests.support.shown import assert_shown
from tests.support.world import MemoryWorld

TODAY = date(2024, 6, 1)
DECISIONS = {
    "unit": decide_unit,
    "person": decide_person,
    "round": decide_round,
    "log": decide_log,
}


def an_organisation(*editions):
    """A province P over a committee C over a cell X; the registrar, and An of C's standing committee."""
    world = MemoryWorld(TODAY, *editions)
    for code, parent, kind in (
        ("P", "", "PROVINCIAL_COMMITTEE"),
        ("C", "P", "BASE_COMMITTEE"),
        ("X", "C", "SUBORDINATE_CELL"),
    ):
        event = u.UnitRegistered(
            code=code, name=code, kind=kind, parent=parent, organs=["standing_committee", "cell"]
        )
        world.give(unit_stream(code), event)
    a_person(world, "quan-tri", REGISTRAR, power="set_up")
    a_person(world, "an", "C/standing_committee")
    return world


def a_person(world, person, organ, power="act", since="2020-01-01", until=None):
    world.give(person_stream(person), p.PersonRegistered(person=person, name="n"))
    mandate = p.MandateGiven(mandate=f"{person}-1", organ=organ, power=power, until=until)
    world.give(person_stream(person), mandate, on=since)


def ask(world, verb, stream, data, **given):
    """Decide a command; it is given by the registrar unless another is named."""
    command = world.command(verb, stream, data, **given)
    return DECISIONS[stream.partition(":")[0]](world.state(stream), command, world)


def do(world, verb, stream, data, **given):
    """Decide a command and keep what it leads to."""
    command = world.command(verb, stream, data, **given)
    decided = DECISIONS[stream.partition(":")[0]](world.state(stream), command, world)
    world.give(stream, *decided.events, on=command.effective_on)


def refused(world, verb, stream, data, **given):
    with pytest.raises(RefusedError) as error:
        ask(world, verb, stream, data, **given)
    for reason in error.value.refusals:
        assert_shown(reason)
    return {reason.code for reason in error.value.refusals}
