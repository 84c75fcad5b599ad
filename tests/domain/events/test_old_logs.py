"""Logs written before an event grew a field are read and folded as they were written.

`old_logs/2026-11-23.jsonl` holds whole cases, and parts of other streams, of the samples' log as it was on that day:
every topic of the day but the programmes themselves. A flag had no `via`, `dependent`, `organ` and `change` then.
"""

from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from application.running.world import fold_of
from domain.events import ALL, BY_TOPIC
from domain.events.case import DependentOutcomeFlagged
from ledger.codec import Codec
from ledger.entry import Row

OLD = Path(__file__).parent / "old_logs" / "2026-11-23.jsonl"
CODEC = Codec(ALL)
REVOKED = "case:54edbce8-e787-5e9f-8753-b47999b7d215"
REVOKED_MEMBER = "case:bea23623-81c4-56a3-8a1e-a1ae4bcaf7bf"
CELL = "case:fdb4c6d3-460f-5ccf-9acc-121d8957458b"


def stored(line):
    columns = msgspec.json.decode(line)
    return Row(**columns | {"state": msgspec.json.encode(columns["state"]), "leaf": b""})


ROWS = [stored(line) for line in OLD.read_bytes().splitlines()]


def decoded(row):
    return CODEC.decode(row.topic, row.state)


def folded():
    """The state of every stream of the old log."""
    states = defaultdict(lambda: None)
    for row in ROWS:
        states[row.stream] = fold_of(row.stream)(states[row.stream], decoded(row), row)
    return states


def within(old, new):
    """Whether what was written stands unchanged in what is written now."""
    match old, new:
        case dict(), dict():
            return all(key in new and within(value, new[key]) for key, value in old.items())
        case list(), list():
            return len(old) == len(new) and all(map(within, old, new))
    return old == new


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.position}-{row.topic}")
def test_an_event_of_an_old_log_keeps_every_field_it_had(row):
    topic, state = CODEC.encode(decoded(row))

    assert topic.partition("@")[0] == row.topic.partition("@")[0]
    assert within(msgspec.json.decode(row.state), msgspec.json.decode(state))


def test_a_lost_or_changed_field_is_seen():
    assert within({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}]})
    assert not within({"a": [{"b": 1}]}, {"a": [{"c": 2}]})
    assert not within({"a": [{"b": 1}]}, {"a": [{"b": 2}]})


def test_a_field_that_came_later_has_a_value_that_means_what_was_meant_then():
    (flag,) = (row for row in ROWS if row.topic == DependentOutcomeFlagged.TOPIC)
    details = decoded(flag).details

    assert b'"via"' not in flag.state
    assert (details.via, details.dependent, details.organ, details.change) == (
        "",
        "",
        "",
        "revoked",
    )


def test_the_cases_of_an_old_log_stand_where_they_stood():
    states = folded()

    assert [states[case].stage for case in (REVOKED, REVOKED_MEMBER, CELL)] == [
        "revoked",
        "revoked",
        "recognised",
    ]


def test_every_stream_of_an_old_log_folds():
    assert {stream.partition(":")[0] for stream in folded()} == {
        "case", "log", "person", "round", "unit", "unit-year",
    }  # fmt: skip


def test_the_old_log_has_nearly_every_event_of_its_day():
    assert len({row.topic for row in ROWS} & set(BY_TOPIC)) == 54
