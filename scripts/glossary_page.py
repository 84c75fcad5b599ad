"""docs/glossary.md, drawn from the catalogues in words/ and, where these have no word, docs/glossary.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml

from documents.both_languages import both, head
from words.catalogue import catalogue
from words.language import say

PAGE = Path(__file__).parents[1] / "docs" / "glossary.yaml"
DRAWN = ("verb", "organ", "unit_kind", "level", "effect", "document")
"""Kinds of words of the catalogues: the first part of a key."""


class Term(NamedTuple):
    """A word: as code calls it, in both languages, and what it means where that is not plain."""

    identifier: str
    vi: str
    en: str
    means: str = ""


class Section(msgspec.Struct, frozen=True):
    """Words of one kind under a heading."""

    title: str
    terms: list[Term]


@cache
def sections() -> dict[str, Section]:
    """Every section by its name, those with words of their own first."""
    own = msgspec.convert(yaml.safe_load(PAGE.read_text("utf-8")), dict[str, Section])
    return own | {kind: Section(both(f"glossary.{kind}"), _from_catalogue(kind)) for kind in DRAWN}


def draw() -> str:
    """Answer the page as Markdown."""
    return "\n".join([head("glossary"), *(_section(section) for section in sections().values())])


def _from_catalogue(kind: str) -> list[Term]:
    """The words of a kind; those that only put others together (`{organ} {unit}`) are none."""
    vi, en = catalogue("vi"), catalogue("en")
    return [
        Term(key.removeprefix(f"{kind}."), vi[key], en[key])
        for key in sorted(vi)
        if key.startswith(f"{kind}.") and "{" not in vi[key]
    ]


def _section(section: Section) -> str:
    means = any(term.means for term in section.terms)
    titles = [
        say("glossary.language", "vi"),
        say("glossary.language", "en"),
        both("glossary.code"),
        *([both("glossary.means")] if means else []),
    ]
    rows = [
        [term.vi, term.en, f"`{term.identifier}`", *([term.means] if means else [])]
        for term in section.terms
    ]
    lines = [
        f"| {' | '.join(row)} |".replace("|  |", "| |")
        for row in [titles, ["---"] * len(titles), *rows]
    ]
    return "\n".join([f"## {section.title}", "", *lines, ""])
