"""What is told of a case, or of a programme, is told in its own programme's words, never in another's.

Covered: every command that is asked about one case or one programme, and the rows of every list that say of
which programme they are. Programmes that call one code differently are what it is looked for with.
"""

from functools import cache

import pytest

from documents.programmes.comparison import GUIDELINES
from tests.command_line.told_of_samples import ASKED, LANGUAGES, bontot, printed
from tests.programmes.files import programme
from words.catalogue import catalogue

SECTIONS = ("stages", "titles", "subjects", "roles", "rewards")
TYPED = {"Văn phòng Đảng ủy"}
"""What the samples' lines typed as an issuer, and a programme calls one of its roles."""
OF_A_CASE = ("cases show", "cases history", "cases blame", "cases allowed", "revocation preview")
OF_A_PROGRAMME = ("programmes show", "rounds show")
OF_LISTS = ("cases list", "cases count", "register", "tasks")


@cache
def labels(code, language):
    """By section and code, what a programme calls it."""
    rules = programme(code)
    return {
        (section, key): label[language]
        for section in SECTIONS
        for key, label in rules.get(section, {}).items()
        if language in label
    }


@cache
def anothers(code, language):
    """Words that others have for a code which this one calls otherwise, and that it and bontot have for nothing."""
    own = labels(code, language)
    found = {
        word
        for other in GUIDELINES
        for key, word in labels(other, language).items()
        if own.get(key, word) != word
    }
    return frozenset(found - {*own.values(), *catalogue(language).values(), *TYPED})


def cells(output):
    """What stands in a cell, with each of the words that a cell lists."""
    for line in output.splitlines():
        cell = line.rpartition(" ¦ ")[2].strip()
        yield from (each.strip() for each in (cell, *cell.split("; "), *cell.split(" / ")))


def test_the_guidelines_do_call_things_differently():
    assert all(anothers(code, "vi") for code in GUIDELINES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", OF_A_CASE)
def test_a_case_is_told_in_the_words_of_its_programme(told, command, lang):
    of = told.programmes
    wrong = {
        (words[2], cell)
        for words in ASKED[command](told, lang)
        for cell in cells(printed(words, told.url, lang))
        if cell in anothers(of[words[2]], lang)
    }

    assert wrong == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", OF_A_PROGRAMME)
def test_a_programme_is_told_in_its_own_words(told, command, lang):
    wrong = {
        (words[2], cell)
        for words in ASKED[command](told, lang)
        for cell in cells(printed(words, told.url, lang))
        if cell in anothers(words[2], lang)
    }

    assert wrong == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", OF_LISTS)
def test_a_list_tells_each_row_in_the_words_of_its_programme(told, command, lang):
    """A list of one programme's rows shows none of the words of others."""
    wrong = {
        (code, cell)
        for code in GUIDELINES
        for cell in cells(bontot(*command.split(), "--programme", code, url=told.url, lang=lang))
        if cell in anothers(code, lang)
    }
    whole = [cell for cell in cells(printed(command.split(), told.url, lang)) if " / " in cell]

    assert wrong == set()
    assert whole == []
