"""How wide a text will be, guessed on the wide side, since a drawing cannot ask a browser."""

import unicodedata

NARROW = frozenset("ijlI.,:;'|!()[]“”·")
SLIM = frozenset('frtJ-/ "')
WIDE = frozenset("mwMWQO@%→—…")
LINE = 1.3


def width(text: str, size: float) -> float:
    """The width of one line in a sans-serif face of that size."""
    return sum(_em(char) for char in unicodedata.normalize("NFD", text)) * size


def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if char in NARROW:
        return 0.4
    if char in SLIM:
        return 0.42
    if char in WIDE:
        return 0.95
    return 0.72 if char.isupper() else 0.63


def wrapped(text: str, size: float, limit: float) -> tuple[str, ...]:
    """The text in lines no wider than `limit`, unless one word alone is wider."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def block(lines: tuple[str, ...], size: float) -> tuple[float, float]:
    """Width and height of several lines."""
    return max((width(line, size) for line in lines), default=0), len(lines) * size * LINE
