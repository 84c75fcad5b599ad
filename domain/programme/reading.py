"""Reading a programme: from the plain tree of its file, or from the content kept in the log."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any, cast

import msgspec

from domain.programme.edition import Edition
from domain.programme.faults import Fault, Path, ProgrammeFaultsError, fault, structure_fault
from domain.programme.model import Instrument, Programme, WorkflowOutline
from workflow.definition import Definition, Step
from workflow.machine import UncompilableError
from workflow.machine import compile as compile_table

KEPT = 64
"""How many editions stay in memory."""

RETIRED: tuple[Path, ...] = (
    ("meetings", "regular_per_year"), ("meetings", "thematic_per_quarter"), ("meetings", "sessions_per_year"),
    ("meetings", "conferences_per_year"), ("meetings", "consecutive_excused"), ("classification", "consumes"),
    ("meetings", "criteria"), ("aggregation",), ("validity",), ("inspections",), ("vote", "body"),
    ("criteria", "*", "locally_tailored"),
    ("revocation", "found_by"), ("revocation", "decided_by"), ("registration", "hops"), ("registration", "minimum"),
    ("registration", "deadline"),
    ("cadence", "encouraged"), ("rewards", "*", "form"), ("rewards", "*", "money"),
    ("rewards", "*", "cadence", "encouraged"),
)  # fmt: skip
"""Keys that no rule ever read, `*` being any key; a file with them is refused, a version in a log is not."""
_TOO_DEEP = fault((), "too_deep")


def read(tree: Any, *, published: bool = False) -> Edition:
    """Read the tree of a programme file; raise ProgrammeFaultsError with what is wrong with it.

    A `published` version may have keys that were known when it was published and are read no more.
    """
    content = canonical(tree)
    assumptions: dict[str, str] = {}
    plain = stripped(tree, (), assumptions)
    programme = convert(_without(plain, RETIRED) if published else plain)
    if isinstance(programme, Instrument):
        return Edition(cast("Programme", programme), version_of(content), content, assumptions)
    definitions = {name: definition(programme, name) for name in programme.workflows}
    return Edition(
        programme=programme,
        version=version_of(content),
        content=content,
        assumptions=assumptions,
        definitions=definitions,
        tables={name: _compiled(name, each) for name, each in definitions.items()},
    )


@lru_cache(maxsize=KEPT)
def read_content(content: str) -> Edition:
    """Read the content of a published version; the same content is read once.

    Raises ProgrammeFaultsError, or msgspec.DecodeError when it is no JSON.
    """
    try:
        return read(msgspec.json.decode(content), published=True)
    except RecursionError as error:
        raise ProgrammeFaultsError([_TOO_DEEP]) from error


def _without(plain: Any, retired: tuple[Path, ...]) -> Any:
    """A tree without the keys at some places."""
    if not isinstance(plain, dict) or not retired:
        return plain
    gone = {path[0] for path in retired if len(path) == 1}
    return {
        key: _without(
            each, tuple(path[1:] for path in retired if path[1:] and path[0] in ("*", key))
        )
        for key, each in plain.items()
        if key not in gone
    }


def canonical(tree: Any) -> str:
    """Write a tree as JSON with sorted keys, so that the same content has the same bytes."""
    return msgspec.json.encode(tree, order="sorted").decode()


def version_of(content: str) -> str:
    """SHA-256 of the content, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def stripped(value: Any, path: Path, assumptions: dict[str, str]) -> Any:
    """Replace `{assumed: V, default: D-01}` by V everywhere, noting the path and the D-id."""
    if isinstance(value, dict):
        if set(value) == {"assumed", "default"}:
            assumptions[".".join(map(str, path))] = str(value["default"])
            return stripped(value["assumed"], path, assumptions)
        return {key: stripped(item, (*path, key), assumptions) for key, item in value.items()}
    if isinstance(value, list):
        return [stripped(item, (*path, at), assumptions) for at, item in enumerate(value)]
    return value


def convert(plain: Any) -> Programme | Instrument:
    """Read a stripped tree into its records; raise ProgrammeFaultsError when it does not fit."""
    kind = plain.get("kind", "programme") if isinstance(plain, dict) else "programme"
    record: type[Programme | Instrument] = Instrument if kind == "instrument" else Programme
    try:
        return msgspec.convert(plain, record)
    except msgspec.ValidationError as error:
        raise ProgrammeFaultsError([structure_fault(str(error))]) from error


def definition(programme: Programme, name: str) -> Definition:
    """Write a workflow out: the steps of its blocks, then its own, with what they use."""
    outline = programme.workflows[name]
    steps = steps_of(programme, outline)
    used = {stage for step in steps for stage in (*step.sources, step.to)}
    timed = {step.deadline for step in steps}
    return Definition(
        name=name,
        stages={stage: each for stage, each in programme.stages.items() if stage in used},
        steps=steps,
        required={goal: list(stages) for goal, stages in outline.required.items()},
        deadlines={key: each for key, each in programme.deadlines.items() if key in timed},
    )


def steps_of(programme: Programme, outline: WorkflowOutline) -> list[Step]:
    """List the steps of an outline; a block that is not there adds none."""
    shared = [step for block in outline.uses for step in programme.blocks.get(block, [])]
    return [*shared, *outline.steps]


def _compiled(name: str, each: Definition) -> Any:
    try:
        return compile_table(each)
    except UncompilableError as error:
        faults = [Fault(("workflows", name), fault.why) for fault in error.faults]
        raise ProgrammeFaultsError(faults) from error
