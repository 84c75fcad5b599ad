"""Read models built inline, caught up and rebuilt are the same, and know where they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import UnknownTopicError
from ledger.ledger import Ledger
from projections.cases.status import STATUS
from projections.engine import READ_MODELS, catch_up, inline, prepare, rebuild
from projections.machinery.catching_up import CatchingUp
from projections.machinery.errors import NoSuchReadModelError, RebuildNeededError
from projections.machinery.schema_guard import require
from tests.projections.casebook import Casebook, begun, opened
from tests.projections.looking import dump, forget, listed, stand
from tests.projections.random_year import RandomYear
from tests.support.entries import a_commit

ALL_EQUAL = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ALL_EQUAL
@given(seed=st.integers(0, 10_000), events=st.integers(0, 60), batch=st.integers(1, 40))
def test_inline_caught_up_and_rebuilt_are_the_same_byte_for_byte(fresh_url, seed, events, batch):
    with Ledger.initialise(fresh_url()) as ledger:
        RandomYear(Casebook(ledger, then=inline), seed).tell(events)
        built_inline = dump(ledger)
        forget(ledger)
        CatchingUp(READ_MODELS).catch_up(ledger, batch=batch)
        assert dump(ledger) == built_inline
        assert rebuild(ledger) == list(READ_MODELS.by_name)
        assert dump(ledger) == built_inline


def test_a_year_of_chance_leaves_something_in_every_read_model(ledger):
    RandomYear(Casebook(ledger, then=inline), 1).tell(200)
    assert [name for name, rows in dump(ledger).items() if not rows] == []


def test_an_empty_log_gives_empty_read_models(ledger):
    prepare(ledger)
    assert catch_up(ledger) == 0
    assert rebuild(ledger) == list(READ_MODELS.by_name)
    assert set(map(len, dump(ledger).values())) == {0}


def test_they_stand_at_the_position_and_root_they_were_built_from(ledger):
    book = Casebook(ledger, then=inline)
    book.case("C1")
    head = ledger.head()
    assert stand(ledger) == {(head.position, head.root)}
    book.then = None
    book.case("C2")
    assert stand(ledger) == {(head.position, head.root)}
    catch_up(ledger)
    head = ledger.head()
    assert stand(ledger) == {(head.position, head.root)}
    rebuild(ledger)
    assert stand(ledger) == {(head.position, head.root)}


def test_what_was_appended_without_them_is_not_skipped_by_the_next_append(ledger):
    book = Casebook(ledger)
    book.case("C1")
    book.then = inline
    book.case("C2")
    assert dump(ledger)["status"] == []
    assert catch_up(ledger) == 4
    assert len(dump(ledger)["status"]) == 2


def test_a_catch_up_ends_at_a_commit(ledger):
    book = Casebook(ledger)
    book.case("C1")
    book.case("C2")
    assert catch_up(ledger, limit=1) == 2
    assert {position for _, position in READ_MODELS.positions(ledger)} == {2}
    assert catch_up(ledger, limit=10) == 2


def test_one_that_is_behind_catches_up_to_the_others_without_moving_them(ledger):
    book = Casebook(ledger, then=inline)
    RandomYear(book, 3).tell(40)
    whole, head = dump(ledger), ledger.head().position
    with ledger.transaction() as connection:
        connection.exec_driver_sql("UPDATE head SET position = 0 WHERE name = 'status'")
        connection.exec_driver_sql("DELETE FROM read_status_1")
    assert catch_up(ledger) == head
    assert dump(ledger) == whole


def test_an_append_that_fails_leaves_them_where_they_were(ledger):
    book = Casebook(ledger, then=inline)
    book.case("C1")
    before = (dump(ledger), stand(ledger))

    def fails(writing, rows):
        inline(writing, rows)
        raise ZeroDivisionError

    book.then = fails
    with pytest.raises(ZeroDivisionError):
        book.case("C2")
    assert (dump(ledger), stand(ledger)) == before


def test_an_event_that_this_version_does_not_know_is_refused_not_skipped(ledger):
    prepare(ledger)
    ledger.append(a_commit(("thing:1", 1)))
    with pytest.raises(UnknownTopicError):
        catch_up(ledger)
    with pytest.raises(UnknownTopicError):
        rebuild(ledger)
    assert {position for _, position in READ_MODELS.positions(ledger)} == {0}


def test_an_older_schema_moves_no_more_and_asks_to_be_rebuilt(ledger, today):
    book = Casebook(ledger, then=inline)
    book.case("C1")
    with ledger.transaction() as connection:
        connection.exec_driver_sql("UPDATE head SET schema = 0 WHERE name = 'status'")
    book.case("C2")
    assert catch_up(ledger) == 0
    assert READ_MODELS.outdated(ledger) == ["status"]
    assert dict(READ_MODELS.positions(ledger))["status"] == 2
    assert dict(READ_MODELS.positions(ledger))["register"] == 4
    with ledger.connection() as connection, pytest.raises(RebuildNeededError) as told:
        require(connection, STATUS)
    assert told.value.values == {"name": "status"}
    assert rebuild(ledger, "status") == ["status"]
    assert len(listed(ledger, today)) == 2


def test_only_the_read_model_named_is_rebuilt(ledger):
    Casebook(ledger, then=inline).case("C1")
    assert rebuild(ledger, "register") == ["register"]
    generations = {place.name: place.generation for place in READ_MODELS.places(ledger)}
    assert generations == {name: 1 + (name == "register") for name in READ_MODELS.by_name}
    with pytest.raises(NoSuchReadModelError):
        rebuild(ledger, "registry")


def test_a_rebuild_drops_the_tables_it_replaced_and_tells_how_far_it_is(ledger):
    Casebook(ledger, then=inline).case("C1")
    told = []
    rebuild(ledger, progress=lambda done, of: told.append((done, of)))
    rebuild(ledger)
    assert told == [(2, 2)]
    with ledger.connection() as connection:
        names = connection.dialect.get_table_names(connection)
    assert sorted(name for name in names if name.startswith("read_status")) == ["read_status_3"]


def test_a_rebuild_that_another_has_overtaken_leaves_his_tables_alone(ledger):
    Casebook(ledger, then=inline).case("C1")
    whole = dump(ledger)

    def overtake(_done, _of):
        rebuild(ledger, "status")

    assert rebuild(ledger, "status", overtake) == []
    assert dump(ledger) == whole


def test_what_is_appended_during_a_rebuild_is_there_after_it(ledger):
    book = Casebook(ledger, then=inline)
    book.case("C1")

    def work(_done, _of):
        if book.commits < 3:
            book.case(f"C{book.commits + 1}")

    rebuild(ledger, progress=work)
    assert len(dump(ledger)["status"]) == book.commits
    assert stand(ledger) == {(ledger.head().position, ledger.head().root)}


def test_a_commit_of_many_streams_is_taken_in_as_it_is_appended(ledger):
    book = Casebook(ledger, then=inline)
    cases_of = [book.case(f"C{number}") for number in range(3)]
    streams = [f"case:{number:03d}" for number in range(50)]
    book.tell_each({stream: [opened(stream), begun()] for stream in streams})
    assert len(dump(ledger)["status"]) == len(streams) + len(cases_of)
    book.tell_each({stream: [begun()] for stream in streams})
    built_inline = dump(ledger)
    rebuild(ledger)
    assert dump(ledger) == built_inline


def test_what_an_older_version_built_is_built_anew_when_the_log_is_opened(ledger):
    RandomYear(Casebook(ledger, then=inline), 2).tell(40)
    whole, told = dump(ledger), []
    with ledger.transaction() as connection:
        connection.exec_driver_sql("UPDATE head SET schema = 0 WHERE name = 'status'")
        connection.exec_driver_sql("DELETE FROM head WHERE name = 'tasks'")
        connection.exec_driver_sql("DROP VIEW read_tasks")
    head = ledger.head().position
    assert prepare(ledger, lambda done, of: told.append((done, of))) == ["status", "tasks"]
    assert told[-1] == (head, head)
    assert dump(ledger) == whole
    assert prepare(ledger) == []


def test_one_that_needs_another_waits_until_that_has_come_as_far(ledger):
    book = Casebook(ledger, then=inline)
    book.programme()
    book.case("C1", at="claimed")
    with ledger.transaction() as connection:
        connection.exec_driver_sql("UPDATE head SET position = 0 WHERE name = 'units'")
    book.unit("C1", name="Chi bộ Hai")
    behind = dict(READ_MODELS.positions(ledger))
    assert (behind["units"], behind["status"]) == (0, 4)
    assert behind["register"] == ledger.head().position
    catch_up(ledger)
    caught_up = dump(ledger)
    rebuild(ledger)
    assert dump(ledger) == caught_up
