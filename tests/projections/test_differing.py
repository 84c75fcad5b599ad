"""Read models are not believed: compared with the log, every forged, missing or added row is found."""

import pytest
import sqlalchemy as sa

from application.intake.scenario import play
from projections.engine import READ_MODELS, differing, rebuild
from tests.application.systems import a_system
from tests.support import small_year


@pytest.fixture
def system(fresh_url, tmp_path):
    made = a_system(fresh_url())
    lines = small_year.write(tmp_path / "y.jsonl", small_year.set_up(), small_year.year())
    assert all(told.as_expected for told in play(made, [lines]))
    yield made
    made.close()


def change(system, statement):
    with system.ledger.transaction() as connection:
        changed = connection.exec_driver_sql(statement).rowcount
        assert changed > 0


def test_read_models_that_nobody_touched_are_as_the_log(system):
    assert differing(system.ledger) == []


@pytest.mark.parametrize(
    ("statement", "model"),
    [
        ("UPDATE read_register_1 SET title = 'khác'", "register"),
        ("DELETE FROM read_units_1 WHERE code = 'CB'", "units"),
        ("UPDATE read_status_1 SET stage = 'decided'", "status"),
        ("UPDATE head SET position = position + 5 WHERE name = 'register'", "register"),
        ("DELETE FROM read_units_words_1 WHERE word = 'cb'", "units"),
    ],
)
def test_what_was_changed_in_a_read_model_is_found_and_a_rebuild_mends_it(system, statement, model):
    change(system, statement)

    assert [each.model for each in differing(system.ledger)] == [model]
    rebuild(system.ledger, model)
    assert differing(system.ledger) == []


def test_every_read_model_is_compared(system):
    for model in READ_MODELS:
        with system.ledger.transaction() as connection:
            connection.execute(sa.delete(model.table(model.table_name(1))))
    with_rows = {"status", "register", "tasks", "units", "persons", "rounds"}

    assert {each.model for each in differing(system.ledger)} >= with_rows - {"tasks"}
