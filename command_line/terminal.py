"""What commands say and how: tables and sentences for people, JSON for programs, exit codes."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from application import failures
from application.bootstrap import open_system
from application.commands.typed_days import typed_day
from application.labels import Labels
from application.questions.names import LogNames
from application.running.settings import Settings, from_environ
from command_line.streams import let_go
from domain.refusals import RefusedError
from ledger.errors import LedgerError
from words import sentences
from words.language import chosen, say
from words.sentences import Names, nameless, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from application.questions.pages import Listed
    from application.running.system import System
    from domain.refusals import Refusal
    from words.kinds import Kind
    from words.tables import Column

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMED: dict[str, Kind] = {
    "subject": "subject", "actor": "person", "signed_by": "person", "delegated_by": "person",
    "organ": "organ", "organs": "organ", "decided_by": "organ", "parent": "unit",
}  # fmt: skip
"""Columns whose codes have names that were given: of persons, units and their organs."""
_TYPED_AGAIN = {"unit"}
"""Columns that people copy into the next command: never broken over two lines."""
_PIPED = 140
"""Columns of a table that goes into a file or a pipe."""
REFUSED = 1
WRONG_USE = 2


class Terminal:
    """One command's output, in one language; `as_json` prints one document and nothing else."""

    def __init__(self, settings: Settings, *, as_json: bool = False) -> None:
        self.settings = settings
        self.as_json = as_json
        self.labels: Labels | None = None
        self.names: Names = nameless
        width = None if sys.stdout.isatty() else _PIPED
        self._out = _console(width=width)
        self._err = _console(stderr=True)

    @property
    def language(self) -> str:
        return self.settings.language

    def word(self, vi: str, en: str) -> str:
        """Choose by language."""
        return en if self.language == "en" else vi

    def words(self, key: str, /, **values: object) -> str:
        """The words for a key in the language chosen; raises KeyError for an unknown key."""
        return say(key, chosen(self.language), **values)

    def say(self, key: str, /, **values: object) -> None:
        """Say the words for a key, unless JSON was asked for."""
        self.put(self.words(key, **values))

    def put(self, text: str) -> None:
        """Print what is in words already, unless JSON was asked for."""
        if not self.as_json:
            self._out.print(text)

    def json(self, document: Any) -> None:
        """Print one JSON document."""
        typer.echo(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())

    def answer(self, rows: Sequence[dict[str, Any]], columns: dict[str, tuple[str, str]]) -> None:
        """Print rows: all of them as JSON, or the columns named as a table."""
        if self.as_json:
            self.json(rows)
            return
        if not rows:
            self.say("cli.nothing_to_show")
            return
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for column, title in columns.items():
            table.add_column(self.word(*title), overflow="fold", no_wrap=column in _TYPED_AGAIN)
        for row in rows:
            worded = self.labels.shown(row) if self.labels else row
            table.add_row(*(self._cell(column, row, worded) for column in columns))
        self._out.print(table)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> None:
        """Print rows under the columns' titles, each value as its column says what it is."""
        if not rows:
            self.say("cli.nothing_to_show")
            return
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for column in columns:
            table.add_column(column.title(chosen(self.language)), overflow="fold")
        for row in rows:
            pairs = zip(row, columns, strict=True)
            table.add_row(*(self.value(value, column.kind) for value, column in pairs))
        self._out.print(table)

    def value(self, value: Any, kind: Kind) -> str:
        """A value of a kind in words, with the names that the log knows; nothing where there is none."""
        nothing = value is None or value in ("", [], ())
        return "" if nothing else sentences.shown(value, kind, chosen(self.language), self.names)

    def many(self, kind: Kind, codes: Sequence[str]) -> list[str]:
        """Several codes of one kind in words."""
        return [self.value(code, kind) for code in codes]

    def page(self, found: Listed[Any], columns: Sequence[Column]) -> None:
        """Print the rows of a page, and on stderr how the next one is asked for."""
        titles = {each.name: (each.title("vi"), each.title("en")) for each in columns}
        self.answer([msgspec.structs.asdict(row) for row in found.rows], titles)
        if found.after:
            self.complain("cli.more_after", after=found.after)

    def _cell(self, column: str, row: dict[str, Any], worded: dict[str, Any]) -> str:
        kind, value = _NAMED.get(column), row.get(column)
        if kind is None:
            return self.shown(worded.get(column))
        codes = value if isinstance(value, list | tuple) else [value]
        return ", ".join(self.many(kind, [code for code in codes if code]))

    def shown(self, value: Any) -> str:
        """Show a value as a person reads it: dates dd/MM/yyyy, yes and no, lists with commas."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.value(value, "yes_no")
        if isinstance(value, list | tuple):
            return ", ".join(self.shown(item) for item in value)
        if isinstance(value, dict):
            return "; ".join(
                f"{self.item(name)}: {self.shown(each)}"
                for name, each in value.items()
                if each != ""
            )
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.strftime("%d/%m/%Y")
        text = str(value)
        return f"{text[8:]}/{text[5:7]}/{text[:4]}" if _DAY.fullmatch(text) else text

    def item(self, name: str) -> str:
        """The word for the name of a field."""
        return self.labels.item(name) if self.labels else name

    def refused(self, refusals: Sequence[Refusal]) -> None:
        """Say every reason on stderr."""
        for reason in refusals:
            self._err.print(f"✗ {self.reason(reason)}")

    def reason(self, reason: Refusal) -> str:
        """A reason as a sentence, with the names that the log knows."""
        return sentence(reason, chosen(self.language), self.names)

    def complain(self, key: str, /, **values: object) -> None:
        """Say on stderr what is wrong."""
        self.warn(self.words(key, **values))

    def warn(self, text: str) -> None:
        """Print on stderr what is in words already."""
        self._err.print(text)

    def wrong_use(self, key: str, /, **values: object) -> NoReturn:
        """Say what was typed wrongly and end with exit code 2."""
        self.complain(key, **values)
        raise typer.Exit(WRONG_USE)

    @contextmanager
    def progress(self, key: str) -> Iterator[Any]:
        """Show a bar on stderr once long work tells of itself: the value is called with (done, of all)."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        silent = not self._err.is_terminal
        bar = Progress(
            *columns, TimeElapsedColumn(), console=self._err, transient=True, disable=silent
        )
        task = bar.add_task(self.words(key), total=None)

        def tell(done: int, total: int) -> None:
            bar.start()
            bar.update(task, completed=done, total=total)

        try:
            yield tell
        finally:
            bar.stop()


