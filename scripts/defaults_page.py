"""docs/defaults.md, drawn from programmes/defaults/: each default, its reason, and where it is used."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from application.questions.defaults import Default, defaults

ROOT = Path(__file__).parents[1]
ROOMS = ("application", "domain")
NAME = re.compile(r"\bD-\d\d\b")
_HEAD = """# Điều giả định / The defaults

Trang này được vẽ từ `programmes/defaults/defaults.yaml` (`python -m scripts.draw_docs`) và được một phép thử so lại.
Khi hướng dẫn không nêu, bontot giả định như dưới đây. Giá trị giả định nằm trong tệp chương trình, có đánh dấu và sửa
được; [bảng so sánh](programmes.md) liệt kê từng chỗ.

This page is drawn and compared by a test. Where a guideline leaves a question open, this is what bontot assumes. The
values stand in the programme files, marked, and can be changed there; [the comparison](programmes.md) lists each place.
"""


def draw() -> str:
    """Answer the page as Markdown."""
    return "\n".join([_HEAD, *(_section(name, default) for name, default in defaults().items())])


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
    lines += ["", f"Ở / In: {', '.join(where)}"] if where else []
    lines += ["", *held] if held else []
    return "\n".join([*lines, ""])
