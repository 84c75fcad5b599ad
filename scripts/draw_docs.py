"""Draws the pages of documentation that describe the code: `python -m scripts.draw_docs`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from documents.files.whole_file import replace_file
from documents.programmes import comparison
from documents.reference import command_catalogue, file_guides, programme_schema, scenario_schema
from scripts import defaults_page, glossary_page
from scripts.told_pages import retold

ROOT = Path(__file__).parents[1]
STORY = ROOT / "docs" / "year-end.md"
PAGES: dict[str, Callable[[], str]] = {
    "docs/commands.md": command_catalogue.draw,
    "docs/defaults.md": defaults_page.draw,
    "docs/glossary.md": glossary_page.draw,
    "docs/programme-file.md": file_guides.draw,
    "docs/programmes.md": comparison.draw,
    "docs/scenario-file.md": file_guides.draw_scenario,
    "docs/schemas/programme.json": programme_schema.draw,
    "docs/schemas/scenario.json": scenario_schema.draw,
    "docs/year-end.md": partial(retold, STORY),
}
"""Every drawn page and what draws it; a test compares them."""
_SAYS = (b"scripts.draw_docs", b"every command below is run")


def main() -> None:
    """Write every page of this checkout, wherever it is called from."""
    for name, draw in PAGES.items():
        replace_file(ROOT / name, draw().encode(), is_drawn)


def is_drawn(page: bytes) -> bool:
    """Whether a page says of itself that it is drawn, or that its commands are run."""
    return any(word in page for word in _SAYS)


if __name__ == "__main__":
    main()
