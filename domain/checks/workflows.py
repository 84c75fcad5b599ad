"""Workflows: what the engine finds, told at the place in the file where the step stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.guard_names import GUARD_NAMES
from domain.catalogue import CASE
from domain.checks.references import BUILT_IN_ROLES
from domain.programme.faults import Fault, Path, fault
from domain.programme.reading import definition, steps_of
from workflow.checks import check

if TYPE_CHECKING:
    from domain.programme.model import Programme
    from workflow.definition import Step

_NEEDS = {
    "decide-reward": "rewards",
    "issue-certificate": "rewards",
    "recall-reward": "rewards",
    "count-ballots": "vote",
    "open-consultation": "consultation",
    "select-pilot": "pilot",
}
"""Commands that can never succeed in a programme without the section."""


def faults(programme: Programme) -> list[Fault]:
    faults: list[Fault] = []
    for name in programme.workflows:
        faults.extend(_of_workflow(programme, name))
        for place, step in enumerate(steps_of(programme, programme.workflows[name])):
            faults.extend(_needs(programme, step, _place_of(programme, name, place)))
    return faults


def _of_workflow(programme: Programme, name: str) -> list[Fault]:
    engine_faults = check(
        definition(programme, name),
        guards=GUARD_NAMES,
        roles={*programme.roles, *BUILT_IN_ROLES},
        commands={verb.verb for verb in CASE},
    )
    return [Fault(_path(programme, name, fault.path), fault.why) for fault in engine_faults]


def _path(programme: Programme, name: str, path: Path) -> Path:
    match path:
        case ("steps", int(place), *rest):
            return (*_place_of(programme, name, place), *rest)
        case ("stages", *rest):
            return ("stages", *rest)
    return ("workflows", name, *path)


def _place_of(programme: Programme, name: str, place: int) -> Path:
    """Where the step of a written-out workflow stands in the file: in a block, or of its own."""
    outline = programme.workflows[name]
    for block in outline.uses:
        steps = programme.blocks.get(block, [])
        if place < len(steps):
            return ("blocks", block, place)
        place -= len(steps)
    return ("workflows", name, "steps", place)


def _needs(programme: Programme, step: Step, at: Path) -> list[Fault]:
    section = _NEEDS.get(step.verb)
    if section is None or getattr(programme, section):
        return []
    return [fault(at, "never_succeeds", verb=step.verb, section=section)]
