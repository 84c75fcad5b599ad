"""Help, usage and errors of every command, group, option and argument are in the language chosen, and in no other."""

import re

import pytest

from command_line.main import run, tree
from words.catalogue import catalogue
from words.language import LANGUAGES

VIETNAMESE = re.compile(
    "[ăâđêôơưàáạảãấầẩẫậắằẳẵặèéẹẻẽếềểễệìíỉịĩòóọỏõốồổỗộớờởỡợùúụủũứừửữựỳýỵỷỹ]", re.IGNORECASE
)
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|show|this|message|exit|try|for|help|missing|invalid|value|such|default"
    r"|required|required|the|of|and|or|is|not|one|no|a|text|integer|path|file|person|date|day|unit|case|period|did|you|mean)\b",
    re.IGNORECASE,
)
"""Words of typer's own sentences, and of ours."""
KEYS = (
    "do", "by", "reason", "programme", "subject", "period", "target", "unit", "person", "year", "signed_by",
    "for", "on", "at", "data", "expect", "note",
)  # fmt: skip
"""The keys of a scenario's line, which its help lists."""
TYPED_ALIKE = re.compile(
    r"--?[\w-]+|bontot( [a-z-]+)*|docs/\S+|^  [a-z-]+  |\bvi\b|mermaid|var/|“play”|unit:|member:"
    rf"|(?:\b(?:{'|'.join(KEYS)})[,.]\s*)+"
)
"""What a person types is the same in both languages."""


def commands(command=None, path=()):
    """Every group and command with the names that lead to it."""
    command = command or tree()
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*path, name))


TREE = dict(commands())
PARAMETERS = {
    (*path, parameter.name): parameter
    for path, command in TREE.items()
    for parameter in command.params
}
ENDS = [path for path, command in TREE.items() if not hasattr(command, "commands")]
GROUPS = [path for path in TREE if path not in ENDS]


