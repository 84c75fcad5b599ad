"""Any sequence of attempted commands leaves a sound case, and the same one on the other database."""

import copy
import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.intake.export import lines_of
from application.intake.scenario import play
from application.questions import cases as queries
from application.running.world import LedgerWorld, fold_of
from domain.case.state import Case
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.application.test_year import answers
from tests.support import small_year

STREAM = case_stream("kon-tum", "unit:CB", "2024")
STORY = list(small_year.year())
EXTRA = [
    {"do": "withdraw", "by": "CB-cell_committee", "data": {}},
    {"do": "suspend", "by": "DB-committee_office", "data": {}},
    {"do": "resume", "by": "DB-committee_office", "data": {}},
    {"do": "decide", "by": "DB-party_committee", "data": {"level": "FAIL", "number": "x", "departure": "vì"}},
    {"do": "claim-level", "by": "CB-cell_committee", "data": {"level": "FAIL", "classification": "WELL"}},
    {"do": "confirm-recognition", "by": "DB-party_committee", "data": {"number": "y"}},
    {"do": "file-petition", "by": "CB-cell_committee", "data": {"petition": "a", "subject_matter": "s"}},
    {"do": "answer-petition", "by": "DB-party_committee", "data": {"petition": "a", "upheld": False}},
    {"do": "withdraw-evidence", "by": "CB-cell_committee", "data": {"evidence": "mc-1"}},
    {"do": "comment", "by": "người lạ", "data": {"comment": "c"}},
    {"do": "no-such-verb", "by": "quan-tri", "data": {}},
]  # fmt: skip
KEPT = ("do", "by", "data")
ATTEMPTS = [*({key: line[key] for key in KEPT} for line in STORY), *EXTRA]
SEQUENCES = st.one_of(
    st.lists(st.integers(0, len(ATTEMPTS) - 1), max_size=20),
    st.lists(st.integers(0, len(EXTRA) - 1), max_size=6).map(
        lambda picks: [*range(len(STORY)), *(len(STORY) + pick for pick in picks)]
    ),
)


def attempts(numbers):
    """The attempts on growing days, whether or not they will be refused."""
    for day, number in enumerate(numbers):
        yield {
            **ATTEMPTS[number], **small_year.SUBJECT, "reason": "thử",
            "at": f"2024-12-{1 + day % 28:02d}T09:00",
        }  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(numbers=SEQUENCES)
def test_any_sequence_leaves_a_sound_case(numbers, sqlite_url, postgres_url, tmp_path):
    system = a_system(sqlite_url())
    try:
        assert played(system, tmp_path / "set-up.jsonl", small_year.set_up()) == []
        played(system, tmp_path / "tried.jsonl", attempts(numbers))
        _is_sound(system)
        _is_the_same_elsewhere(system, postgres_url(), tmp_path)
    finally:
        system.close()


def _is_sound(system):
    rows = system.ledger.stream(STREAM)
    if not rows:
        return
    world = LedgerWorld(system.app, system.today())
    case = world.case(STREAM)
    table = world.edition("kon-tum", case.opened.version).tables["subordinate_cell"]

    assert isinstance(case, Case)
    assert case == _folded_step_by_step(system, rows)
    assert case.stage in table.stages
    for act in case.acts:
        step = next(s for s in table.steps_from(act.event.from_stage) if s.step == act.event.step)
        assert act.event.to_stage == table.target(step, act.event.from_stage)
    for earlier, later in itertools.pairwise(case.acts):
        assert later.event.from_stage == earlier.event.to_stage
    [shown] = queries.cases(system)
    assert (shown["stage"], system.ledger.verify().ok) == (case.stage, True)


def _folded_step_by_step(system, rows):
    """The fold stopped and taken up again after every event."""
    state, fold = None, fold_of(STREAM)
    for row in rows:
        state = copy.deepcopy(fold(state, system.app.codec.decode(row.topic, row.state), row))
    return state


def _is_the_same_elsewhere(system, url, tmp_path):
    exported = tmp_path / "exported.jsonl"
    exported.write_text("\n".join(lines_of(system.ledger)), encoding="utf-8")
    other = a_system(url)
    try:
        told = list(play(other, [exported]))
        assert [line for line in told if not line.as_expected] == []
        if system.ledger.stream(STREAM):
            assert answers(other) == answers(system)
    finally:
        other.close()
