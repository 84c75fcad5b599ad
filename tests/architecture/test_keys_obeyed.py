"""Every key of a programme file is obeyed: running code reads it while the programmes are taken through and looked at.

What is read for checks of a file or to be shown does not count: a key that only these read stands among the rules
and is none.
"""

import sys
from contextlib import contextmanager

import msgspec.inspect as shape
import pytest

from application.questions.editions import editions
from application.questions.pages import Page
from application.questions.review_names import named_review
from application.questions.tasks import TasksAsked, task_list
from application.questions.year import Question
from domain.case.decide import decide
from domain.programme.model import Instrument, Programme
from tests.application.systems import a_system, played
from tests.architecture.tree import ROOT
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at
from tests.samples.asked import Asked
from tests.support import quarters as q

RUNNING = tuple(f"{ROOT}/{room}/" for room in ("domain", "workflow", "projections", "application"))
ELSEWHERE = tuple(
    f"{ROOT}/{place}"
    for place in (
        "domain/checks/", "domain/programme/basis.py", "domain/programme/places.py",
        "application/questions/programme", "application/questions/record_places.py",
        "application/questions/organisation.py",
    )
)  # fmt: skip
WORDS = {"vi", "en", "clause", "line", "default", "kind"}
"""What a person reads of a part, and what it rests on."""
TOLD = {"Programme.notes", "Instrument.notes", "External.instrument", "Source.parent"}
"""What is only told, whose instrument another carries out, what there is one of: nobody can break it (decision 55).

Only taken from.
"""
RARELY = {
    "Binding.later", "Breach.points", "Feed.level", "LocalCriteria.by", "LocalCriteria.sets",
    "Instrument.span", "Instrument.org_types",
    "Revocation.warn_after_years", "Series.of", "Source.called", "Source.on", "Source.issuer",
    "Window.widened_first", "Window.widened_last",
}  # fmt: skip
"""Read where a test of its own breaks it, not in the year of a sample. Only taken from."""


def records():
    """The classes of which a programme file is made."""
    found = {}
    for record in (Programme, Instrument):
        _gather(shape.type_info(record), found)
    return found


def _gather(of, found):
    if isinstance(of, shape.StructType):
        if of.cls.__name__ in found:
            return
        found[of.cls.__name__] = of.cls
        inner = [field.type for field in of.fields]
    else:
        held = (getattr(of, name, None) for name in ("item_type", "key_type", "value_type"))
        inner = [*getattr(of, "types", ()), *getattr(of, "item_types", ()), *held]
    for each in inner:
        if isinstance(each, shape.Type):
            _gather(each, found)


@contextmanager
def watched():
    """The keys that running code reads meanwhile, as `Vote.secret`."""
    seen, classes = set(), records().values()

    def read(self, name):
        where = sys._getframe(1).f_code.co_filename
        if where.startswith(RUNNING) and not where.startswith(ELSEWHERE):
            seen.add(f"{type(self).__name__}.{name}")
        return object.__getattribute__(self, name)

    for each in classes:
        each.__getattribute__ = read
    try:
        yield seen
    finally:
        for each in classes:
            del each.__getattribute__


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    with watched() as seen:
        for transition in TRANSITIONS:
            edition, kind, stage, step = transition.values
            story = story_at(edition, kind, stage, step)
            decide(story.world.case(story.stream), command_of(story, step), story.world)
        asked = Asked(f"sqlite:///{tmp_path_factory.mktemp('keys')}/log.sqlite")
        named_review(asked.system, Question(2024, processes=1))
        by_name = editions(asked.system)[0].programme.name.vi
        task_list(asked.system, TasksAsked(programmes=(by_name,)), Page())
        task_list(asked.system, TasksAsked(), Page())
        asked.system.close()
        _seventh(tmp_path_factory.mktemp("seventh"))
    return seen


def _seventh(folder):
    """The year of the programme that says what no guideline of the five does."""
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "year.jsonl", [*q.set_up(), *q.won_year(), q.rewarded()]) == []
    named_review(system, Question(2024, processes=1))
    system.close()


def keys():
    for name, record in records().items():
        for field in record.__struct_fields__:
            if field not in WORDS:
                yield f"{name}.{field}"


def test_a_key_that_nothing_obeys_does_not_stand_among_the_rules(read):
    assert set(keys()) - read - TOLD - RARELY == set()


def test_what_is_told_or_read_rarely_is_a_key():
    assert (TOLD | RARELY) - set(keys()) == set()


def test_a_key_that_nothing_reads_would_be_found(read):
    """The control: nobody reads which instrument another carries out, and who votes is counted by the log."""
    assert "Source.parent" not in read
    assert {"Vote.secret", "Registration.required", "Commitment.required"} <= read


def test_a_key_that_is_read_is_no_longer_listed(read):
    assert (TOLD | RARELY) & read == set()
