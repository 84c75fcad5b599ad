"""Walking a definition as a graph of stages: what can be reached, and how."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping

from workflow.definition import Definition

Graph = Mapping[str, tuple[str, ...]]


def moves(definition: Definition) -> dict[str, tuple[str, ...]]:
    """Each stage with the other stages that one step leads to; undeclared ones are left out."""
    known = definition.stage_names
    found: dict[str, dict[str, None]] = {name: {} for name in known}
    for step in definition.steps:
        for source in definition.sources(step):
            if source in found and step.to in found and step.to != source:
                found[source][step.to] = None
    return {name: tuple(targets) for name, targets in found.items()}


def turned(graph: Graph) -> dict[str, tuple[str, ...]]:
    """The same graph with every arrow the other way round."""
    found: dict[str, list[str]] = {name: [] for name in graph}
    for source, targets in graph.items():
        for target in targets:
            found[target].append(source)
    return {name: tuple(sources) for name, sources in found.items()}


def reached(graph: Graph, begin: Iterable[str]) -> frozenset[str]:
    """Every stage that some path from `begin` leads to, `begin` included."""
    seen = set(begin)
    waiting = deque(sorted(seen))
    while waiting:
        new = [name for name in graph[waiting.popleft()] if name not in seen]
        seen.update(new)
        waiting.extend(dict.fromkeys(new))
    return frozenset(seen)


def shortest(graph: Graph, begin: str, goal: str, *, without: Collection[str] = ()) -> list[str]:
    """The stages of a shortest path that avoids those named; empty if there is none."""
    if begin in without or goal in without:
        return []
    came_from = {begin: ""}
    waiting = deque([begin])
    while waiting:
        here = waiting.popleft()
        for name in graph[here]:
            if name not in came_from and name not in without:
                came_from[name] = here
                waiting.append(name)
    return _traced(came_from, goal)


def _traced(came_from: Mapping[str, str], goal: str) -> list[str]:
    path: list[str] = []
    while goal in came_from:
        path.append(goal)
        goal = came_from[goal]
    return path[::-1]
