"""The files of a review, a comparison and the diagrams of the five samples: no code, and no other language."""

import csv
import json
import re
from io import BytesIO, StringIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from application.intake.scenario import play
from application.questions import cases as queries
from application.questions import organisation
from application.questions.clauses import clauses
from application.questions.persons import persons
from application.questions.review_names import named_review
from application.questions.year import Question
from application.questions.years_compared import Against, comparison
from command_line.demonstration import samples
from documents.diagrams.svg import svg
from documents.diagrams.titles import title_of
from documents.programmes.comparison import GUIDELINES
from documents.review.comparison_files import comparison_files
from documents.review.files import review_files
from tests.application.systems import a_system
from tests.architecture.test_words import VIETNAMESE
from tests.documents.charts import looking
from tests.programmes.files import mappings, programme
from tests.support.codes_shown import codes_in
from tests.support.world import PROGRAMMES, edition_at
from tests.support.written import written
from words.language import say

LANGUAGES = ("vi", "en")
ID_COLUMNS = ("case_id", "unit", "superior_code", "criteria_version", "code")
"""Columns whose titles say that an id stands there."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A CSV writes days like this, for every program that reads it."""

IN_LINES = re.compile(rb"<text[ >].*?</text>", re.DOTALL)
"""A text of a drawing is broken into lines; the whole of it stands in the description."""


class Made(NamedTuple):
    """The files by name, and by language; `ids` are those of persons and units."""

    files: dict[tuple[str, str], bytes]
    ids: list[str]
    roots: list[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What `bontot review 2024` leaves of the five samples, beside what was known before a revocation."""
    system = a_system(f"sqlite:///{tmp_path_factory.mktemp('samples')}/log.db")
    list(play(system, samples()))
    review = named_review(system, Question(2024))
    [revoked] = [case for case in queries.cases(system) if case["subject"] == "unit:KT-KHTH"]
    before = Against(queries.position_before_revocation(system, f"case:{revoked['case']}"))
    files = {}
    for language in LANGUAGES:
        compared = comparison(system, Question(2024), before, language)
        for make in (review_files(review, language), comparison_files(compared, language)):
            files |= {(name, language): content for name, content in written(make).items()}
    ids = [unit["code"] for unit in organisation.units(system)]
    ids += [each.person for each in persons(system)]
    system.close()
    return Made(files, ids, [compared.before.root, review.root])


def texts(name, content, language):
    """What a person reads in a file, but for cells under the headings of ids."""
    ids = {say(f"column.{column}", language) for column in ID_COLUMNS}
    if name.endswith(".html"):
        yield from _of_page(ET.fromstring(content), ids)  # noqa: S314 -- we wrote it ourselves
        return
    for rows in _sheets(name, content):
        yield from _of_rows(rows, ids)


def _of_page(root, ids):
    for table in root.iter("table"):
        rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
        yield from _of_rows(rows, ids)
    for part in [*root.iter("tbody"), *root.iter("style"), *root.iter(f"{looking.SPACE}style")]:
        part.clear()
    yield from (text for text in root.itertext() if text.strip())


def _sheets(name, content):
    if name.endswith(".csv"):
        yield list(csv.reader(StringIO(content.decode("utf-8-sig"))))
        return
    for sheet in load_workbook(BytesIO(content)).worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        yield [[sheet.title, sheet.oddHeader.left.text or ""], *rows[:1]]
        yield rows[1:]


def _of_rows(rows, ids):
    """The headings, and the cells of the columns that are not of ids."""
    for row in rows:
        for heading, cell in zip(rows[0], row, strict=False):
            said = isinstance(cell, str) and not DAY.fullmatch(cell)
            if said and (heading not in ids or row is rows[0]):
                yield cell


def without(text, asked_for):
    for each in asked_for:
        text = text.replace(each, "")
    return text


QUOTED = re.compile("“[^”]*”")


def given():
    """What people and programmes gave names to, and what gists of clauses quote of them, the longest first."""
    lines = [
        json.loads(line)
        for path in samples()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    labels = [label for code in GUIDELINES for label in mappings(programme(code))]
    found = {text for each in (*lines, *labels) for text in _strings(each)}
    found |= {text for each in clauses().values() for text in QUOTED.findall(each.en)}
    return sorted((text for text in found if VIETNAMESE.search(text)), key=len, reverse=True)


def _strings(value):
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "vi":
                yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, str):
        yield value


FILES = [
    "review.html", "review.xlsx", "review-comparison.xlsx", "counts.csv", "targets.csv", "quotas.csv",
    "recognitions.csv", "changes_after_submission.csv", "revoked.csv", "inflation.csv",
    "streaks.csv", "not_nominated.csv", "deadlines.csv", "after_the_seal.csv", "owed.csv", "basis.csv",
]  # fmt: skip


def test_every_file_is_looked_at_but_those_for_machines(made):
    assert {name for name, _ in made.files if not name.endswith(".json")} == {*FILES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_no_code_reaches_whoever_reads_a_review(made, name, language):
    read = list(texts(name, made.files[name, language], language))
    found = {
        code for text in read for code in codes_in(without(text, made.roots), language, made.ids)
    }

    assert read != []
    assert found == set()


@pytest.mark.parametrize("name", FILES)
def test_a_review_in_english_is_vietnamese_only_in_what_was_given_a_name(made, name):
    content = (
        IN_LINES.sub(b"", made.files[name, "en"])
        if name.endswith(".html")
        else made.files[name, "en"]
    )
    read = "\n".join(texts(name, content, "en"))
    read = without(read, given())

    assert [line for line in read.splitlines() if VIETNAMESE.search(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", GUIDELINES)
def test_no_code_stands_in_a_diagram(code, language):
    edition = edition_at(PROGRAMMES / f"{code}.yaml")
    drawn = [
        svg(each, language, title=title_of(edition.programme, name, language))
        for name, each in edition.definitions.items()
    ]
    read = [text for each in drawn for text in ET.fromstring(each).itertext()]  # noqa: S314 -- as above

    assert {found for text in read for found in codes_in(text, language)} == set()
