"""A trial says exactly what the command then does, and leaves no trace."""

from datetime import datetime
from itertools import chain

import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.request import Request
from application.commands.trial import trial
from application.intake import scenario
from application.questions import cases as queries
from application.running.system import HERE
from domain.refusal import RefusedError
from tests.application.systems import OPENED_AT, a_system, played
from tests.support import small_year
from tests.support.world import PROGRAMMES

SAMPLES = PROGRAMMES.parent / "samples"
SCENARIOS = sorted(SAMPLES.glob("*/scenario.jsonl"))
YEAR_END = [
    SAMPLES / "year-end" / name for name in ("years.jsonl", "finding.jsonl", "revocation.jsonl")
]


def state(system):
    """Everything that a trial could have written or counted, but for the memory."""
    return system.ledger.head(), system.ledger.refusals()


def appended(system, after):
    return [row._replace(leaf=b"") for row in chain.from_iterable(system.ledger.read(after))]


def tasks_of(system, streams, on):
    named = {stream.removeprefix("case:") for stream in streams}
    with system.ledger.connection() as connection:
        found = queries.waiting.tasks(connection, on)
    return [task for task in found if task["case"] in named]


class Tried:
    """Tries each request before it is handled, and compares."""

    def __init__(self):
        self.done = self.refused = self.with_tasks = 0

    def __call__(self, system, request):
        before = state(system)
        tried = trial(system, request)
        assert state(system) == before
        if tried.refusals:
            return self._refused(system, request, tried)
        return self._done(system, request, tried, before[0].position)

    def _refused(self, system, request, tried):
        with pytest.raises(RefusedError) as refused:
            handle(system, request)
        assert refused.value.refusals == tried.refusals
        self.refused += 1
        raise refused.value

    def _done(self, system, request, tried, position):
        self.done += 1
        streams = {row.stream for row in tried.rows}
        on = system.today(request.at)
        earlier = tasks_of(system, streams, on)
        done = handle(system, request)
        assert done.receipt.repeated == (tried.receipt is not None)
        assert appended(system, position) == tried.rows
        assert done.warnings == tried.warnings
        self.with_tasks += bool(tried.tasks)
        later = [task for task in tasks_of(system, streams, on) if task not in earlier]
        assert sorted(map(str, later)) == sorted(map(str, tried.tasks))
        return done


@pytest.mark.parametrize(
    "paths", [*([path] for path in SCENARIOS), YEAR_END], ids=lambda paths: paths[0].parent.name
)
def test_a_trial_says_what_each_line_of_a_sample_then_does(sqlite_url, monkeypatch, paths):
    system, tried = _opened(sqlite_url()), Tried()
    monkeypatch.setattr(scenario, "handle", tried)

    told = [line for path in paths for line in scenario.play(system, [path])]

    assert [line for line in told if not line.as_expected] == []
    assert tried.done + tried.refused == len(told)
    assert tried.with_tasks
    system.close()


def _opened(url):
    """A log older than every sample."""
    return initialise(url, by="quan-tri", simulated=True, at=OPENED_AT.replace(year=2019))


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    lines = list(small_year.year())[:4]
    assert played(system, tmp_path / "year.jsonl", small_year.set_up(), lines) == []
    yield system
    system.close()


def claim(by="CB-cell_committee", level="PASS", reason="r"):
    return Request(
        verb="claim-level", actor=by, reason=reason, command_id="a",
        data={"level": level, "classification": "WELL"},
        at=datetime(2024, 12, 1, 9, tzinfo=HERE), **small_year.SUBJECT,
    )  # fmt: skip


def test_a_trial_says_what_is_done_and_for_whom(system):
    tried = trial(system, claim(reason="vì đủ điều kiện"))

    assert [event.TOPIC for event in tried.own] == ["level-claimed"]
    assert (tried.refusals, tried.follow_ups, tried.late) == ([], [], False)
    assert tried.rows[0].organ == "CB/cell_committee"
    assert tried.texts[tried.rows[0].reason] == "vì đủ điều kiện"
    assert [task["commands"] for task in tried.tasks] == [["submit-dossier"]]


def test_a_trial_lists_every_reason_and_counts_no_refusal(system):
    tried = trial(system, claim(by="CB-cell", reason=" "))

    assert [reason.code for reason in tried.refusals] == [
        "no_mandate", "no_recording_mandate", "reason_missing",
    ]  # fmt: skip
    assert system.ledger.refusals() == []


def test_a_trial_leaves_no_trace_in_the_memory(system):
    fresh = type(system)(system.ledger, system.app, system.clock, system.simulated)

    assert trial(fresh, claim()).refusals == []

    assert fresh.memory.recall("person:CB-cell_committee") is None


def test_a_trial_of_what_has_been_done_gives_its_receipt(system):
    done = handle(system, claim())

    assert trial(system, claim()).receipt == done.receipt._replace(repeated=True)
    assert [reason.code for reason in trial(system, claim(level="FAIL")).refusals] == [
        "command_reused"
    ]
