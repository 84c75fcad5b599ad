"""Both catalogues say the same things, in order, and what is kept is what was read."""

import re
import string
import sys

import pytest

from scripts.words import ordered
from words import catalogue as reading
from words.catalogue import HERE, catalogue, kept_at, parsed
from words.language import LANGUAGES, chosen, find, say

PLACES = {
    language: {key: {f[1] for f in string.Formatter().parse(text) if f[1]} for key, text in of.items()}
    for language, of in ((language, catalogue(language)) for language in LANGUAGES)
}  # fmt: skip


def test_both_languages_have_the_same_keys():
    assert set(catalogue("vi")) == set(catalogue("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_without_words(language):
    assert [key for key, text in catalogue(language).items() if not text.strip()] == []


def test_both_languages_have_the_same_placeholders():
    differ = [key for key, places in PLACES["vi"].items() if places != PLACES["en"][key]]

    assert differ == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_entries_stand_in_order(language):
    keys = re.findall(r'^msgid "(.+)"$', (HERE / f"{language}.po").read_text("utf-8"), re.MULTILINE)

    assert keys == sorted(keys)
    assert set(keys) == set(catalogue(language))


def test_sorting_puts_an_added_word_in_its_place_and_changes_nothing_else():
    added = b'\nmsgid "aaa.first"\nmsgstr "words"\n'
    source = (HERE / "en.po").read_bytes()

    found = parsed(ordered(source + added))

    assert found == {"aaa.first": "words", **catalogue("en")}
    assert next(iter(found)) == "aaa.first"


def test_sorting_refuses_a_key_that_stands_twice():
    source = (HERE / "en.po").read_bytes()

    with pytest.raises(ValueError, match="twice"):
        ordered(source + b'\nmsgid "value.yes"\nmsgstr "aye"\n')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kept_form_is_equal_to_what_babel_reads(language, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    catalogue.cache_clear()
    first = dict(catalogue(language))
    catalogue.cache_clear()

    assert catalogue(language) == first == parsed((HERE / f"{language}.po").read_bytes())


def test_a_kept_form_of_other_words_or_in_pieces_is_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "HERE", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "en.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    try:
        for words in ("old", "new"):
            path.write_text(f'{head}msgid "a"\nmsgstr "{words}"\n', encoding="utf-8")
            catalogue.cache_clear()
            assert catalogue("en") == {"a": words}
        kept_at(path).write_bytes(b"{")
        catalogue.cache_clear()
        assert catalogue("en") == {"a": "new"}
    finally:
        catalogue.cache_clear()


def test_an_unknown_key_is_a_fault_and_an_unknown_code_is_asked_for():
    with pytest.raises(KeyError):
        say("no.such.key", "vi")

    assert find("no.such.key", "vi") is None
    assert find("verb.appraise", "vi") == "Thẩm định"


@pytest.mark.parametrize(("typed", "language"), [("vi", "vi"), ("en_GB.UTF-8", "en"), ("", "vi")])
def test_the_language_is_vietnamese_unless_english_was_chosen(typed, language):
    assert chosen(typed) == language
