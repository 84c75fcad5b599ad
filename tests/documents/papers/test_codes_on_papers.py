"""What stands on a paper stands there in words, in the language of the paper: no code, no day of another language."""

import re

import pytest

from application.questions import cases as queries
from application.questions import organisation, persons
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from documents.papers.registry import papers
from documents.programmes.comparison import GUIDELINES
from domain.refusal import RefusedError
from tests.documents.papers.read_back import lines_of
from tests.support.codes_shown import codes_in

ITEM = re.compile(r"[0-9IVX]+(\.\d+)*")
"""The item of a criterion, as the guideline counts it."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("programme", GUIDELINES)
def test_no_code_stands_on_any_paper_of_the_sample_years(years, programme, language):
    system = years(programme)
    units = [each["code"] for each in organisation.units(system)]
    people = [each.person for each in persons.persons(system) if each.name != each.person]
    own, root = [*units, *people, *GUIDELINES], system.ledger.head().root.hex()
    found = {
        (code, each, line)
        for row in queries.cases(system)[:: 1 if language == "vi" else 3]
        for code in papers()
        for line in on_paper(system, code, row["case"], language)
        if line != root and not ITEM.fullmatch(line)
        for each in codes_in(line, language, own)
    }

    assert sorted(found) == []


def on_paper(system, code, case, language):
    """The lines of a paper; none where the case cannot have it."""
    try:
        made = making.make(code, case_on_paper(system, case, language=language))
    except RefusedError:
        return []
    return lines_of(made.as_word())
