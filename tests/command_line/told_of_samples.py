"""The five samples in one log, every command of the command line, and what may be asked of it about them.

The commands are taken from the command line itself, so that a new one is asked too, or is named in
`NOT_ASKED` with the reason.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from application.questions import cases as queries
from application.questions import organisation, persons
from application.running.bootstrap import open_system
from command_line import terminal
from command_line.main import app
from documents.programmes.comparison import GUIDELINES
from domain.catalogue import VERBS
from tests.programmes.files import PROGRAMMES
from tests.support.codes_shown import Cells

LANGUAGES = ("vi", "en")
YEAR = "2024"


class Told(NamedTuple):
    """The five samples in one log, and what may be asked about them."""

    url: str
    printed: str
    cases: list[str]
    one_each: list[str]
    units: list[str]
    people: list[str]
    signers: dict[str, str]
    root: str
    programmes: dict[str, str]

    @property
    def ids(self) -> list[str]:
        return [*self.units, *self.people, *GUIDELINES]


_PRINTED: dict[tuple[str, ...], str] = {}


def printed(words: list[str], url: str, lang: str) -> str:
    """What a command that only asks prints, run once for all that look at it."""
    key = (url, lang, *words)
    if key not in _PRINTED:
        _PRINTED[key] = bontot(*words, url=url, lang=lang)
    return _PRINTED[key]


def bontot(*words: str, url: str = "", lang: str = "vi"):
    """What a command prints, cell by cell; on both streams."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terminal, "Console", Cells)
        run = CliRunner(env={"BONTOT_DATABASE": url})
        done = run.invoke(app, [*words, "--lang", lang])
    assert done.exit_code in {0, 1}, (words, done.output)
    assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.output)
    return done.output


def demonstrated(out):
    """The demonstration in a folder, and what its log has."""
    printed = bontot("demo", "--out", str(out))
    url = f"sqlite:///{out}/demo.sqlite"
    system = open_system(url)
    rows = queries.cases(system)
    of_programme = {row["programme"]: row["case"] for row in rows}
    found = Told(
        url, printed, [row["case"] for row in rows], list(of_programme.values()),
        [each["code"] for each in organisation.units(system)],
        [each.person for each in persons.persons(system) if each.name != each.person],
        {row["case"]: queries.history(system, row["case"])[-1]["signed_by"] for row in rows},
        system.ledger.head().root.hex(),
        {row["case"]: row["programme"] for row in rows},
    )  # fmt: skip
    system.close()
    return found


Asked = Iterator[list[str]]


def once(*words: str) -> Callable[[Told, str], Asked]:
    return lambda _told, _lang: iter([list(words)])


def of_case(*words: str) -> Callable[[Told, str], Asked]:
    """Of every case in Vietnamese, of one case of each programme in English."""
    return lambda told, lang: ([*words, c] for c in (told.cases if lang == "vi" else told.one_each))


def by_programme(*words: str) -> Callable[[Told, str], Asked]:
    return lambda _told, _lang: ([*words, code] for code in GUIDELINES)


def allowed(told: Told, lang: str) -> Asked:
    asked = told.cases if lang == "vi" else told.one_each
    return (["cases", "allowed", case, "--by", told.signers[case]] for case in asked)


def tried(told: Told, lang: str) -> Asked:
    """Every verb with nothing filled in: refused, or said what it would do; nothing is written."""
    for verb, kept in list(VERBS.items())[:: 1 if lang == "vi" else 4]:
        for case in told.one_each[: 2 if lang == "vi" else 1] if kept.stream == "case" else [""]:
            by = told.signers.get(case, told.people[0])
            yield ["do", verb, *filter(None, [case]), "--by", by, "--reason", "Thử", "--try"]


ASKED: dict[str, Callable[[Told, str], Asked]] = {
    "status": once("status"),
    "verify": once("verify"),
    "register": once("register"),
    "search": lambda _told, _lang: (["search", text] for text in ("chi", "mau", "1", "2024 chi")),
    "refusals": once("refusals"),
    "tasks": once("tasks"),
    "review": lambda _told, _lang: (
        ["review", *asked]
        for asked in ([YEAR], [YEAR, "--against", "900"], [YEAR, "--against-year", "2025"], ["2030"])
    ),
    "what-if": lambda _told, _lang: (
        ["what-if", YEAR, "--programme", f"{code}.yaml"] for code in GUIDELINES
    ),
    "programmes list": once("programmes", "list"),
    "programmes show": by_programme("programmes", "show"),
    "programmes check": lambda _told, _lang: iter([["programmes", "check", str(PROGRAMMES / "an-phu.yaml")]]),
    "units list": once("units", "list"),
    "units show": lambda told, lang: (
        ["units", "show", unit] for unit in told.units[:: 1 if lang == "vi" else 6]
    ),
    "persons list": lambda told, _lang: (
        ["persons", "list", *place] for place in [[], *(["--for", unit] for unit in told.units[::8])]
    ),
    "persons show": lambda told, _lang: (["persons", "show", each] for each in told.people[::8]),
    "rounds list": once("rounds", "list"),
    "rounds owed": lambda _told, _lang: (["rounds", "owed", code, YEAR] for code in GUIDELINES),
    "rounds show": lambda _told, _lang: (["rounds", "show", code, YEAR] for code in GUIDELINES),
    "cases list": once("cases", "list"),
    "cases count": once("cases", "count"),
    "cases show": of_case("cases", "show"),
    "cases history": of_case("cases", "history"),
    "cases blame": of_case("cases", "blame"),
    "cases allowed": allowed,
    "documents list": once("documents", "list"),
    "revocation preview": of_case("revocation", "preview"),
    "do": tried,
}  # fmt: skip
NOT_ASKED = {
    "documents make": "writes a file: what stands on papers is read in tests/documents/papers",
    "demo": "its output is looked at where the samples are made",
    "init": "says where the log is, and no more",
    "serve": "serves pages until it is told to stop (tests/web)",
    "backup": "says which file, and no more",
    "restore": "says how many events, and no more",
    "rebuild": "names read models, as one of them is asked for",
    "export": "prints a scenario for machines",
    "play": "says what its lines are refused for: the sentences of `do`",
    "forms": "tells what is to be typed, which is codes, each with its words",
    "programmes publish": "says the code and version of a file",
    "programmes diagram": "draws: the drawings have tests of their own",
    "units import": "says how many, or what its lines are refused for: the sentences of `do`",
    "units template": "says which file, and no more",
    "rounds open": "says which round, and no more",
    "rounds lock": "says which round, and no more",
    "rounds reopen": "says which round, and no more",
    "rounds seal": "says which round, and no more",
}
