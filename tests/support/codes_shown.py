"""Codes in what people read: a stage, a verb, an id, an English word in Vietnamese; in a text and in tables.

A cell under a heading of ids (`ID_COLUMNS`) may hold what people copy into the next command. Whatever
else is found has words, and was not shown with them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rich.console import Console
from rich.table import Table

from documents.programmes.comparison import GUIDELINES
from domain.catalogue import VERBS
from domain.events import BY_TOPIC
from tests.programmes.files import mappings, programme
from words.catalogue import catalogue
from words.language import find

SHAPES = (
    re.compile(r"\b[A-Z][A-Z0-9-]*/[a-z_]+"),
    re.compile(r"\b\w*[A-Za-z0-9]_[A-Za-z0-9]\w*"),
    re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"),
    re.compile(r"\b(?:unit|person|member|case|round|unit-year|programme):[^\s\"“”,;)]+"),
    re.compile(r"\b[0-9a-f]{12,}\b"),
    re.compile(r"\b\d{4}-\d\d-\d\d\b[T0-9:.+]*"),
)
"""Organs of units, identifiers, UUIDs, streams, hashes, days and instants not written as people do."""
PATHS = re.compile(r"(?<!\S)[~./]*/\S+|\S+\.(?:jsonl|html|sqlite|yaml|md|csv|xlsx)\b|sqlite:\S+")
WORD = re.compile(r"(?<![\w.])[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?!\w)")
ID_COLUMNS = (
    "unit", "person_id", "programme", "programme_version", "code", "version", "programme_code",
    "case_id", "typed_command", "organ_code", "set", "workflow", "path", "read_model",
)  # fmt: skip
ALIKE = frozenset(
    ["do", "on", "to", "so", "an", "in", "no", "ban", "chi", "hay", "cho", "hop", "at"]
)
"""English words and codes that are Vietnamese syllables too."""


class Cells(Console):
    """A console that prints a table cell by cell, each behind its heading: `heading ¦ cell`."""

    def print(self, *objects, **of):
        for shown in objects:
            lines = _cells(shown) if isinstance(shown, Table) else [str(shown)]
            super().print(*lines, sep="\n", **of)


def _cells(table: Table) -> Iterator[str]:
    headings = [str(column.header) for column in table.columns]
    rows = list(zip(*(column.cells for column in table.columns), strict=True))
    of_one = {find("column.field", "vi"), find("column.field", "en"), "Item"}
    if len(headings) == 2 and headings[0] in of_one:  # the name of a value, and the value
        return (f"{_line(name)} ¦ {_line(value)}" for name, value in rows)
    told = (f"{at} ¦ {_line(cell)}" for row in rows for at, cell in zip(headings, row, strict=True))
    return iter([*headings, *told])


def _line(cell: object) -> str:
    return " ".join(str(cell).split())


def shown_codes(output: str, language: str, ids: Iterable[str] = ()) -> set[tuple[str, str]]:
    """The codes in what a command printed through `Cells`: each with the heading it stands under."""
    own, headings = frozenset(ids), id_headings(language)
    found = set()
    for line in output.splitlines():
        heading, _, text = line.rpartition(" ¦ ")
        found |= {("", code) for code in codes_in(heading, language, own)}
        if heading not in headings:
            found |= {(heading, code) for code in codes_in(text, language, own)}
    return found


def codes_in(text: str, language: str, ids: Iterable[str] = ()) -> list[str]:
    """Every code in a text, each once; `ids` are those of persons, units and programmes."""
    left = PATHS.sub(" ", text)
    found: list[str] = []
    for shape in SHAPES:
        found += shape.findall(left)
        left = shape.sub(" ", left)
    own, spelled = frozenset(ids), coded(language)
    words = [word for word in WORD.findall(left) if word.lower() not in ALIKE]
    found += [word for word in words if word in own or word in spelled]
    return list(dict.fromkeys(found))


@cache
def id_headings(language: str) -> frozenset[str]:
    """The headings under which ids are asked for."""
    words = (find(f"column.{name}", language) for name in ID_COLUMNS)
    return frozenset({"Phiên bản", "Version"} | {word for word in words if word})


@cache
def coded(language: str) -> frozenset[str]:
    """Words that are codes in a text of a language; in Vietnamese every English word too."""
    codes = {key.rpartition(".")[2].partition("=")[0] for key in catalogue("en")}
    codes |= {*programme_codes(), *VERBS, *BY_TOPIC}
    if language == "en":
        sayable = {code for code in said("en") if not code.isupper()}
        return frozenset(code for code in codes - sayable if "-" in code or code.isupper())
    return frozenset((codes | said("en")) - said("vi"))


@cache
def programme_codes() -> frozenset[str]:
    """The codes that the guidelines' files give words to."""
    sections = (
        "stages", "titles", "subjects", "roles", "rewards", "reports", "reviews", "commendations",
    )  # fmt: skip
    found: set[str] = set()
    for code in GUIDELINES:
        rules = programme(code)
        for section in sections:
            found.update(rules.get(section, ()))
        found.update(rules["revocation"].get("grounds", ()))
    return frozenset(found)


@cache
def said(language: str) -> frozenset[str]:
    """The words of a language in ASCII letters: of the catalogues and of the programmes."""
    texts = [re.sub(r"\{[^}]*\}", " ", text) for text in catalogue(language).values()]
    texts += [
        labelled[language]
        for code in GUIDELINES
        for labelled in mappings(programme(code))
        if isinstance(labelled.get(language), str)
    ]
    return frozenset(word for text in texts for word in WORD.findall(text))
