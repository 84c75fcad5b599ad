"""What commands say and how: tables and sentences for people, JSON for programs, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from application.questions.moments import UnreadableMomentError
from application.questions.names import LogNames, Rules
from application.questions.step_basis import reason_told, words_of
from application.running import failures
from application.running.bootstrap import open_system
from application.running.settings import Settings, from_environ
from command_line.as_typed import typable
from command_line.streams import let_go
from domain.refusal import RefusedError
from ledger.errors import LedgerError
from words import sentences
from words.language import Language, chosen, say
from words.sentences import Names, nameless, sentence
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from application.questions.pages import Listed
    from application.running.system import System
    from domain.refusal import Refusal
    from words.kinds import Kind

_PIPED = 140
"""Columns of a table that goes into a file or a pipe."""
REFUSED = 1
WRONG_USE = 2


class Terminal:
    """One command's output, in one language; `as_json` prints one document and nothing else."""

    def __init__(self, settings: Settings, *, as_json: bool = False) -> None:
        self.settings = settings
        self.as_json = as_json
        self.known: LogNames | None = None
        self.rules: Rules | None = None
        width = None if sys.stdout.isatty() else _PIPED
        self._out = _console(width=width)
        self._err = _console(stderr=True)

    @property
    def language(self) -> Language:
        return chosen(self.settings.language)

    @property
    def names(self) -> Names:
        """Those that the log knows, in the words of the case that it is about; none before it is opened."""
        if self.known is None or self.rules is None:
            return self.known or nameless
        return self.known.within(*self.rules)

    def speak_of(self, rules: Rules | None) -> Names:
        """From here on the words are those of a version of a programme."""
        self.rules = rules
        return self.names

    def words(self, key: str, /, **values: object) -> str:
        """The words for a key in the language chosen; raises KeyError for an unknown key."""
        return say(key, self.language, **values)

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

    def answer(self, columns: Sequence[Column], rows: Sequence[object]) -> None:
        """Print rows with a field for each column: whole as JSON, or the columns as a table.

        A programme's codes are said in the words of the row's own programme.
        """
        if self.as_json:
            self.json(rows)
            return
        self._print(columns, [(_fields(row, columns), self.names_within(row)) for row in rows])

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> None:
        """Print rows under the columns' titles, each value as its column says what it is."""
        self._print(columns, [(row, self.names) for row in rows])

    def sheet(self, columns: Sequence[Column], row: object) -> None:
        """Print one thing: whole as JSON, or the title of each column and beside it what stands there."""
        if self.as_json:
            self.json(row)
            return
        names, fields = self.names_within(row), zip(columns, _fields(row, columns), strict=True)
        self.table(
            (Column("field"), Column("value")),
            [(each.title(self.language), self.value(v, each.kind, names)) for each, v in fields],
        )

    def _print(
        self, columns: Sequence[Column], rows: Sequence[tuple[Sequence[Any], Names]]
    ) -> None:
        if not rows:
            self.say("cli.nothing_to_show")
            return
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for column in columns:
            title, is_typed_again = column.title(self.language), column.kind == "code"
            table.add_column(title, overflow="fold", no_wrap=is_typed_again)
        for row, names in rows:
            pairs = zip(row, columns, strict=True)
            table.add_row(*(self.value(value, column.kind, names) for value, column in pairs))
        self._out.print(table)

    def names_within(self, row: object) -> Names:
        """The names that the log knows, those of the row's own programme and version before any other's."""
        own = _named_in(row, "programme")
        if self.known is None or not own:
            return self.names
        return self.known.within(own, _named_in(row, "programme_version"))

    def value(self, value: Any, kind: Kind, names: Names | None = None) -> str:
        """A value of a kind in words, with the names that the log knows; nothing where there is none."""
        nothing = value is None or value in ("", [], ())
        return "" if nothing else sentences.shown(value, kind, self.language, names or self.names)

    def many(self, kind: Kind, codes: Sequence[str]) -> list[str]:
        """Several codes of one kind in words."""
        return [self.value(code, kind) for code in codes]

    def page(self, found: Listed[Any], columns: Sequence[Column]) -> None:
        """Print the rows of a page, and on stderr how the next one is asked for."""
        self.answer(columns, found.rows)
        if found.after:
            self.complain("cli.more_after", after=found.after)

    def note(self, warnings: Sequence[Refusal]) -> None:
        """Say what a command that was carried out has to be told of."""
        for warning in warnings:
            key = "cli.note" if warning.about == "at" else "trial.lacks"
            self.say(key, reason=self.reason(warning))

    def refused(self, refusals: Sequence[Refusal]) -> None:
        """Say every reason on stderr with what it rests on, then once what that says."""
        for reason in refusals:
            told = reason_told(reason, self.language, self.names)
            self.fail(told)
        named = (each for reason in refusals for each in reason.rests_on)
        for basis, text in words_of(named, self.language):
            self.warn(f"  {basis}: {' '.join(text.split())}")

    def reason(self, reason: Refusal) -> str:
        """A reason as a sentence, with the names that the log knows."""
        return sentence(reason, self.language, self.names)

    def complain(self, key: str, /, **values: object) -> None:
        """Say on stderr what is wrong."""
        self.warn(self.words(key, **values))

    def fail(self, text: str) -> None:
        """Print on stderr, with the mark of what was not done, what is in words already."""
        self.warn(f"✗ {text}")

    def warn(self, text: str) -> None:
        """Print on stderr what is in words already; a command that it names can be typed as it stands."""
        self._err.print(typable(text))

    def wrong_use(self, key: str, /, **values: object) -> NoReturn:
        """Say what was typed wrongly and end with exit code 2."""
        self.fail(self.words(key, **values))
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


def _fields(row: object, columns: Sequence[Column]) -> list[Any]:
    return [_field(row, column.name) for column in columns]


def _field(row: object, name: str) -> Any:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


def _named_in(row: object, name: str) -> str:
    """A code that a row may have; empty where it has none."""
    found = row.get(name, "") if isinstance(row, Mapping) else getattr(row, name, "")
    return found if isinstance(found, str) else ""


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
        raise _refused(spoken, refused) from None
    except BrokenPipeError:
        raise  # `| head` has seen enough: typer ends without a word
    except (LedgerError, OSError) as failure:
        let_go()
        spoken.fail(failures.sentence(failure, spoken.language))
        raise typer.Exit(REFUSED) from None


def _refused(spoken: Terminal, refused: RefusedError) -> typer.Exit:
    """Say every reason; a moment that cannot be read was typed wrongly, whatever the log knows."""
    spoken.refused(refused.refusals)
    return typer.Exit(WRONG_USE if isinstance(refused, UnreadableMomentError) else REFUSED)


@contextmanager
def opened(database: str, lang: str, *, as_json: bool = False) -> Iterator[tuple[Terminal, System]]:
    """As `terminal`, with the log opened; a simulated log says so wherever it is shown."""
    with terminal(database, lang, as_json=as_json) as spoken:
        with spoken.progress("cli.updating") as progress:
            system = open_system(spoken.settings.database, progress=progress)
        spoken.known = LogNames(system)
        try:
            if system.simulated:
                spoken.say("cli.simulated_on", day=spoken.value(system.today(), "date"))
            yield spoken, system
        except RefusedError as refused:
            raise _refused(spoken, refused) from None
        finally:
            system.close()
