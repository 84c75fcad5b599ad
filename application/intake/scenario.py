"""Scenario files: one command a line as JSON, in the order in which it happened."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from uuid import UUID, uuid5

import msgspec

from application.commands.door import DEEPEST
from application.commands.handle import handle
from application.commands.misfits import misfits
from application.commands.recorded_time import MOVED
from application.commands.request import Request
from application.commands.typed_days import typed_day
from application.commands.unknown_fields import known_part, unknown_fields
from application.intake.programme_publishing import programme_data
from application.running.system import HERE, local
from domain.catalogue import VERBS
from domain.ids import written_once
from domain.programme.misfits import placed, told
from domain.refusal import Refusal, RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from application.running.system import System

_LINES = UUID("7f3d5b7a-1c5e-5d0e-8c53-6b1f2f0f7a41")


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a scenario. `unit`, `person`, `year` name the stream of set-up and fact lines."""

    do: str
    by: str
    reason: str = ""
    programme: str = ""
    subject: str = ""
    period: str = ""
    target: str = ""
    unit: str = ""
    person: str = ""
    year: int | None = None
    signed_by: str = ""
    for_organ: str = msgspec.field(default="", name="for")
    on: str = ""
    at: str = ""
    data: dict[str, Any] = {}
    expect: Literal["done", "refused"] = "done"
    note: str = ""


class Told(NamedTuple):
    """What became of a line: whether it went as expected, the reasons if it was refused.

    `moved` says that it was recorded at another time than it asks for.
    """

    file: str
    number: int
    line: Line | None
    as_expected: bool
    refusals: list[Refusal]
    repeated: bool = False
    moved: list[Refusal] = []


class _Written(NamedTuple):
    """A line as it stands in a file; `at` orders lines of several files. `text` is None where it is no UTF-8."""

    at: datetime
    path: Path
    number: int
    text: str | None
    digest: str


def play(
    system: System,
    paths: list[Path],
    progress: Callable[[int, int], None] | None = None,
    *,
    stop: bool = False,
) -> Iterator[Told]:
    """Play scenarios line by line; earlier lines stay, a refused line does not stop the rest.

    With `stop`, the first line that turns out otherwise than expected is the last.

    Lines of several files are taken in the order of their `at`. Command ids are UUIDv5 of the
    file's digest and the line, so playing it again changes nothing. Raises OSError when a file
    cannot be read.
    """
    lines = sorted((line for path in paths for line in _written(path)), key=lambda line: line.at)
    for count, line in enumerate(lines, 1):
        if progress:
            progress(count, len(lines))
        done = _play_line(system, line)
        yield done
        if stop and not done.as_expected:
            return


def lines_of(path: Path) -> Iterator[Line]:
    """The lines of a scenario that can be read at all."""
    for line in _written(path):
        with suppress(RefusedError):
            yield read_line(line.text)


def instants_of(path: Path) -> list[datetime]:
    """The times of recording that a scenario gives, in the order of its lines."""
    texts = (line.text for line in _written(path))
    return [at for text in texts if (at := _at(text)) is not None]


def _written(path: Path) -> Iterator[_Written]:
    """Every line that says something. A line ends where a file's lines end, never inside a text of JSON."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    at = datetime.min.replace(tzinfo=HERE)
    for number, line in enumerate(content.removeprefix(BOM_UTF8).split(b"\n"), 1):
        if line.strip() and not line.lstrip().startswith(b"//"):
            text = _decoded(line)
            at = max(at, _at(text) or at)
            yield _Written(at, path, number, text, digest)


def _decoded(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return None


def _at(text: str | None) -> datetime | None:
    """The line's instant, if it can be read at all; what is wrong with it is said when it is played."""
    try:
        return _instant(read_line(text))
    except RefusedError:
        return None


def _instant(line: Line) -> datetime | None:
    """Read `at`; without an offset it is the offices' time. Refuse what is no instant."""
    try:
        at = datetime.fromisoformat(line.at) if line.at else None
    except ValueError as error:
        raise RefusedError([refusal("line_unreadable", problem=f"at: {line.at}")]) from error
    return local(at) if at else None


def _play_line(system: System, written: _Written) -> Told:
    line = None
    name, number = f"{written.path.parent.name}/{written.path.name}", written.number
    try:
        line = read_line(written.text)
        command_id = str(uuid5(_LINES, f"{written.digest}:{number}"))
        done = handle(system, _request(line, command_id, written.path.parent))
    except RefusedError as refused:
        expected = line is not None and line.expect == "refused"
        return Told(name, number, line, expected, refused.refusals)
    unexpected = [] if line.expect == "done" else [refusal("line_not_refused")]
    moved = [each for each in done.warnings if each.code == MOVED]
    return Told(name, number, line, not unexpected, unexpected, done.receipt.repeated, moved)


def read_line(text: str | None) -> Line:
    """Read one line; refuse what is no UTF-8, no JSON, or has keys or values that do not belong there."""
    if text is None:
        raise RefusedError([refusal("line_no_text")])
    try:
        return msgspec.json.decode(text, type=Line)
    except RecursionError as error:
        raise RefusedError([refusal("data_too_deep", most=DEEPEST)]) from error
    except msgspec.DecodeError as error:
        raise RefusedError(_unreadable(text, str(error))) from error


def _unreadable(text: str, problem: str) -> list[Refusal]:
    """Every key that a line has not, and every value that does not fit; what is wrong with what is no line at all."""
    try:
        line = msgspec.json.decode(text)
    except msgspec.DecodeError:
        line = None
    if not isinstance(line, dict):
        return [refusal("line_unreadable", problem=told(placed(problem)[0]))]
    return [
        *(
            refusal("line_key_unknown", field=path, nearest=nearest)
            for path, nearest in unknown_fields(line, Line)
        ),
        *(
            refusal("line_key_unfit", field=path, problem=why)
            for path, why in misfits(known_part(line, Line), Line)
        ),
    ]


def _request(line: Line, command_id: str, folder: Path) -> Request:
    return Request(
        verb=line.do,
        actor=line.by,
        reason=line.reason or line.note,
        command_id=command_id,
        data=_data(line, folder),
        target=_target(line),
        programme=line.programme,
        subject=line.subject,
        period=line.period,
        signed_by=line.signed_by,
        organ=line.for_organ,
        on=_day(line),
        at=_instant(line),
    )


def _target(line: Line) -> str:
    """What the line is about, by its `target`, or by its unit and year, or by its person."""
    if line.target:
        unit = line.target.rpartition(":")[0] if _is_unit_year(line.do) else line.target
        if line.unit and written_once(line.unit) != written_once(unit):
            values = {"target": line.target, "data": line.unit}
            raise RefusedError([refusal("names_two_things", about="target", **values)])
        return line.target
    on = _day(line)
    year = line.year or (on.year if on else 0)
    if line.unit and year:
        return f"{line.unit}:{year}" if _is_unit_year(line.do) else line.unit
    return line.unit or line.person


def _day(line: Line) -> date | None:
    return typed_day(line.on, "on") if line.on else None


def _is_unit_year(verb: str) -> bool:
    return verb in VERBS and VERBS[verb].stream == "unit-year"


def _data(line: Line, folder: Path) -> dict[str, Any]:
    """A programme's file is named in `data.file`, beside the scenario or by its own path."""
    if line.do != "publish-programme" or set(line.data) != {"file"}:
        return line.data
    return programme_data(line.data["file"], folder)
