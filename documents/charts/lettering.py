"""Words in the width that there is: wrapped, then cut."""

import re

from documents.diagrams.drawing.text_size import width

NAME, SMALL = 13, 12
LEADING = 4
_BOLDER = 1.06
_ELLIPSIS = "…"
_SPACES = re.compile(r"[ \t\r\n]+")


def wide(text: str, size: int, *, bold: bool = False) -> float:
    """The width of a line in pixels, guessed on the wide side."""
    return width(text, size) * (_BOLDER if bold else 1)


def fitted(text: str, size: int, limit: int, *, at_most: int = 2, bold: bool = False) -> list[str]:
    """At most so many lines, none wider than the limit; what was cut ends in an ellipsis."""
    room = limit / _BOLDER if bold else limit
    lines = _wrapped(text, size, room)
    if len(lines) > at_most:
        lines = [*lines[: at_most - 1], " ".join(lines[at_most - 1 :])]
    return [_cut(line, size, room) for line in lines]


def _wrapped(text: str, size: int, room: float) -> list[str]:
    """Broken at plain spaces only: what a no-break space holds together stays together."""
    lines: list[str] = []
    for word in filter(None, _SPACES.split(text)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, size: int, room: float) -> str:
    if width(line, size) <= room:
        return line
    kept = ""
    for char in line:
        if width(kept + char + _ELLIPSIS, size) > room:
            break
        kept += char
    return kept.rstrip() + _ELLIPSIS
