"""How the inputs of a form are named: the place in the data, with points between its names.

A name that has a point itself, as a criterion has, is written without one, so that every place can be taken apart
again whatever a programme calls its criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Typed = Mapping[str, Sequence[str]]
"""What a form sent: every value by the name of its input, in order."""
DATA = "data"
UNIT, YEAR = "target_unit", "target_year"
"""A unit and its year, where they are chosen apart."""


def inside(path: str, name: object) -> str:
    """The name of what stands in a place under a name."""
    return f"{path}.{written(str(name))}"


def written(name: str) -> str:
    """A name without points; `read` has it back."""
    return name.replace("~", "~0").replace(".", "~1")


def read(part: str) -> str:
    """The name that was written so."""
    return part.replace("~1", ".").replace("~0", "~")


def parts_in(typed: Typed, path: str) -> list[str]:
    """The names that stand directly under a path, as they were written, each once, in order."""
    start = f"{path}."
    found = (name.removeprefix(start).partition(".")[0] for name in typed if name.startswith(start))
    return list(dict.fromkeys(found))


def one(typed: Typed, path: str) -> str:
    """The last value that was sent under a name, trimmed; empty where none was."""
    values = typed.get(path, ())
    return values[-1].strip() if values else ""
