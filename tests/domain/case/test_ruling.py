"""Which revocation is in force, and from which day a revoked recognition does not stand."""

import pytest

from domain.case.correction import Corrections
from domain.case.ruling import Ruling, ruled, taken_back
from domain.events.details import Correction

DECIDED, SUPERSEDED = "decision-issued", "decision-superseded"
REVOKED, RESTORED = "recognition-revoked", "recognition-restored"


def a_ruling(level="PASS", **revoked):
    ruling = Ruling(level, "1-QĐ", 7, "2024-12-20", "DB/standing_committee")
    if revoked:
        ruling.revoke(9, "2025-03-01", **revoked)
    return ruling


def in_force(*topics):
    return [
        (decision[1], revocation and revocation[1])
        for decision, revocation in ruled(
            zip(topics, range(len(topics)), strict=True), lambda act: act[0]
        )
    ]


@pytest.mark.parametrize(
    ("effect", "effect_on", "ends"),
    [
        ("from_now", None, "2025-03-01"),
        ("from_date", "2025-02-01", "2025-02-01"),
        ("as_if_never", None, "2024-12-20"),
    ],
)
def test_a_revoked_recognition_ends_as_its_revocation_says(effect, effect_on, ends):
    ruling = a_ruling(effect=effect, effect_on=effect_on)

    assert ruling.ends == ends
    assert not ruling.stands(ends)


def test_it_stands_from_its_day_until_the_day_before_its_end():
    ruling = a_ruling(effect="from_now", effect_on=None)

    days = ("2024-12-19", "2024-12-20", "2025-02-28", "2025-03-01")
    assert [ruling.stands(day) for day in days] == [False, True, True, False]


def test_a_decision_not_to_recognise_stands_on_no_day():
    assert not a_ruling("FAIL").stands("2025-01-01")


def test_restored_it_stands_as_if_it_had_never_been_revoked():
    ruling = a_ruling(effect="as_if_never", effect_on=None)
    ruling.restore()

    assert (ruling.ends, ruling) == ("", a_ruling())


def test_the_last_correction_of_the_day_of_a_revocation_counts():
    ruling = a_ruling(effect="from_now", effect_on=None)
    for day in ("2025-03-05", "2025-03-04"):
        ruling.correct(Correction(of_position=9, field="effective_on", value=day))
    ruling.correct(Correction(of_position=8, field="effective_on", value="2025-01-01"))

    assert (ruling.on, ruling.ends) == ("2024-12-20", "2025-03-04")


def test_a_revocation_counts_against_the_decision_before_it_until_it_is_taken_back():
    assert in_force(DECIDED, REVOKED) == [(0, 1)]
    assert in_force(DECIDED, REVOKED, RESTORED) == [(0, None)]
    assert in_force(DECIDED, REVOKED, RESTORED, REVOKED) == [(0, 3)]
    assert in_force(DECIDED, REVOKED, SUPERSEDED) == [(0, 1), (2, None)]
    assert in_force(REVOKED) == []


def test_only_the_revocation_before_it_on_its_own_stream_is_taken_back():
    acts = [("a", REVOKED, 1), ("b", REVOKED, 2), ("a", RESTORED, 3), ("a", REVOKED, 4)]

    assert taken_back(acts) == {1}


def test_of_corrections_the_last_one_of_a_field_of_an_act_counts():
    first, other, last = (
        Correction(of_position=3, field="effective_on", value="2024-12-01"),
        Correction(of_position=3, field="number", value="2-QĐ"),
        Correction(of_position=3, field="effective_on", value="2024-12-02"),
    )
    corrections = Corrections([first, other, last])

    assert corrections.of(3) == [last, other]
    assert corrections.of(4) == []
    assert corrections.instead(first) == last
    assert (corrections.day(3, "2024-11-30"), corrections.day(4, "2024-11-30")) == (
        "2024-12-02",
        "2024-11-30",
    )