def _console(**of: Any) -> Console:
    """Text is shown as it is: a bracket or a colon in a name is no style and no picture."""
    return Console(highlight=False, soft_wrap=True, markup=False, emoji=False, **of)


@contextmanager
def terminal(database: str, lang: str, *, as_json: bool = False) -> Iterator[Terminal]:
    """Run a command's work; refusals and failures become sentences and exit code 1."""
    spoken = Terminal(from_environ(database, lang), as_json=as_json)
    try:
        yield spoken
        sys.stdout.flush()
    except RefusedError as refused:
        spoken.refused(refused.refusals)
        raise typer.Exit(REFUSED) from None
    except BrokenPipeError:
        raise  # `| head` has seen enough: typer ends without a word
    except (LedgerError, OSError) as failure:
        let_go()
        spoken.warn(failures.sentence(failure, chosen(spoken.language)))
        raise typer.Exit(REFUSED) from None


@contextmanager
def opened(database: str, lang: str, *, as_json: bool = False) -> Iterator[tuple[Terminal, System]]:
    """As `terminal`, with the log opened; a simulated log says so wherever it is shown."""
    with terminal(database, lang, as_json=as_json) as spoken:
        with spoken.progress("cli.updating") as progress:
            system = open_system(spoken.settings.database, progress=progress)
        spoken.labels, spoken.names = Labels(system, spoken.language), LogNames(system)
        try:
            if system.simulated:
                spoken.say("cli.simulated")
            yield spoken, system
        except RefusedError as refused:
            spoken.refused(refused.refusals)
            raise typer.Exit(REFUSED) from None
        finally:
            system.close()


def day(spoken: Terminal, text: str, field: str = "on") -> date | None:
    """Read a date typed for a field, or say why it is none and end with exit code 2; empty is None."""
    try:
        return typed_day(text, field) if text else None
    except RefusedError as refused:
        spoken.refused(refused.refusals)
        raise typer.Exit(WRONG_USE) from None


def instant(spoken: Terminal, text: str) -> datetime | None:
    """Read an instant typed in ISO form; empty is None."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        spoken.wrong_use("cli.no_instant", text=text)
