"""Logs in which sample years have happened, and a paper of one of their cases."""

import pytest

from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from documents.programmes.comparison import GUIDELINES
from tests.application.systems import a_sample, a_system, played
from tests.support import small_year


@pytest.fixture(scope="session")
def years(tmp_path_factory):
    """The log of a sample year by the code of its programme, played once."""
    folder, logs = tmp_path_factory.mktemp("years"), {}

    def of(code):
        if code not in logs:
            logs[code] = a_sample(f"sqlite:///{folder}/{code}.sqlite", code)
        return logs[code]

    assert set(GUIDELINES) >= {"kon-tum", "son-la"}
    yield of
    for system in logs.values():
        system.close()


def paper(system, code, name, period="2024", **of):
    """The bytes of a paper of a case."""
    return made(system, code, name, period, **of).as_word()


def made(system, code, name, period="2024", **of):
    """A paper of a case as it is made from the log."""
    case = case_named(system, name, period, of.pop("programme", ""))
    return making.make(code, case_on_paper(system, case, **of))


@pytest.fixture
def small(sqlite_url, tmp_path):
    """A log of the small year: `small()`, or with lines changed by `small(change)`."""
    systems = []

    def of(change=lambda line: line):
        lines = [change(line) for line in (*small_year.set_up(), *small_year.year())]
        systems.append(a_system(sqlite_url()))
        assert played(systems[-1], tmp_path / "year.jsonl", lines) == []
        return systems[-1]

    yield of
    for system in systems:
        system.close()
