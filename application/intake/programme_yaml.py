"""YAML of programme files: read safely, within bounds, with the line of every node."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from application.intake.yaml_problems import told
from domain.programme.faults import Path
from words.kinds import Because

MAX_BYTES = 300_000
MAX_NODES = 100_000
MAX_DEPTH = 40
"""Bounds on a file: the longest guideline has 60 KB, some thousands of nodes and 12 levels."""

_TAG = "tag:yaml.org,2002:"
_PLAIN_WORDS = {
    "bool": (r"^(?:true|false)$", "tf"),
    "int": (r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    "float": (r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$", "-+0123456789"),
}
"""What is no text: `no`, `010`, `12:30` and `.nan` are texts here, as they look."""


class BrokenYamlError(Exception):
    """Bytes that are no usable YAML: at which lines, why and what to do; `problems` are not empty."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(str(each.why) for each in problems))
        self.problems = tuple(problems)


class Problem(NamedTuple):
    """What is wrong at a line (1 is the first), and what to do."""

    line: int
    why: Because


@dataclass(frozen=True)
class Lines:
    """The line of every node of a tree by its path (1 is the first)."""

    by_path: dict[Path, int]

    def of(self, path: Path) -> int:
        """The line of a path, or of the nearest node above it that the file has."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.by_path:
                return self.by_path[path[:length]]
        return 1


class _Loader(yaml.SafeLoader):
    """A safe loader without tags, that refuses depth before it recurses."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs
        if getattr(event, "tag", None) is not None:
            raise _at(event, "tag")
        if self.depth >= MAX_DEPTH:
            raise _at(event, "depth")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise _at(node, f"value {error}") from error


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag.removeprefix(_TAG) not in _PLAIN_WORDS]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for _name, (_form, _first) in _PLAIN_WORDS.items():
    _Loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(_form), list(_first))


def tree_and_lines(content: bytes) -> tuple[Any, Lines]:
    """Read the bytes of a file; raise BrokenYamlError with the line of what is wrong."""
    if len(content) > MAX_BYTES:
        raise BrokenYamlError([Problem(1, told("size"))])
    try:
        return _read(content)
    except yaml.reader.ReaderError as error:
        line = content[: error.position].count(b"\n") + 1
        raise BrokenYamlError([Problem(line, told("characters"))]) from error
    except yaml.MarkedYAMLError as error:
        raise BrokenYamlError([_problem(error)]) from error


def _problem(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    return Problem(mark.line + 1 if mark else 1, told(error.problem or ""))


def _read(content: bytes) -> tuple[Any, Lines]:
    loader = _Loader(content)
    try:
        node = loader.get_single_node()
        if node is None:
            return {}, Lines({})
        _bounded(node, {})
        lines: dict[Path, int] = {}
        problems = [_problem(each) for each in _walk(node, (), lines)]
        if problems:
            raise BrokenYamlError(problems)
        return loader.construct_document(node), Lines(lines)
    finally:
        loader.dispose()


def _bounded(node: yaml.Node, sizes: dict[int, int]) -> int:
    """How many nodes there are once every alias is written out; each is looked at once.

    An alias inside what it stands for has no end: its size is not known when it is asked for.
    """
    size = sizes.get(id(node))
    if size is None:
        sizes[id(node)] = MAX_NODES
        size = 1 + sum(_bounded(child, sizes) for child in _children(node))
        sizes[id(node)] = size
    if size > MAX_NODES:
        raise _at(node, "nodes")
    return size


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _walk(node: yaml.Node, at: Path, lines: dict[Path, int]) -> Iterator[yaml.MarkedYAMLError]:
    """Note the line of every node; yield every name that cannot be one, or that stands twice."""
    lines.setdefault(at, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*at, index), lines)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _named(key, value, at, lines)


def _named(
    key: yaml.Node, value: yaml.Node, at: Path, lines: dict[Path, int]
) -> Iterator[yaml.MarkedYAMLError]:
    try:
        name = _key(key)
    except yaml.MarkedYAMLError as error:
        yield error
        return
    if (*at, name) in lines:
        yield _at(key, f"twice {name}")
        return
    lines[*at, name] = key.start_mark.line + 1
    yield from _walk(value, (*at, name), lines)


def _key(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _at(node, "key")
    if node.tag == f"{_TAG}merge":
        raise _at(node, "merge")
    return str(node.value)


def _at(place: yaml.Node | yaml.Event, problem: str) -> yaml.MarkedYAMLError:
    mark: Any = place.start_mark
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
