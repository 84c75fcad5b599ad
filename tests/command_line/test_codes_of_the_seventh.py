"""What a file alone says beyond the five guidelines is told in words too: of its programme, its cases, its year."""

import pytest

from application.questions import cases as queries
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.command_line.test_codes_shown import TYPED
from tests.command_line.told_of_samples import LANGUAGES, bontot
from tests.support import quarters as q
from tests.support.codes_shown import shown_codes

IDS = [
    q.CODE, *q.UNITS, *q.MEMBERS, "EXCELLENT", "WELL", "COMPLETED", "NOT_COMPLETED", "REGULAR", "THEMATIC",
]  # fmt: skip
"""Codes of this file, its units and people that are no words of either language."""
CASES = [("unit:X", "2024"), ("unit:X", "2024-Q1"), ("member:m1", "2024"), ("member:m2", "2024")]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The log of the seventh programme's year, midway through what follows a revocation."""
    folder = tmp_path_factory.mktemp("seventh")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    lines = [*q.set_up(), *q.won_year(), q.rewarded(), *q.revoked("member:m1", "2025-02-01")]
    assert played(system, folder / "year.jsonl", lines) == []
    assert len(queries.cases(system)) > len(CASES)
    system.close()
    return f"sqlite:///{folder}/log.sqlite"


NAMES = [case_stream(q.CODE, *of).removeprefix("case:") for of in CASES]
ASKED = {
    "programmes check": [["programmes", "check", str(q.FILE)]],
    "programmes show": [["programmes", "show", q.CODE]],
    "lists": [["tasks"], ["cases", "list"], ["register"], ["rounds", "list"]],
    "cases show": [["cases", "show", name] for name in NAMES],
    "cases history": [["cases", "history", name] for name in NAMES],
    "cases blame": [["cases", "blame", name] for name in NAMES],
    "cases allowed": [["cases", "allowed", name, "--by", "X-cell"] for name in NAMES],
    "review": [["review", "2024"]],
    "revocation": [["revocation", "preview", NAMES[-1]]],
    "persons": [["persons", "show", "m1"]],
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("asked", ASKED)
def test_no_code_reaches_a_person(told, asked, lang):
    found = {
        (heading, code, " ".join(words[:2]))
        for words in ASKED[asked]
        for heading, code in shown_codes(
            TYPED.sub("", bontot(*words, url=told, lang=lang)), lang, IDS
        )
    }

    assert sorted(found) == []


@pytest.mark.parametrize(
    ("lang", "labels"),
    [("vi", ("Được khuyến khích", "Kiểm phiếu lại")), ("en", ("Encouraged", "Count again"))],
)
def test_the_diagram_names_the_stages_of_the_grades_and_the_recount(told, lang, labels):
    drawn = bontot("programmes", "diagram", q.CODE, "cell", url=told, lang=lang)

    assert all(label in drawn for label in labels)
