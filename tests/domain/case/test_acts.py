"""The act table: one record for each kind of act, whose fields are there and whose guards are known."""

import pytest

from domain.case.acts import BY_TOPIC, BY_VERB, KINDS
from domain.case.guard_names import GUARD_NAMES
from domain.events import ALL
from domain.events.base import StepTaken
from domain.events.marks import marks_of
from words.language import find


def fields_of(event):
    return marks_of(BY_TOPIC[event.TOPIC].payload)


def test_every_act_on_a_case_has_exactly_one_record():
    acts = sorted(event.TOPIC for event in ALL if issubclass(event, StepTaken))

    assert sorted(kind.topic for kind in KINDS) == acts
    assert len(BY_VERB) == len([kind for kind in KINDS if kind.verb])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.topic)
def test_an_act_names_only_fields_and_guards_that_are_there(kind):
    named = {name for name in (kind.about, kind.worded_by) if name}

    assert named <= set(fields_of(kind.event))
    assert not kind.due_by or kind.due_by.field in fields_of(kind.due_by.event)
    assert set(kind.guards) <= set(GUARD_NAMES)
    assert not kind.verb or find(f"verb.{kind.verb}", "vi")


def test_what_is_filled_in_needs_something_that_fills_it():
    filled = {
        kind.verb for kind in KINDS if any(m.filled_in for m in fields_of(kind.event).values())
    }

    assert filled == {kind.verb for kind in KINDS if kind.fill}


def test_a_correction_touches_no_field_that_an_outcome_rests_on():
    assert BY_VERB["decide"].decisive == {"level", "grade", "sheet", "outcome"}
    assert BY_VERB["decide"].filled_in == {"outcome", "related", "valid_for"}
    assert BY_VERB["return-dossier"].decisive == frozenset()
