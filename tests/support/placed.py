"""Guidelines whose Party body is a unit of a made-up organisation: the real file with other codes of units."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.support.world import PROGRAMMES


@cache
def placed(name: str, *codes: tuple[str, str]) -> Path:
    """Copy a programme file with other codes of units; each code is there before."""
    text = (PROGRAMMES / name).read_text("utf-8")
    for old, new in codes:
        assert old in text, old
        text = text.replace(old, new)
    path = Path(mkdtemp(prefix="placed-")) / name
    path.write_text(text, encoding="utf-8")
    return path
