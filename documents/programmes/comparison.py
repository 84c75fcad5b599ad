"""docs/programmes.md, drawn from the files: the five guidelines side by side, with clause ids."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from application.intake.programme_files import load
from documents.both_languages import both, head
from documents.programmes.clause_marks import Shown
from documents.programmes.features import FEATURES, Feature
from domain.programme.edition import Edition
from domain.programme.reading import read

GUIDELINES = ("kon-tum", "son-la", "soc-trang", "cam-giang", "power-tkv")
_SHOWN_PLACES = 4


def draw() -> str:
    """Answer the page as Markdown."""
    shown = [Shown(_edition(code)) for code in GUIDELINES]
    table = [
        _row("", [each.programme.code for each in shown]),
        "|---" * (len(shown) + 1) + "|",
        *(_feature(name, feature, shown) for name, feature in FEATURES.items()),
    ]
    return "\n".join([head("programmes"), *table, "", *_assumed([each.edition for each in shown])])


def _edition(code: str) -> Edition:
    folder = Path(str(resources.files("programmes")))
    return read(load(folder / f"{code}.yaml")[0])


def _feature(name: str, feature: Feature, shown: list[Shown]) -> str:
    return _row(
        f"**{both(f'feature.{name}')}**", ["<br>".join(feature(each)) or "–" for each in shown]
    )


def _row(name: str, cells: list[str]) -> str:
    """A row of the table; a bar inside a cell would end it."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in [name, *cells])} |"


def _assumed(editions: list[Edition]) -> list[str]:
    lines = [f"## {both('page.assumed')}", ""]
    for edition in editions:
        by_default: dict[str, list[str]] = {}
        for path, default in edition.assumptions.items():
            by_default.setdefault(default, []).append(path)
        lines += [
            f"### {edition.programme.code}",
            "",
            f"| {both('page.default')} | {both('page.where')} |",
            "|---|---|",
        ]
        lines += [f"| {d} | {_places(paths)} |" for d, paths in sorted(by_default.items())]
        lines.append("")
    return lines


def _places(paths: list[str]) -> str:
    shown = ", ".join(f"`{path}`" for path in paths[:_SHOWN_PLACES])
    return shown if len(paths) <= _SHOWN_PLACES else f"{shown} … ({len(paths)})"
