"""Finds what is wrong with a definition before anybody works by it."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from workflow.definition import ANY_STAGE, Definition, Step
from workflow.faults import Fault, Path
from workflow.paths import moves, reached, shortest, turned

__all__ = ["Fault", "ambiguities", "check"]


def check(
    definition: Definition,
    *,
    guards: Collection[str],
    roles: Collection[str],
    commands: Collection[str],
) -> list[Fault]:
    """Everything wrong with a definition, given the names it may use; empty if it is sound."""
    return [
        *ambiguities(definition),
        *_unknown_names(definition, guards=guards, roles=roles, commands=commands),
        *_nobody(definition),
        *_no_first_step(definition),
        *_unreachable(definition),
        *_dead_ends(definition),
        *_traps(definition),
        *_bypassed(definition),
    ]


def ambiguities(definition: Definition) -> list[Fault]:
    """What keeps a definition from being compiled: undeclared stages, two answers to one act."""
    return [
        *_unknown_stages(definition),
        *_unknown_required(definition),
        *_same_answers(definition),
    ]


def _unknown(what: str, path: Path, name: str, known: Collection[str]) -> Fault:
    near = get_close_matches(name, sorted(known), n=1)
    values = {what: name, **({"nearest": near[0]} if near else {})}
    return Fault(code=f"unknown_{what}", path=path, values=values)


def _places(number: int, key: str, names: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Each name of a step with its path; a single name may stand without a list, so no index."""
    for index, name in enumerate(names):
        path: Path = ("steps", number, key)
        yield name, path if len(names) == 1 else (*path, index)


def _unknown_stages(definition: Definition) -> Iterator[Fault]:
    known = definition.stage_names
    for number, step in enumerate(definition.steps):
        for name, path in _places(number, "from", step.sources):
            if name not in known and name != ANY_STAGE:
                yield _unknown("stage", path, name, known)
        if step.to and step.to not in known:
            yield _unknown("stage", ("steps", number, "to"), step.to, known)


def _unknown_required(definition: Definition) -> Iterator[Fault]:
    known = definition.stage_names
    for goal, needed in definition.required.items():
        if goal not in known:
            yield _unknown("stage", ("required", goal), goal, known)
        for index, name in enumerate(needed):
            if name not in known:
                yield _unknown("stage", ("required", goal, index), name, known)


def _same_answers(definition: Definition) -> Iterator[Fault]:
    first: dict[tuple[str, str, str], int] = {}
    for number, step in enumerate(definition.steps):
        for source in definition.sources(step):
            key = (source, step.verb, step.outcome)
            earlier = first.setdefault(key, number)
            if earlier != number:
                yield _same_answer(definition, earlier, number, source)


def _same_answer(definition: Definition, earlier: int, number: int, stage: str) -> Fault:
    step = definition.steps[number]
    values = {
        "first": definition.steps[earlier].step,
        "first_number": str(earlier + 1),
        "second": step.step,
        "second_number": str(number + 1),
        "command": f"{step.verb}/{step.outcome}" if step.outcome else step.verb,
        "stage": stage,
    }
    return Fault(code="same_answer", path=("steps", number), values=values)


def _unknown_names(
    definition: Definition,
    *,
    guards: Collection[str],
    roles: Collection[str],
    commands: Collection[str],
) -> Iterator[Fault]:
    for number, step in enumerate(definition.steps):
        for name, path in _places(number, "by", step.roles):
            if name not in roles:
                yield _unknown("role", path, name, roles)
        for index, name in enumerate(step.guards):
            if name not in guards:
                yield _unknown("guard", ("steps", number, "guards", index), name, guards)
        if step.verb not in commands:
            key = "command" if step.command else "step"
            yield _unknown("command", ("steps", number, key), step.verb, commands)
        yield from _unknown_deadline(definition, number, step)


def _unknown_deadline(definition: Definition, number: int, step: Step) -> Iterator[Fault]:
    if step.deadline and step.deadline not in definition.deadlines:
        path = ("steps", number, "deadline")
        yield _unknown("deadline", path, step.deadline, definition.deadlines)


def _nobody(definition: Definition) -> Iterator[Fault]:
    for number, step in enumerate(definition.steps):
        if not step.roles:
            yield Fault(code="no_role", path=("steps", number), values={"step": step.step})


def _no_first_step(definition: Definition) -> Iterator[Fault]:
    if not moves(definition)[definition.start]:
        yield Fault(code="no_first_step", path=("start",), values={"stage": definition.start})


def _unreachable(definition: Definition) -> Iterator[Fault]:
    found = reached(moves(definition), [definition.start])
    for name in definition.stages:
        if name not in found:
            values = {"stage": name, "start": definition.start}
            yield Fault(code="unreachable", path=("stages", name), values=values)


def _resting(definition: Definition) -> list[str]:
    return [name for name, stage in definition.stages.items() if stage.resting]


def _dead_ends(definition: Definition) -> Iterator[Fault]:
    graph, resting = moves(definition), _resting(definition)
    for name in definition.stages:
        if not graph[name] and name not in resting and name != definition.start:
            yield Fault(code="dead_end", path=("stages", name), values={"stage": name})


def _traps(definition: Definition) -> Iterator[Fault]:
    """Rings without a way out; stages that merely lead into one are not reported again."""
    graph = moves(definition)
    lost = set(graph) - reached(turned(graph), _resting(definition))
    for name in definition.stage_names:
        ring = reached(graph, [name])
        closed = len(ring) > 1 and all(reached(graph, [other]) == ring for other in ring)
        if name in lost and closed:
            lost -= ring
            yield _trap(definition, ring)


def _trap(definition: Definition, ring: Collection[str]) -> Fault:
    names = [name for name in definition.stage_names if name in ring]
    listed = ", ".join(f"“{name}”" for name in names)
    declared = next(name for name in names if name in definition.stages)
    return Fault(code="trap", path=("stages", declared), values={"stages": listed})


def _bypassed(definition: Definition) -> Iterator[Fault]:
    graph = moves(definition)
    for goal, needed in definition.required.items():
        for index, name in enumerate(needed):
            known = goal in graph and name in graph
            path = shortest(graph, definition.start, goal, without=[name]) if known else []
            if path:
                values = {"goal": goal, "stage": name, "path": " → ".join(path)}
                yield Fault(code="bypassed", path=("required", goal, index), values=values)
