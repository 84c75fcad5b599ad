"""The functions whose code is another than in a commit, as mutmut names them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import TypeGuard

from scripts.mutations.areas import AREAS, Part
from scripts.mutations.changing import module_of

_BETWEEN = "ǁ"  # how mutmut writes a method: xǁClassǁmethod


def changed_parts(
    files: Sequence[str], now: Callable[[str], str], before: Callable[[str], str]
) -> list[Part]:
    """For each set of tests, the functions of `files` that changed; `now` and `before` answer the text of a file."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Part] = {}
    for area in AREAS.values():
        for file in filter(area.holds, files):
            functions = changed_functions(file, before(file), now(file))
            if functions:
                asked = (area.tests, area.without)
                part = found.get(asked, Part("changed", area._replace(files=())))
                grown = part.area._replace(files=(*part.area.files, file))
                found[asked] = Part(part.name, grown, (*part.functions, *functions))
    return list(found.values())


def changed_functions(file: str, before: str, now: str) -> tuple[str, ...]:
    """The functions and methods of a file whose code, leaving comments out, is new or another."""
    known = dict(_functions(before))
    return tuple(
        f"{module_of(file)}.{name}" for name, code in _functions(now) if known.get(name, "") != code
    )


def _functions(source: str) -> Iterator[tuple[str, str]]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            for each in node.body:
                if _can_be_changed(each):
                    yield f"x{_BETWEEN}{node.name}{_BETWEEN}{each.name}", ast.dump(each)
        elif _can_be_changed(node):
            yield f"x_{node.name}", ast.dump(node)


def _can_be_changed(node: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    """What is decorated is left as it is by mutmut, unless it is a static method or one of its class."""
    return isinstance(node, ast.FunctionDef) and all(
        isinstance(each, ast.Name) and each.id in {"staticmethod", "classmethod"}
        for each in node.decorator_list
    )
