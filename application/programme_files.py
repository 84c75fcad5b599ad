"""Programme files on disk: YAML read safely, with the line of every key for what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from domain.programme.checks import check_tree
from domain.programme.faults import Fault, Path

if TYPE_CHECKING:
    from pathlib import Path as FilePath

MAX_BYTES = 1_000_000
MAX_NODES = 200_000
MAX_DEPTH = 60
"""Bounds on a file: a programme has some thousands of nodes."""


class FileFault(NamedTuple):
    """A fault of a file at a line (1 is the first)."""

    file: FilePath
    line: int
    vi: str
    en: str

    def sentence(self, language: str) -> str:
        """Answer the sentence in `vi` or `en`."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True)
class Lines:
    """The line of every node of a tree by its path."""

    by_path: dict[Path, int]

    def of(self, path: Path) -> int:
        """The line of a path, or of the nearest node above it that the file has."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.by_path:
                return self.by_path[path[:length]]
        return 1


class _Loader(yaml.SafeLoader):
    """YAML in which only true and false are booleans: `on:` stays a key, `no` stays a word."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in resolvers if pair[0] != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class UnreadableFileError(Exception):
    """A file that is no usable YAML; `fault` says why and where."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.en)
        self.fault = fault


def load(path: FilePath) -> tuple[Any, Lines]:
    """Read a file as a tree with its lines; raise UnreadableFileError or OSError."""
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise _unreadable(path, 1, "tệp quá lớn", "the file is too large")
    loader = _Loader(content)
    try:
        node = loader.get_single_node()
        lines: dict[Path, int] = {}
        _walk(path, node, (), lines)
        tree = loader.construct_document(node) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _unreadable(
            path, mark.line + 1 if mark else 1, f"{error.problem}", f"{error.problem}"
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise _unreadable(path, 1, str(error), str(error)) from error
    finally:
        loader.dispose()
    return tree, Lines(lines)


def _walk(path: FilePath, node: yaml.Node | None, at: Path, lines: dict[Path, int]) -> None:
    if node is None:
        return
    lines.setdefault(at, node.start_mark.line + 1)
    if len(lines) > MAX_NODES or len(at) > MAX_DEPTH:
        raise _unreadable(path, node.start_mark.line + 1, "quá nhiều tầng", "too deep or too many")
    if isinstance(node, yaml.MappingNode):
        _walk_mapping(path, node, at, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _walk(path, item, (*at, index), lines)


def _walk_mapping(path: FilePath, node: yaml.MappingNode, at: Path, lines: dict[Path, int]) -> None:
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.tag == "tag:yaml.org,2002:merge":
            _walk(path, value, at, {**lines})
            continue
        if key.value in seen:
            raise _unreadable(path, line, f"khoá “{key.value}” lặp lại", f"key “{key.value}” twice")
        seen.add(key.value)
        lines[*at, key.value] = line
        _walk(path, value, (*at, key.value), lines)


def _unreadable(path: FilePath, line: int, vi: str, en: str) -> UnreadableFileError:
    return UnreadableFileError(
        FileFault(
            path,
            line,
            f"Tệp không đọc được: {vi}. Hãy sửa rồi kiểm tra lại.",
            f"The file cannot be read: {en}. Mend it and check again.",
        )
    )


def check_file(path: FilePath) -> list[FileFault]:
    """List what is wrong with a programme file, by line; raise OSError when it cannot be opened."""
    try:
        tree, lines = load(path)
    except UnreadableFileError as error:
        return [error.fault]
    faults = [_placed(path, fault, lines) for fault in check_tree(tree)]
    return sorted(set(faults), key=lambda fault: (fault.line, fault.en))


def _placed(path: FilePath, fault: Fault, lines: Lines) -> FileFault:
    return FileFault(path, lines.of(fault.path), fault.vi, fault.en)
