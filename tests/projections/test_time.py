"""Two thousand histories on both time axes: as known at a position, as of a date, against a second reading."""

from __future__ import annotations

import itertools
import random
from datetime import date, timedelta

import msgspec
import pytest

from domain.case.as_of import as_of
from domain.case.evolve import evolve
from domain.case.ruling import standing
from domain.events.case import CorrectionRecorded
from ledger.ledger import Ledger
from projections.cases.known_at import register_known_at
from projections.cases.register import register
from projections.engine import catch_up
from projections.machinery.codec import CODEC
from tests.projections import reference_time as reference
from tests.projections.casebook import Casebook
from tests.projections.histories import AT_ONCE, FIRST, Histories
from tests.projections.looking import listed, listed_known_at
from tests.support.databases import schemas

CASES, ACTS = 2000, 9
"""On each of the two databases."""
NEEDED = ("decision-superseded", "recognition-restored", "from_now", "from_date", "as_if_never",
          "corrected effective_on", "corrected number", "corrected due_on", "corrected value",
          "subject-succeeded", "case-suspended", "case-resumed")  # fmt: skip

OF_CASE = ("stage", "unit", "subject", "suspended", "moved_on")
LISTED = ("stage", "outcome", "unit", "subject", "since")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def urls(request, tmp_path_factory):
    """Gives the URL of another empty database at each call."""
    if request.param == "postgres":
        return schemas(request.getfixturevalue("postgres_server"))
    folder, numbers = tmp_path_factory.mktemp("histories"), itertools.count()
    return lambda: f"sqlite:///{folder}/log-{next(numbers)}.db"


@pytest.fixture(scope="module")
def told(urls):
    """A log with all the histories, its rows, and what it was told from."""
    url = urls()
    histories = Histories(20_241 if url.startswith("sqlite") else 20_242, CASES, ACTS)
    with Ledger.initialise(url) as ledger:
        histories.tell(Casebook(ledger))
        yield ledger, [row for rows in ledger.read() for row in rows], histories


def moments(rows, seed):
    """A position and a date for each history, by chance."""
    chance = random.Random(seed)
    while True:
        yield rows[chance.randrange(len(rows))].position, FIRST + timedelta(chance.randrange(950))


def by_stream(rows):
    found = {}
    for row in rows:
        found.setdefault(row.stream, []).append(row)
    return found


def folded(rows, upto):
    case = None
    for row in rows:
        if row.position <= upto:
            case = evolve(case, CODEC.decode(row.topic, row.state), row)
    return case


def test_the_histories_have_every_turn_often(told):
    _, rows, histories = told
    assert {turn: histories.kinds[turn] >= 100 for turn in NEEDED} == dict.fromkeys(NEEDED, True)
    backdated = sum(
        later.effective_on < earlier.effective_on
        for own in by_stream(rows).values()
        for earlier, later in itertools.pairwise(own)
    )
    assert backdated > len(rows) / 10


def test_state_and_standing_equal_the_second_reading(told):
    _, rows, histories = told
    of, asked = by_stream(rows), moments(rows, 7)
    stood = 0
    for stream in histories.streams:
        for _ in range(3):
            position, on = next(asked)
            case = folded(of[stream], position)
            said = reference.state(of[stream], stream, position, on.isoformat())
            assert shown(as_of(case, on) if case else None) == (said and of_case(said))
            stands = reference.standing(of[stream], stream, position, on.isoformat())
            assert (standing(case, on) if case else False) == stands
            stood += stands
    assert stood > CASES / 4


def shown(case):
    if case is None:
        return None
    acts = [
        (a.position, a.topic, a.effective_on, msgspec.to_builtins(a.event.details))
        for a in case.acts
    ]
    return {**{name: getattr(case, name) for name in OF_CASE}, "acts": acts}


def of_case(said):
    return {name: said[name] for name in (*OF_CASE, "acts")}


def test_the_register_and_the_list_equal_the_second_reading(told):
    ledger, rows, histories = told
    of, asked = by_stream(rows), moments(rows, 11)
    for _ in range(3):
        position, on = next(asked)
        end = ledger.commit_end(position)
        stands = {row["case"] for row in register_known_at(ledger, position, on) if row["standing"]}
        listed = {
            row["case"]: tuple(str(row[name]) for name in LISTED)
            for row in listed_known_at(ledger, position, on, as_of=on)
        }
        for stream in histories.streams:
            case = stream.removeprefix("case:")
            state = reference.state(of[stream], stream, end, on.isoformat())
            assert listed.get(case) == (state and tuple(state[name] for name in LISTED))
            assert (case in stands) == reference.standing(of[stream], stream, end, on.isoformat())


def test_one_case_as_of_a_day_is_its_line_in_the_list(told):
    ledger, rows, _ = told
    position, on = next(moments(rows, 13))
    for as_of_day in (on, None):
        lines = listed_known_at(ledger, position, on, as_of=as_of_day)
        for line in lines[:: len(lines) // 50]:
            [one] = listed_known_at(ledger, position, on, as_of=as_of_day, case=line["case"])
            assert one == line


def test_as_known_at_a_position_is_what_a_log_cut_there_says(told, urls):
    ledger, rows, histories = told
    chance, on = random.Random(3), date(2025, 6, 1)
    for _ in range(2):
        cut = AT_ONCE * chance.randrange(CASES // AT_ONCE, len(rows) // AT_ONCE)
        with Ledger.initialise(urls()) as other:
            histories.tell(Casebook(other), cut)
            catch_up(other)
            with other.connection() as connection:
                said = listed(other, on), register(connection, on)
            states = [shown(folded(other.stream(stream), cut)) for stream in histories.streams]
        assert len(said[0]) == CASES
        assert said == (
            listed_known_at(ledger, cut, on), register_known_at(ledger, cut, on),
        )  # fmt: skip
        assert states == [
            shown(folded(ledger.stream(stream, cut), cut)) for stream in histories.streams
        ]


def test_a_correction_never_changes_the_stage(told):
    _, rows, histories = told
    for stream, own in by_stream(rows).items():
        without = [row for row in own if row.topic != CorrectionRecorded.TOPIC]
        assert folded(own, len(rows)).stage == folded(without, len(rows)).stage, stream
    assert len(histories.streams) == CASES
