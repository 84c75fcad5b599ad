"""What is written of a programme file and of a scenario is all that they have, and holds for the real ones."""

import json
from typing import get_args

import fastjsonschema
import pytest

from application.intake.programme_files import load
from application.questions.programme_keys import (
    EVERYWHERE,
    GUARDS,
    LINE,
    NODE_KINDS,
    catalogue,
    explained,
    line_keys,
    parts,
)
from documents.reference import file_guides, programme_schema, scenario_schema
from domain.case.guard_names import GUARD_NAMES
from domain.checks import check_tree
from domain.programme.criteria import Kind
from tests.domain.programme.trees import SIXTH, changed, tree
from tests.support.world import PROGRAMMES

FILES = [*sorted(PROGRAMMES.glob("*.yaml")), SIXTH]
SAMPLES = sorted((PROGRAMMES.parent / "samples").rglob("*.jsonl"))
APART = {EVERYWHERE, NODE_KINDS, GUARDS, LINE}
PROGRAMME = fastjsonschema.compile(programme_schema.schema())
SCENARIO = fastjsonschema.compile(scenario_schema.schema())


def test_every_key_that_is_explained_is_a_key_of_its_part():
    known = {name: {key.name for key in part.keys} for name, part in parts().items()}
    told = {name: set(keys) for name, keys in catalogue().items() if name not in APART}

    assert {
        name: keys - known.get(name, set())
        for name, keys in told.items()
        if keys - known.get(name, set())
    } == {}


def test_a_key_that_nobody_explained_is_noticed():
    with pytest.raises(KeyError):
        explained("Programme", "colour")


def test_guards_kinds_and_keys_of_a_line_are_those_that_there_are():
    assert list(catalogue()[GUARDS]) == list(GUARD_NAMES)
    assert set(catalogue()[NODE_KINDS]) == set(get_args(Kind))
    line = scenario_schema.schema()["properties"]
    assert set(line_keys()) == set(line)


def test_the_example_is_a_programme_without_faults(tmp_path):
    file = tmp_path / "mau.yaml"
    file.write_text(file_guides.example(), encoding="utf-8")

    assert check_tree(load(file)[0]) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_schema_takes_every_real_programme(file):
    assert PROGRAMME(tree(file))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("colour", "red"),
        ("criteria.cell.groups.0.nodes.0.kind", "stars"),
        ("workflows.unit.steps.0.guards", ["moon_is_full"]),
        ("workflows.unit.steps.0.default", "D-99"),
        ("criteria.cell.pass.mark", {"assumed": 70, "because": "so"}),
        ("cadence.every", "week"),
        ("span", "2024"),
    ],
)
def test_the_schema_refuses_what_no_programme_may_say(path, value):
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        PROGRAMME(changed((path, value)))


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_schema_takes_every_line_of_the_samples(file):
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] == "{"]

    assert lines
    for line in lines:
        assert SCENARIO(json.loads(line))


LINE_OF_A_PERSON = {
    "do": "register-person",
    "by": "quan-tri",
    "person": "a",
    "data": {"person": "a", "name": "n"},
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"do": "dance"},
        {"who": "a"},
        {"data": {"nme": "n"}},
        {"data": {"name": 3}},
        {"expect": "perhaps"},
    ],
)
def test_the_schema_refuses_a_line_that_would_be_refused(wrong):
    assert SCENARIO(LINE_OF_A_PERSON)

    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        SCENARIO(LINE_OF_A_PERSON | wrong)
