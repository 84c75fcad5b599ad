"""Petitions and their time, the two dates of an act, and who stands behind it."""

from datetime import date, timedelta

import pytest
from msgspec import structs

from application.questions import cases as queries
from application.questions.moments import known_at
from domain.events import details as d
from tests.application.systems import a_system, played
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import refused, taken
from tests.domain.case.test_bound import DECIDERS
from tests.support import small_year
from tests.support.stage_world import TODAY, Story

OF_GUIDELINES = pytest.mark.parametrize(
    ("code", "kind"), [each for each in DECIDERS if each[0] in EDITIONS]
)
PETITION = d.Petition(petition="kn-9", subject_matter="xem lại")


def petitioned(story):
    story.world.give(story.stream, taken(story, "file-petition", PETITION), on=TODAY)
    return story


@OF_GUIDELINES
@pytest.mark.parametrize(("days", "late"), [(30, False), (31, True)])
def test_d48_a_petition_is_answered_within_thirty_days(code, kind, days, late):
    story = petitioned(Story(EDITIONS[code], kind).at("recognised", DECIDERS[code, kind]))
    story.world.today = on = TODAY + timedelta(days=days)

    answer = d.PetitionAnswer(petition="kn-9", upheld=False)
    answered = taken(story, "answer-petition", answer, on=on)
    assert (answered.due_on, answered.late) == (TODAY + timedelta(days=30), late)
    other = structs.replace(answer, petition="kn-10")
    assert refused(story, "answer-petition", other, on=on) == {"petition_unknown"}


@OF_GUIDELINES
@pytest.mark.parametrize("stage", ["recognised", "not_recognised", "revoked"])
def test_d48_a_petition_does_not_suspend_the_decision(code, kind, stage):
    story = Story(EDITIONS[code], kind).at(stage, DECIDERS[code, kind])
    before = story.world.case(story.stream)

    after = petitioned(story).world.case(story.stream)

    assert (after.stage, after.suspended, after.outcome) == (stage, False, before.outcome)
    assert after.recognised_and_not_revoked


@pytest.mark.parametrize(
    ("code", "kind"), [("power-tkv", "subordinate_cell"), ("soc-trang", "base_committee")]
)
def test_d48_while_a_petition_waits_the_reward_is_decided_all_the_same(code, kind):
    story = petitioned(Story(EDITIONS[code], kind).at("recognised", DECIDERS[code, kind]))
    reward = next(iter(story.programme.rewards))

    assert taken(story, "decide-reward", d.RewardDecision(reward=reward, number="7"))


@pytest.fixture(scope="module")
def typed_later(tmp_path_factory):
    """The small year, decided on paper on 20/12/2024 by the committee, typed in by its office on 15/1/2025."""
    folder = tmp_path_factory.mktemp("typed")
    *before, decision, _, _, _ = small_year.year()
    decider = decision["by"]
    late = {**decision, "on": "2024-12-20", "at": "2025-01-15T09:00", "by": "DB-committee_office",
            "signed_by": decider, "for": "DB/party_committee"}  # fmt: skip
    office = {"mandate": "nhap", "organ": "DB/party_committee", "power": "record"}
    lines = [
        *small_year.set_up(),
        {"do": "give-mandate", "by": "quan-tri", "at": "2024-01-05T10:00", "reason": "r",
         "person": "DB-committee_office", "data": office},
        *before, {**late, "reason": " ", "expect": "refused"}, late,
    ]  # fmt: skip
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "lines.jsonl", lines) == []
    yield system
    system.close()


def decision_of(system):
    [case] = queries.cases(system)
    return [
        each for each in queries.history(system, case["case"]) if each["event"] == "decision-issued"
    ]


def test_d53_a_paper_typed_in_later_has_its_own_day_and_that_on_which_it_was_recorded(typed_later):
    [decision] = decision_of(typed_later)

    assert str(decision["effective_on"]) == "2024-12-20"
    assert str(decision["recorded_at"]).startswith("2025-01-15")


@pytest.mark.parametrize(
    ("as_of", "known", "standing"),
    [("2024-12-19", None, 0), ("2024-12-20", None, 1), ("2024-12-20", "2025-01-14", 0),
     ("2024-12-20", "2025-01-15", 1)],
)  # fmt: skip
def test_d53_what_holds_goes_by_the_paper_and_what_was_known_by_the_record(
    typed_later, as_of, known, standing
):
    upto = known and known_at(typed_later, known)

    rows = queries.register(typed_later, as_of=date.fromisoformat(as_of), known_at=upto)

    assert len([row for row in rows if row["standing"]]) == standing


def test_d54_a_change_keeps_who_entered_it_who_signed_for_which_organ_by_what_and_why(typed_later):
    [decision] = decision_of(typed_later)

    assert [decision[name] for name in ("actor", "signed_by", "organ", "reason")] == [
        "DB-committee_office", "DB-party_committee", "DB/party_committee", "lý do: decide",
    ]  # fmt: skip
    assert decision["authority"].startswith("person:DB-party_committee@")


def test_d54_no_change_is_stored_without_any_of_them(typed_later):
    rows = [row for rows in typed_later.ledger.read() for row in rows]

    assert [row.position for row in rows if not (row.actor and row.signed_by and row.reason)] == []
    of_cases = [row for row in rows if row.stream.startswith("case:")]
    assert len(of_cases) > 10
    assert [row.position for row in of_cases if not (row.organ and row.authority)] == []
