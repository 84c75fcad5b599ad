"""The ruling of a folded case: corrected in number and day, standing on a day, with what its revocation says."""

from datetime import date

import pytest

from domain.case.ruling import Ruling, ruling_of, standing
from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import a_case
from tests.domain.case.test_bound import then
from tests.support.stage_world import PARENT

ORGAN = f"{PARENT}/party_committee"


def a_ruling():
    ruling = Ruling("PASS", "1-QĐ", 7, "2024-12-20", ORGAN)
    ruling.revoke(9, "2025-03-01", "from_date", "2025-02-01", "2-QĐ")
    return ruling


@pytest.mark.parametrize(
    ("position", "field", "value", "changed"),
    [
        (7, "number", "3-QĐ", {"number": "3-QĐ"}),
        (7, "effective_on", "2024-12-21", {"on": "2024-12-21"}),
        (9, "number", "4-QĐ", {"revoked_by": "4-QĐ"}),
        (9, "effective_on", "2025-03-02", {"revoked_on": "2025-03-02"}),
        (7, "departure", "x", {}),
        (9, "ground", "x", {}),
        (8, "number", "5-QĐ", {}),
        (8, "effective_on", "2025-01-01", {}),
    ],
)
def test_a_correction_is_of_the_number_or_the_day_of_the_act_it_names(
    position, field, value, changed
):
    ruling, told = a_ruling(), ("number", "on", "revoked_by", "revoked_on")
    was = {name: getattr(ruling, name) for name in told}
    ruling.correct(d.Correction(of_position=position, field=field, value=value))

    assert {name: getattr(ruling, name) for name in told} == {**was, **changed}


def revoked(effect, effect_on=None):
    story = a_case("recognised")
    revocation = d.Revocation(
        number="9", ground="criteria_not_met", effect=effect, effect_on=effect_on
    )
    then(story, c.RecognitionRevoked, revocation, on="2025-02-01")
    return story.world.case(story.stream)


def test_a_decision_is_read_with_the_terms_of_its_revocation():
    case = revoked("from_date", date(2025, 1, 15))
    decided, undone = case.last(c.DecisionIssued), case.last(c.RecognitionRevoked)

    plain = Ruling("PASS", "01-QĐ/TEST", decided.position, "2024-12-01", ORGAN)
    assert ruling_of(decided, None) == plain
    plain.revoke(undone.position, "2025-02-01", "from_date", "2025-01-15")
    assert ruling_of(decided, undone) == plain
    now = revoked("from_now")
    undone = now.last(c.RecognitionRevoked)
    assert ruling_of(now.last(c.DecisionIssued), undone).effect_on == ""


@pytest.mark.parametrize(
    ("effect", "effect_on", "stands"),
    [
        ("from_now", None, [False, True, True, True, False]),
        ("from_date", date(2025, 1, 15), [False, True, True, False, False]),
        ("as_if_never", None, [False, False, False, False, False]),
    ],
)
def test_a_case_stands_from_its_decision_until_its_revocation_begins(effect, effect_on, stands):
    case = revoked(effect, effect_on)
    days = [
        date(2024, 11, 30), date(2024, 12, 1), date(2025, 1, 14), date(2025, 1, 15), date(2025, 2, 1),
    ]  # fmt: skip

    assert [standing(case, day) for day in days] == stands


def test_of_two_decisions_the_newest_by_the_day_counts():
    story = a_case("recognised")
    then(story, c.DecisionSuperseded, d.Supersession(level="FAIL", number="9"), on="2025-02-01")
    case = story.world.case(story.stream)

    assert [standing(case, date(2025, 1, 31)), standing(case, date(2025, 2, 1))] == [True, False]


def test_a_case_that_was_not_decided_stands_on_no_day():
    story = a_case("appraised")
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if row[0].TOPIC != "decision-issued"]

    assert not standing(story.world.case(story.stream), date(2025, 1, 1))
