"""Whatever a command tells of the five samples is told in words: no code reaches a person.

The commands are taken from the command line itself, so that a new one is asked too, or is named in
`NOT_ASKED` with the reason.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from application.bootstrap import open_system
from application.questions import cases as queries
from application.questions import organisation, persons
from command_line import terminal
from command_line.main import app
from documents.programme_comparison import GUIDELINES
from domain.catalogue import VERBS
from tests.programmes.files import PROGRAMMES
from tests.support.codes_shown import Cells, codes_in, shown_codes

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

    @property
    def ids(self) -> list[str]:
        return [*self.units, *self.people, *GUIDELINES]


def bontot(*words: str, url: str = "", lang: str = "vi"):
    """What a command prints, cell by cell; on both streams."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terminal, "Console", Cells)
        run = CliRunner(env={"BONTOT_DATABASE": url})
        done = run.invoke(app, [*words, "--lang", lang])
    assert done.exit_code in {0, 1}, (words, done.output)
    assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.output)
    return done.output


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    out = tmp_path_factory.mktemp("samples") / "demo"
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
    "review": lambda _told, _lang: iter(
        [["review", YEAR], ["review", YEAR, "--against", "900"], ["review", YEAR, "--against-year", "2025"]]
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
    "rounds show": lambda _told, _lang: (["rounds", "show", code, YEAR] for code in GUIDELINES),
    "cases list": once("cases", "list"),
    "cases count": once("cases", "count"),
    "cases show": of_case("cases", "show"),
    "cases history": of_case("cases", "history"),
    "cases blame": of_case("cases", "blame"),
    "cases allowed": allowed,
    "revocation preview": of_case("revocation", "preview"),
    "do": tried,
}  # fmt: skip
NOT_ASKED = {
    "demo": "its output is looked at where the samples are made",
    "init": "says where the log is, and no more",
    "rebuild": "names read models, as one of them is asked for",
    "export": "prints a scenario for machines",
    "play": "says what its lines are refused for: the sentences of `do`",
    "forms": "tells what is to be typed, which is codes, each with its words",
    "programmes publish": "says the code and version of a file",
    "programmes diagram": "draws: the drawings have tests of their own",
    "units import": "says how many, or what its lines are refused for: the sentences of `do`",
    "rounds open": "says which round, and no more",
    "rounds lock": "says which round, and no more",
    "rounds reopen": "says which round, and no more",
    "rounds seal": "says which round, and no more",
}
TYPED = re.compile(
    r"(?<=\S) \([a-z_]+(?:\[\.*\d*\]|\.[a-z_]+)*\)|^.* cases list --database .*$", re.MULTILINE
)
"""What people type, as it is typed: a field of the data behind what it is called, the next command."""


def commands(group, path=()) -> Iterator[str]:
    """Every command by its name in the tree of the command line."""
    for name, each in group.commands.items():
        yield from (
            commands(each, (*path, name))
            if hasattr(each, "commands")
            else [" ".join((*path, name))]
        )


def codes_of(told, words, lang):
    """What a command shows, by heading."""
    return in_words(told, bontot(*words, url=told.url, lang=lang), lang)


def in_words(told, output, lang):
    """The codes in an output, but for the proof of the log, which people copy, and for what they type."""
    return shown_codes(TYPED.sub("", output.replace(told.root, "")), lang, told.ids)


def test_every_command_is_asked_or_named():
    assert sorted(commands(typer.main.get_command(app))) == sorted([*ASKED, *NOT_ASKED])


def test_the_demonstration_has_no_codes(told):
    shown = in_words(told, told.printed, "vi")

    assert sorted(shown) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ASKED)
def test_what_a_command_tells_has_no_codes(told, command, lang):
    shown = {
        (heading, code, " ".join(words[:3]))
        for words in ASKED[command](told, lang)
        for heading, code in codes_of(told, words, lang)
    }

    assert sorted(shown) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("thay mặt KT-DUK/standing_committee, mở hồ sơ", ["KT-DUK/standing_committee"]),
        ("mở hồ sơ của unit:KT-KHTH, kỳ 2024", ["unit:KT-KHTH"]),
        ("hồ sơ 54edbce8-e787-5e9f-8753-b47999b7d215", ["54edbce8-e787-5e9f-8753-b47999b7d215"]),
        ("theo quyền person:kt-09@2, mức PASS", ["person:kt-09@2", "PASS"]),
        ("không thể open-case khi hồ sơ ở explained", ["open-case", "explained"]),
        ("ghi ngày 2024-12-05", ["2024-12-05"]),
        ("kt-09 ký cho KT-KHTH", ["kt-09", "KT-KHTH"]),
        ("the case is closed", ["the", "case", "is", "closed"]),
        ("Ban Thường vụ quyết định 12-QĐ/ĐU ngày 05/12/2024, do Chi bộ 3 đề nghị", []),
        ("xem review-2024/review.html", []),
    ],
)  # fmt: skip
def test_a_code_in_a_sentence_is_found(text, codes):
    assert codes_in(text, "vi", ["kt-09", "KT-KHTH"]) == codes


def test_in_english_only_what_cannot_be_a_word_is_found():
    assert codes_in("open-case at PASS by kt-09: decide", "en", ["kt-09"]) == [
        "open-case", "PASS", "kt-09",
    ]  # fmt: skip
