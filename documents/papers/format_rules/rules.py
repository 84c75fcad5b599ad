"""The rules of a day, read from `format_rules.yaml`; an unknown key or source, versions out of order are errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import msgspec

from application.intake.programme_files import load

T = TypeVar("T")


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of the file: closed keys."""


class Sourced(Record, frozen=True, kw_only=True):
    """What rests on a source; `assumed` where none settles it, `note` says why it is not sure."""

    source: str
    assumed: bool = False
    note: str = ""


class Rule(Sourced, Generic[T], frozen=True, kw_only=True):
    """One value."""

    value: T


class Source(Record, frozen=True, kw_only=True):
    """An instrument, or what else a value was taken from."""

    vi: str
    en: str
    number: str = ""
    on: date | None = None


class Page(Record, frozen=True, kw_only=True):
    """The sheet and its margins in millimetres; `header` is from its upper edge to the page's number."""

    width: Rule[float]
    height: Rule[float]
    top: Rule[float]
    bottom: Rule[float]
    left: Rule[float]
    right: Rule[float]
    header: Rule[float]

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width.value - self.left.value - self.right.value


class Sizes(Record, frozen=True, kw_only=True):
    """Sizes of letters in points."""

    motto: Rule[float]
    superior: Rule[float]
    issuer: Rule[float]
    number: Rule[float]
    place_and_date: Rule[float]
    kind: Rule[float]
    subject: Rule[float]
    body: Rule[float]
    table: Rule[float]
    signature: Rule[float]
    recipients_title: Rule[float]
    recipients: Rule[float]
    page_number: Rule[float]
    banner: Rule[float]


class Body(Record, frozen=True, kw_only=True):
    """Lines of the body: exactly so high, with so much before and after a paragraph (points); indent in millimetres."""

    line: Rule[float]
    before: Rule[float]
    after: Rule[float]
    first_line: Rule[float]


class Letterhead(Record, frozen=True, kw_only=True):
    """The head: width of its left column and of the line (millimetres), weight of the line (points), the marks."""

    left: Rule[float]
    line_under_motto: Rule[float]
    line_weight: Rule[float]
    star: Rule[str]
    rule_under_title: Rule[str]


class SignatureBlock(Record, frozen=True, kw_only=True):
    """The end: width of its left column (millimetres), room above the name (points), whether the post is bold."""

    left: Rule[float]
    room: Rule[float]
    post_bold: Rule[bool]


class OrganRule(Sourced, frozen=True, kw_only=True):
    """How an organ issues: its symbol, whether its unit or itself heads the paper, whether one signs on its behalf.

    `files` is the organ that keeps the copy, where that is another.
    """

    symbol: str
    heads: Literal["unit", "organ"]
    on_behalf: bool = False
    files: str = ""


class UnitNames(Sourced, frozen=True, kw_only=True):
    """How the name of a Party body begins, and that of its committee, which issues its papers."""

    body: str
    committee: str


class FormatRules(Sourced, frozen=True, kw_only=True):
    """Everything that a version says of how papers are laid out, from a day on."""

    version: str
    since: date
    page: Page
    font: Rule[str]
    sizes: Sizes
    body: Body
    letterhead: Letterhead
    signature: SignatureBlock
    number_colon: Rule[bool]
    recipients_separator: Rule[str]
    symbols: dict[str, Rule[str]]
    unit_names: UnitNames
    organs: dict[str, OrganRule]
    other_organs: OrganRule

    def organ(self, name: str) -> OrganRule:
        """How an organ issues papers."""
        return self.organs.get(name, self.other_organs)


class Known(Record, frozen=True, kw_only=True):
    """The whole file: sources, and the versions from the oldest."""

    sources: dict[str, Source]
    versions: list[FormatRules]


def rules_on(day: date) -> FormatRules | None:
    """The rules by which a paper of a day is laid out; None before the first."""
    found = [each for each in known().versions if each.since <= day]
    return found[-1] if found else None


@cache
def known() -> Known:
    """The file that ships with bontot."""
    file = resources.files("documents.papers.format_rules").joinpath("format_rules.yaml")
    return read(load(Path(str(file)))[0])


def read(tree: Mapping[str, Any]) -> Known:
    """The file as a tree, read and checked; raises msgspec.ValidationError, or ValueError for what is not well put."""
    whole: list[Any] = []
    for own in tree.get("versions", []):
        whole.append(_over(whole[-1], own) if whole else own)
    found = msgspec.convert({**tree, "versions": whole}, Known)
    problems = [*_unordered(found), *_unsourced(found)]
    if problems:
        raise ValueError("; ".join(problems))
    return found


def _over(before: Any, own: Any) -> Any:
    """What a version says laid over what stood before; a value is replaced with its source, never in part."""
    if (
        not isinstance(before, dict)
        or not isinstance(own, dict)
        or ("source" in own and "since" not in own)
    ):
        return own
    kept = {name: each for name, each in before.items() if name != "assumed"}
    return kept | {name: _over(before.get(name), each) for name, each in own.items()}


def _unordered(found: Known) -> Iterator[str]:
    for before, after in zip(found.versions, found.versions[1:], strict=False):
        if before.since >= after.since:
            yield f"{after.version} is not after {before.version}"


def _unsourced(found: Known) -> Iterator[str]:
    for version in found.versions:
        for path, each in values_of(version):
            if each.source not in found.sources:
                yield f"{version.version} {path}: no source {each.source}"


def values_of(record: msgspec.Struct, path: str = "") -> Iterator[tuple[str, Sourced]]:
    """Everything in a version that rests on a source, with its place in the file."""
    if isinstance(record, Sourced):
        yield path, record
    for name in record.__struct_fields__:
        value = getattr(record, name)
        inside = value.items() if isinstance(value, dict) else [("", value)]
        for key, each in inside:
            if isinstance(each, msgspec.Struct):
                yield from values_of(each, ".".join(filter(None, [path, name, key])))
