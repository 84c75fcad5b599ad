"""A date is written as the language of its sentence writes it, in whatever a command tells of the five samples.

Left out are texts that people typed (reasons, remarks, statements): they stay as typed, with the dates in them.
"""

import re

import pytest

from tests.command_line.told_of_samples import ASKED, printed

pytestmark = pytest.mark.xdist_group("told of the samples")
"""One process keeps what each command printed for all that look at it."""
VIETNAMESE = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")
ENGLISH = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b")
VIETNAMESE_LETTERS = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
FOREIGN = {"vi": ENGLISH, "en": VIETNAMESE}


def foreign_dates(output, lang):
    """Lines with a date of the other language, but for a text that was typed in Vietnamese."""
    found = [line for line in output.splitlines() if FOREIGN[lang].search(line)]
    return [line for line in found if lang == "vi" or not _typed(line)]


def _typed(line):
    """Whether the words just before the date are Vietnamese: a text that somebody typed."""
    return all(
        VIETNAMESE_LETTERS.search(line[max(0, at.start() - 30) : at.start()])
        for at in VIETNAMESE.finditer(line)
    )


@pytest.mark.parametrize("lang", FOREIGN)
@pytest.mark.parametrize("command", ASKED)
def test_a_date_is_written_in_the_language_of_its_sentence(told, command, lang):
    wrong = {
        line
        for words in ASKED[command](told, lang)
        for line in foreign_dates(printed(words, told.url, lang), lang)
    }

    assert sorted(wrong) == []


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("en", "There is no round of 2030 by 29/11/2026.", True),
        ("en", "There is no round of 2030 by 29 Nov 2026.", False),
        ("en", "reason: Họp ngày 29/11/2026", False),
        ("vi", "Không có đợt nào tính đến ngày 29 Nov 2026.", True),
        ("vi", "Không có đợt nào tính đến ngày 29/11/2026.", False),
    ],
)
def test_a_date_of_the_other_language_is_found(lang, text, wrong):
    assert bool(foreign_dates(text, lang)) == wrong
