"""Whatever a command tells of the five samples is told in words: no code reaches a person."""

import re
from collections.abc import Iterator

import pytest
import typer

from command_line.main import app
from tests.command_line.told_of_samples import ASKED, LANGUAGES, NOT_ASKED, printed
from tests.support.codes_shown import codes_in, shown_codes

pytestmark = pytest.mark.xdist_group("told of the samples")
"""One process keeps what each command printed for all that look at it."""
TYPED = re.compile(
    r"(?<=\S) \((?:[A-Z0-9][A-Za-z0-9.-]*/)?[a-z][a-z_-]*(?:\[\.*\d*\]|\.[a-z_]+)*\)|^.* cases list --database .*$",
    re.MULTILINE,
)
"""What people type, as it is typed: a field of the data or an organ behind what it is called, the next command."""


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
    return in_words(told, printed(words, told.url, lang), lang)


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
