"""A log that an earlier bontot kept is opened, goes on, and is read as if it had always been kept so."""

import pytest
import sqlalchemy as sa

from application.intake.scenario import play
from application.running.bootstrap import open_system
from projections.engine import READ_MODELS, catch_up, rebuild
from tests.application.systems import scenario_of
from tests.support.old_logs import LINES, restore


@pytest.fixture
def system(fresh_url):
    url = fresh_url()
    restore(url)
    opened = open_system(url)
    yield opened
    opened.close()


def rest_of_the_year(folder):
    """The lines of the sample that the old log does not have."""
    sample = scenario_of("kon-tum")
    rest = folder / "rest.jsonl"
    lines = sample.read_text(encoding="utf-8").splitlines()[LINES:]
    rest.write_text("\n".join(lines), encoding="utf-8")
    return rest


def records(system):
    """Every record of every read model."""
    with system.ledger.connection() as connection:
        return {
            model.name: connection.execute(sa.select(model.view).order_by("stream")).all()
            for model in READ_MODELS
        }


def test_the_year_goes_on_as_if_nothing_had_happened(system, tmp_path):
    catch_up(system.ledger)
    told = list(play(system, [rest_of_the_year(tmp_path)]))
    assert [line for line in told if not line.as_expected] == []
    assert system.ledger.verify().ok
    assert {at for _, at in READ_MODELS.positions(system.ledger)} == {system.ledger.head().position}
    kept = records(system)
    rebuild(system.ledger)
    assert records(system) == kept
