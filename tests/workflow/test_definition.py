"""A workflow is read straight from a YAML tree."""

import msgspec
import pytest

from tests.workflow.lending import lending, tree
from workflow.definition import Definition, Stage, Step

STAGE = {"vi": "Đã mở", "en": "Opened"}


def a_step(**fields):
    return msgspec.convert({"step": "open", "from": "new", **fields}, Step)


def test_one_source_and_a_list_of_one_are_the_same():
    assert a_step(**{"from": ["new"]}) == a_step(**{"from": "new"})
    assert a_step(**{"from": "new"}).sources == ("new",)


def test_one_role_and_a_list_of_one_are_the_same():
    assert a_step(by="reader") == a_step(by=["reader"])
    assert a_step(by="reader").roles == ("reader",)


def test_a_step_without_roles_has_none():
    assert a_step().roles == ()
    assert a_step(by="").roles == ()


def test_the_verb_is_the_command_and_else_the_name_of_the_step():
    assert a_step().verb == "open"
    assert a_step(command="begin").verb == "begin"


def test_a_label_falls_back_to_the_other_language_and_then_to_the_name():
    assert a_step(vi="Mở", en="Open").label("en") == "Open"
    assert a_step(vi="Mở", en="Open").label("vi") == "Mở"
    assert a_step(vi="Mở").label("en") == "Mở"
    assert a_step().label("vi") == "open"
    assert a_step(outcome="YES").label("vi") == "open/YES"


def test_a_stage_has_a_label_in_both_languages():
    assert Stage(**STAGE).label("vi") == "Đã mở"
    assert Stage(**STAGE).label("en") == "Opened"


def test_the_star_means_every_stage_but_the_start():
    note = lending().steps[-1]
    assert lending().sources(note) == ("asked", "lent", "overdue", "returned", "refused", "lost")


def test_the_start_may_be_named_beside_the_star_and_no_stage_counts_twice():
    step = a_step(**{"from": ["new", "*", "lent"]})
    found = lending().sources(step)
    assert found == ("new", "lent", "asked", "overdue", "returned", "refused", "lost")


def test_the_start_comes_first_and_once_even_when_it_is_described():
    described = Definition(stages={"a": Stage(**STAGE), "new": Stage(**STAGE)}, steps=[])
    assert described.stage_names == ("new", "a")


def test_a_stage_without_description_is_shown_by_its_name():
    assert lending().stage_label("lost", "en") == "Lost"
    assert lending().stage_label("new", "en") == "new"


@pytest.mark.parametrize(
    ("section", "wrong"),
    [
        ("stages", {"a": {**STAGE, "colour": "red"}}),
        ("stages", {"a b": STAGE}),
        ("stages", {"*": STAGE}),
        ("steps", [{"step": "open", "from": "new", "two": "a"}]),
        ("steps", [{"step": "open"}]),
        ("steps", [{"step": "open", "from": ["a b"]}]),
        ("steps", [{"step": "open", "from": "new", "outcome": "a/b"}]),
        ("steps", [{"step": "open", "from": "new", "to": "*"}]),
        ("start", "*"),
        ("motto", "more"),
    ],
)
def test_a_tree_with_a_wrong_name_or_an_unknown_key_is_refused(section, wrong):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**tree(), section: wrong}, Definition)
