"""A programme in words: each value with its clause in the guideline's sentences, each assumption with its reason."""

import re

import pytest

from application.questions.clauses import clauses, sentences, text_of
from application.questions.defaults import defaults, named_by
from documents.programmes.clause_marks import Shown
from documents.programmes.sheet import clauses_named, programme_sheet
from tests.programmes.files import TEXTS, text_lines
from tests.support.world import PROGRAMMES, edition_at

FILES = ("kon-tum", "son-la", "soc-trang", "cam-giang", "power-tkv", "an-phu")
NAMED_IN_A_TEXT = {("son-la", 83), ("soc-trang", 11), ("soc-trang", 31)}
"""Lines in which a guideline names a person, whose name is left out here."""


def told(code, language="vi"):
    """The tables of a programme by name, and what was marked in them."""
    shown = Shown(edition_at(PROGRAMMES / f"{code}.yaml"), language)
    tables = {table.name: list(table.rows) for table in programme_sheet(shown, language)}
    return tables, shown


def parts(code, language="vi"):
    tables, _ = told(code, language)
    return {name: "\n".join(lines) for name, lines in tables["parts"]}


@pytest.mark.parametrize("code", FILES)
def test_every_assumed_value_is_told_beside_the_default_it_rests_on(code):
    _, shown = told(code)
    assert set(shown.edition.assumptions) - shown.told == set()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", FILES)
def test_every_default_of_a_programme_is_told_with_its_reason(code, language):
    tables, shown = told(code, language)
    reasons = {name: why for name, _, why in tables["why_assumed"]}
    assert list(reasons) == named_by(shown.edition)
    assert all(why == defaults()[name].why.text(language) for name, why in reasons.items())


@pytest.mark.parametrize("code", FILES)
def test_every_clause_of_a_programme_stands_beside_a_value_and_is_quoted(code):
    tables, shown = told(code)
    values = str([tables["parts"], tables["criteria"], tables["steps"]])
    beside = set(re.findall(r"\b[A-Z]{2}-[A-Z]{3}-[\w.]*\w", values))
    quoted = {clause for clause, text in tables["clauses"] if text}
    assert clauses_named(shown.edition) - beside == set()
    assert clauses_named(shown.edition) == quoted


def test_what_a_guideline_leaves_open_says_so_where_it_stands():
    said = parts("kon-tum")
    assert "tổng điểm ≥ 80 (giả định D-01)" in said["Chấm điểm, mức đạt"]
    assert "10 ngày" in said["Lấy ý kiến"]
    assert "KT-STP-2b, giả định D-23" in said["Lấy ý kiến"]


def test_what_is_all_assumed_cites_no_clause():
    [line] = [each for each in parts("kon-tum")["Huỷ bỏ"].split("\n") if "nhắc khi" in each]
    assert line.endswith("(giả định D-32)")


def test_what_the_guideline_gives_is_not_called_assumed():
    assert "90 + 10 (KT-SCO-1, KT-SCO-2, KT-THR-5)" in parts("kon-tum")["Chấm điểm, mức đạt"]


@pytest.mark.parametrize("code", FILES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_path_and_no_code_of_the_file_is_shown(code, language):
    tables, _ = told(code, language)
    told_in_words = str([tables["parts"], tables["criteria"], tables["steps"]])
    assert re.findall(r"\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+\.[a-z]+\.\w+", told_in_words) == []


def test_a_clause_is_quoted_in_the_words_of_its_guideline():
    assert "Lấy ý kiến các cơ quan tham mưu, giúp việc của cấp uỷ" in text_of("KT-STP-2b", "vi")
    assert text_of("KT-STP-2b", "en").startswith("Advisory") or "\n" in text_of("KT-STP-2b", "en")


def test_a_clause_that_nobody_wrote_has_no_words():
    assert text_of("KT-XXX-9", "vi") == ""


@pytest.mark.parametrize("code", TEXTS)
def test_a_clause_is_quoted_letter_by_letter(code):
    lines = text_lines(code)
    prefix = {"kon-tum": "KT", "son-la": "SL", "soc-trang": "ST", "cam-giang": "CG"}.get(code, "PW")
    for clause in (each for each in clauses() if each.startswith(prefix)):
        numbers = [n for n in clauses()[clause].lines() if lines[n].strip()]
        texts = [" ".join(lines[n].split()).lstrip("-+ ") for n in numbers]
        named = any((code, n) in NAMED_IN_A_TEXT for n in numbers)
        assert named or sentences(clause) == texts[: len(sentences(clause))], clause
