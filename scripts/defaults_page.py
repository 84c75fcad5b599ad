"""docs/defaults.md, drawn from programmes/defaults/: each default, its reason, and where it is used."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from application.questions.defaults import Default, defaults
from documents.both_languages import both, head

ROOT = Path(__file__).parents[1]
ROOMS = ("application", "domain")
NAME = re.compile(r"\bD-\d\d\b")


def draw() -> str:
    """Answer the page as Markdown."""
    return "\n".join(
        [head("defaults"), *(_section(name, default) for name, default in defaults().items())]
    )


def places(name: str) -> list[str]:
    """The programme files and the folders of code that name a default, in order."""
    return sorted(place for place, names in _named().items() if name in names)


@cache
def _named() -> dict[str, set[str]]:
    """The defaults that each programme file and each folder of code names."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "programmes").glob("*.yaml"):
        found[f"programmes/{path.name}"] = set(NAME.findall(path.read_text("utf-8")))
    for path in (path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        folder = path.parent.relative_to(ROOT).as_posix()
        found.setdefault(folder, set()).update(NAME.findall(path.read_text("utf-8")))
    return found


def _section(name: str, default: Default) -> str:
    where = [f"`{place}`" for place in places(name)]
    held = [default.held.vi, default.held.en] if default.held else []
    lines = [
        f"## {name}",
        "",
        default.vi,
        f"*{default.why.vi}*",
        "",
        default.en,
        f"*{default.why.en}*",
    ]
    lines += ["", f"{both('page.in')}: {', '.join(where)}"] if where else []
    lines += ["", *held] if held else []
    return "\n".join([*lines, ""])