@pytest.fixture
def said(capsys, monkeypatch):
    """What `bontot` says to a line that ends with an exit code, in the language of which nothing else is said."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("BONTOT_LANG", raising=False)

    def line(*words, language="vi", code=0):
        chosen = () if language == "vi" else ("--lang", language)
        assert run([*chosen, *words]) == code
        told = capsys.readouterr()
        only_in(told.out + told.err, language)
        return told.err if code else told.out

    return line


def only_in(text, language):
    foreign = ENGLISH if language == "vi" else VIETNAMESE
    lines = [TYPED_ALIKE.sub(" ", line) for line in text.splitlines()]

    assert [line for line in lines if foreign.search(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_every_command_and_group_has_help_in_each_language_alone(said, path, language):
    shown = said(*path, "--help", language=language)

    assert catalogue(language)[".".join(("help", *(path or ["bontot"])))] in shown
    for option in ("--help", "--lang"):
        assert option in shown


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=map(" ".join, PARAMETERS))
def test_every_option_and_argument_is_declared_by_keys(parameter):
    flag = getattr(parameter, "is_flag", False)

    for language in LANGUAGES:
        assert parameter.help in catalogue(language)
        assert flag or parameter.metavar in catalogue(language)


@pytest.mark.parametrize("path", ENDS, ids=" ".join)
def test_a_day_is_that_of_a_paper_only_where_something_is_or_would_be_done(path):
    asked = {each.name: each.help for each in TREE[path].params}
    if "on" in asked:
        acts = "reason" in asked or path == ("cases", "allowed")
        assert asked["on"] == ("help.option.on" if acts else "help.option.on_day")


def test_no_help_has_words_that_nobody_is_shown():
    keys = {".".join(("help", *(path or ["bontot"]))) for path in TREE}
    keys |= {each.help for each in PARAMETERS.values()} | {"help.option.help"}
    keys |= {each.metavar for each in PARAMETERS.values() if each.metavar}

    assert {key for key in catalogue("vi") if key.startswith("help.")} - keys == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_an_unknown_option_is_wrong_use_of_every_command(said, path, language):
    told = said(*path, "--khong-co", language=language, code=2)

    assert "“--khong-co”" in told
    assert " ".join(["bontot", *path, "--help"]) in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", GROUPS, ids=" ".join)
def test_a_group_without_a_command_shows_its_help_and_is_wrong_use(said, path, language):
    told = said(*path, language=language, code=2)

    assert catalogue(language)["usage.no_command"] in told
    assert all(name in told for name in TREE[path].commands)


NEEDING = [path for path in ENDS if any(each.required for each in TREE[path].params)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", NEEDING, ids=" ".join)
def test_what_is_missing_is_named_with_what_it_is_for(said, path, language):
    told = said(*path, language=language, code=2)

    needed = [catalogue(language)[each.help] for each in TREE[path].params if each.required]
    assert any(about in told for about in needed)


WRONG = {
    "cases lst": ("“lst”. Gần nhất: list", "“lst”. Nearest: list"),
    "hoi-gi": ("Không có lệnh “hoi-gi”.", "There is no command “hoi-gi”."),
    "cases list --lnag": ("Gần nhất: --lang", "Nearest: --lang"),
    "cases list --size x": ("“x” không dùng được cho --size SỐ; cần một số nguyên", "cannot be taken for --size N"),
    "review nam": ("“nam” không dùng được cho NĂM", "“nam” cannot be taken for YEAR"),
    "review 2024 --processes 99": ("từ 1 đến 64", "from 1 to 64"),
    "programmes diagram a b --format png": ("một trong: mermaid, svg", "one of: mermaid, svg"),
    "cases list thừa": ("Thừa: thừa", ""),
    "cases list --json=1": ("--json không nhận giá trị", "--json takes no value"),
    "cases list --sort": ("Sau --sort MỤC phải có giá trị", "--sort KEY needs a value"),
    "cases show CB 2024 --as-of": ("Sau --as-of NGÀY", "--as-of DATE needs"),
    "status -x": ("Không có tuỳ chọn “-x”", "no option “-x”"),
    "units show \x1b[2J\x07 thừa": ("Thừa: thừa", ""),
    "refusals \x1b[2J": (r"Thừa: \x1b[2J", r"Too much: \x1b[2J"),
}  # fmt: skip


@pytest.mark.parametrize("line", WRONG)
def test_what_is_typed_wrongly_is_told_in_each_language_with_exit_code_2(said, line):
    for language, words in zip(LANGUAGES, WRONG[line], strict=True):
        if words:
            assert words in said(*line.split(" "), language=language, code=2)


@pytest.mark.parametrize(
    "line",
    [
        "--lang en cases --no",
        "cases --lang en --no",
        "cases --no --lang=en",
        "--no cases list --lang en",
    ],
)
def test_the_language_may_stand_anywhere(capsys, line):
    assert run(line.split()) == 2
    assert "There is no option “--no”" in capsys.readouterr().err


def test_the_language_of_the_settings_counts_where_the_line_names_none(capsys, monkeypatch):
    monkeypatch.setenv("BONTOT_LANG", "en")

    assert run(["cases", "--help"]) == 0
    assert "Usage" in capsys.readouterr().out
    assert run(["--lang", "vi", "cases", "--help"]) == 0
    assert "Cách dùng" in capsys.readouterr().out


def test_a_language_before_the_command_is_the_commands(capsys):
    for line in (("--lang", "en"), ("programmes", "--lang", "en")):
        words = ("check", "khong-co.yaml") if line[0] == "programmes" else ("register",)
        assert run([*line, *words]) == 1
        only_in(capsys.readouterr().err.replace("khong-co.yaml", ""), "en")


def test_a_language_that_there_is_none_of_is_refused(said):
    assert "Chọn một trong: vi, en" in said("status", "--lang", "fr", code=2)


@pytest.mark.parametrize("option", ["--due-before", "--as-of"])
def test_a_day_that_is_none_is_told_with_its_option(year, option):
    for language, words in (
        ("vi", "lịch không có ngày “31/02/2024”"),
        ("en", "the calendar has no"),
    ):
        told = year("cases", "list", option, "31/02/2024", "--lang", language, code=2).stderr
        assert words in told
        assert catalogue(language)[f"field.{option.strip('-').replace('-', '_')}"] in told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_bytes_that_are_no_letters_are_a_wrong_use(language, capsys):
    assert run(["units", "show", "\udcff", "--lang", language]) == 2

    assert "Unicode" in capsys.readouterr().err
