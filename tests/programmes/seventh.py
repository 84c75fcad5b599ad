"""The seventh programme's log under test: lines that are done, codes for which one is refused."""

import pytest

from application.intake.scenario import play
from application.questions import cases as queries
from tests.application.systems import a_system, played
from tests.support import quarters as q
from tests.support import small_year


@pytest.fixture
def system(tmp_path):
    system = a_system(f"sqlite:///{tmp_path}/log.sqlite")
    assert played(system, tmp_path / "set-up.jsonl", q.set_up()) == []
    yield system
    system.close()


@pytest.fixture
def codes(system, tmp_path):
    """The codes for which a line is refused; none where it is done."""

    def asked(line):
        [told] = play(system, [small_year.write(tmp_path / "one.jsonl", [line])])
        return {reason.code for reason in told.refusals}

    return asked


@pytest.fixture
def done(system, tmp_path):
    """Lines that have to be done."""

    def played_whole(*lines):
        assert played(system, tmp_path / "done.jsonl", lines) == []

    return played_whole


def stages(system):
    rows = queries.cases(system)
    return {(row["subject"], row["period"]): row["stage"] for row in rows}
