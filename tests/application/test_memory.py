"""Facts remembered between commands: what another process has recorded is seen by the next question."""

from datetime import date, datetime

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.questions.case_allowed import allowed
from application.running.bootstrap import open_system
from application.running.memory import FAR, Glance, Memory
from application.running.system import HERE
from application.running.world import newest_world
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.support import small_year

CASE = case_stream(*(small_year.SUBJECT[name] for name in ("programme", "subject", "period")))
PERSON = "person:CB-cell_committee"


@pytest.fixture
def two(fresh_url, tmp_path):
    """Two processes' systems on one database, in which a case waits for its claim."""
    url = fresh_url()
    first = a_system(url)
    lines = list(small_year.year())[:4]
    assert played(first, tmp_path / "year.jsonl", small_year.set_up(), lines) == []
    second = open_system(url)
    yield first, second
    second.close()
    first.close()


def ends_a_mandate(system, command_id="e"):
    ended = Request(
        verb="end-mandate", actor="quan-tri", reason="r", command_id=command_id,
        data={"mandate": "m1"}, target="CB-cell_committee", on=date(2024, 11, 1),
        at=datetime(2024, 11, 26, 9, tzinfo=HERE),
    )  # fmt: skip
    handle(system, ended)


def may_claim(system):
    rows = allowed(
        system, CASE, by="CB-cell_committee", organ="", on=date(2024, 11, 26), language="vi"
    )
    [row] = [row for row in rows if row.command == "claim-level"]
    return row.allowed


def test_a_mandate_ended_by_another_process_is_seen_by_the_next_question(two):
    first, second = two
    assert may_claim(second)
    assert second.memory.recall(PERSON) is not None

    ends_a_mandate(first)

    assert not may_claim(second)


def test_what_one_process_recorded_itself_is_seen_by_its_next_question(two):
    first, _ = two
    assert may_claim(first)

    ends_a_mandate(first)

    assert not may_claim(first)


def test_a_state_read_before_a_change_is_not_kept_after_it(two):
    first, second = two
    read_at = second.memory.freshen(second.ledger)
    state, version = newest_world(second).state(PERSON), 3
    ends_a_mandate(first)
    second.memory.freshen(second.ledger)

    second.memory.keep(PERSON, state, version, read_at)

    assert second.memory.recall(PERSON) is None


def test_what_this_process_appended_is_not_read_again_to_be_forgotten(two):
    first, second = two
    newest_world(first).state(PERSON)
    ends_a_mandate(first)
    assert first.memory.good_for == first.ledger.head().position

    second.memory.follow(3, 4, [PERSON])

    assert second.memory.good_for != 4
    assert second.memory.recall(PERSON) is None


def test_a_state_read_before_changes_elsewhere_is_kept(two):
    first, second = two
    read_at = second.memory.freshen(second.ledger)
    ends_a_mandate(first)
    second.memory.freshen(second.ledger)

    second.memory.keep("unit:CB", "a state", 1, read_at)

    assert second.memory.recall("unit:CB") == ("a state", 1)


def test_a_memory_that_was_left_far_behind_starts_again():
    memory = Memory()
    memory.freshen(_Log(1))
    memory.keep("unit:CB", "a state", 1, 1)
    assert memory.freshen(_Log(FAR)) == FAR
    assert memory.recall("unit:CB") is not None

    assert memory.freshen(_Log(2 * FAR)) == 2 * FAR

    assert memory.recall("unit:CB") is None


def test_a_memory_keeps_no_more_than_its_capacity():
    memory = Memory(capacity=2)
    for number in range(3):
        memory.keep(f"unit:{number}", "a state", 1, 0)

    assert [memory.recall(f"unit:{number}") is None for number in range(3)] == [True, False, False]


def test_who_only_glances_leaves_no_trace(two):
    first, _ = two
    memory = Memory()
    Glance(memory).keep(PERSON, "a state", 1, 0)
    assert memory.recall(PERSON) is None

    fresh = type(first)(first.ledger, first.app, first.clock, first.simulated)
    assert newest_world(fresh, leaving_no_trace=True).state(PERSON) is not None
    assert fresh.memory.recall(PERSON) is None


class _Log:
    """A log with events of one case."""

    def __init__(self, position):
        self.position = position

    def head(self):
        return self

    def scan(self, columns, after, batch):
        yield [
            columns(at, "case:1") for at in range(after + 1, min(self.position, after + batch) + 1)
        ]
