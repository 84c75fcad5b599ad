"""What a person reads of a sheet: each reason against it, and the reasons of a row, with their figures."""

from fractions import Fraction

import pytest

from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.validate import validate
from domain.scoring.value import Ratio
from tests.domain.scoring.sets import criteria, mark, measured, one, row, scored, sheet
from tests.support.shown import assert_shown
from words.sentences import sentence

LEVELS = [
    {"id": "good", "points": 10, "vi": "tốt", "en": "Good"},
    {"id": "fair", "points": 7, "vi": "khá", "en": "Fair"},
]
BANDS = [{"range": "[0, 45]", "points": 1}, {"range": "[60, 90]", "points": 5, "level": "high"}]
POOLED = criteria(
    {"id": "I", "nodes": [{"id": "1", "kind": "points", "max": 90}]},
    scale={"base": 90, "bonus": 10, "total": 100},
    bonus=[{"id": "lead", "max": 6, "vi": "dẫn đầu", "en": "Leading"}],
    deductions=[
        {"id": "limited", "points": 2, "vi": "hạn chế", "en": "Limited"},
        {"id": "late", "points": 3, "level": "total", "vi": "chậm", "en": "Late"},
    ],
)


def said(table, *marks, facts=None, **more):
    """What each reason is about, and its sentence."""
    pools = {name: more.pop(name) for name in ("bonus", "deductions") if name in more}
    found = validate(table, Profile(), sheet(*marks, **pools), facts or Facts(), **more)
    for each in found:
        assert_shown(each)
    return [(each.about, sentence(each, "en")) for each in found]


@pytest.mark.parametrize(
    ("table", "given", "about", "told"),
    [
        (one("points"), mark(points=-1), "points", "The points of criterion 1 cannot be negative (-1)."),
        (one("points"), mark(points=11), "points", "Criterion 1 has 11 points, above its maximum 10."),
        (one("points", step=2), mark(points=3), "points",
         "The points of criterion 1 (3) must be a multiple of 2."),
        (one("points"), mark(value="11"), "points", "Criterion 1 has 11 points, above its maximum 10."),
        (one("levels", levels=LEVELS), mark(value="best"), "value",
         "Criterion 1 has no level “best”. Levels: Good (good) and Fair (fair)."),
        (one("levels", levels=LEVELS), mark(value="fair", points="8.5"), "points",
         "Criterion 1 says 8.5 points, but the value chosen is worth 7."),
        (one("bands", bands=BANDS), mark(value="50"), "value",
         "The value 50 of criterion 1 lies in no range of the table: choose a level."),
        (one("points", evidence=True), mark(points=10), "evidence",
         "Criterion 1 is at its maximum and needs evidence."),
    ],
)  # fmt: skip
def test_a_reason_against_a_mark_says_the_criterion_and_the_figures(table, given, about, told):
    assert said(table, given, individual=True) == [(f"sheet.marks.1.{about}", told)]


def test_a_criterion_that_is_none_does_not_apply_or_is_there_twice_is_named():
    away = one("points", applies={"has": ["x"]})

    assert said(one("points"), mark(points=1), mark(points=2)) == [
        ("sheet.marks.1", "Criterion 1 is marked more than once.")
    ]
    assert said(away, mark(points=1)) == [
        ("sheet.marks.1", "Criterion 1 does not apply to this subject.")
    ]
    assert said(one("points"), complete=True) == [
        ("sheet.marks.1", "Criterion 1 has not been marked.")
    ]
    assert said(one("points"), mark("11", points=1)) == [
        ("sheet.marks.11", "There is no criterion 11. Nearest: e (1).")
    ]


def test_a_value_of_a_check_that_cannot_be_read_is_told_with_how_it_is_written():
    checked = one("points", checks=[{"id": "backlog", "passes": "= 0"}])
    [(about, told)] = said(checked, mark("1/backlog", "few"))

    assert about == "sheet.marks.1/backlog.value"
    assert told.startswith("The value “few” of criterion 1/backlog cannot be read. ")


def test_a_condition_that_nobody_reported_is_told_with_its_measure_and_the_command():
    check = {
        "id": "target",
        "measure": "turnout",
        "passes": ">= 90 %",
        "vi": "đích",
        "en": "Target",
    }
    [(about, told)] = said(one("points", checks=[check]), mark(points=8), complete=True)

    assert about == "sheet.marks.1/target"
    assert "Target (1/target)" in told
    assert told.startswith("No figure turnout is known for the condition ")
    assert "(report-figure)" in told


def test_a_breach_that_only_the_sheet_tells_of_is_told_with_both_values():
    table = one("threshold", measure="members_in_breach", passes="= 0")

    assert said(table, mark(value="2"), facts=measured(members_in_breach=Fraction(0))) == [
        (
            "sheet.marks.1.value",
            "Criterion 1: the sheet says 2, the record 0; record the fact first.",
        )
    ]


@pytest.mark.parametrize(
    ("pools", "about", "told"),
    [
        ({"bonus": [("lead", -1)]}, "sheet.bonus.lead", "Bonus points for “lead” cannot be negative."),
        ({"bonus": [("fame", 1)]}, "sheet.bonus.fame",
         "There is no reason for bonus points “fame”. There is: Leading (lead)."),
        ({"deductions": [("fame", 1, "1")]}, "sheet.deductions.fame",
         "There is no reason for a deduction “fame”. There is: Limited (limited) and Late (late)."),
        ({"deductions": [("limited", 0, "1")]}, "sheet.deductions.limited",
         "A deduction for “limited” counts at least once (0)."),
        ({"deductions": [("late", 1, "1")]}, "sheet.deductions.late",
         "A deduction for “late” is from the total and names no criterion."),
        ({"deductions": [("limited", 1, "9")]}, "sheet.deductions.limited",
         "A deduction for “limited” must name a criterion of the sheet (“9”)."),
    ],
)  # fmt: skip
def test_a_reason_against_bonus_or_deduction_says_which_and_what_there_is(pools, about, told):
    assert said(POOLED, **pools) == [(about, told)]


def told(found):
    return [sentence(each, "en") for each in found.why]


def test_a_row_of_points_says_what_was_given():
    found = row(one("points"), mark(points="7.5"))

    assert (found.source, found.value, found.maximum, told(found)) == (
        "entered", "7.5", 10, ["Given 7.5 points."],
    )  # fmt: skip
    assert row(one("points"), mark(value="7.5")) == found


def test_a_row_of_a_level_says_its_name():
    found = row(one("levels", levels=LEVELS), mark(value="fair"))

    assert (found.source, found.value, told(found)) == ("entered", "fair", ["Level “Fair”."])


def test_a_row_of_a_band_says_the_value_and_the_range():
    bands = one("bands", bands=BANDS)

    assert told(row(bands, mark(value="60"))) == ["60 lies in [60, 90]."]
    assert told(row(bands, mark(value="high"))) == ["high lies in [60, 90]."]
    nowhere = row(bands, mark(value="50"))
    assert (nowhere.source, nowhere.value, nowhere.points, nowhere.met) == (
        "entered",
        "50",
        0,
        False,
    )
    assert told(nowhere) == ["50 lies in no range."]


def test_a_row_of_a_condition_says_what_is_asked():
    share = one("threshold", measure="turnout", passes=">= 85 %")
    plain = one("toggle")

    assert told(row(share, facts=measured(turnout=Ratio(17, 20)))) == ["17/20: meets >= 85 %."]
    missed = row(share, facts=measured(turnout=Ratio(16, 20)))
    assert (missed.source, missed.value) == ("measured", "16/20")
    assert told(missed) == ["16/20: does not meet >= 85 %."]
    assert told(row(plain, mark(value="true")))[0].endswith(": meets true.")


def gated(effect, points=0):
    breach = {"effect": effect, "points": points}
    return one("points", measure="breaches", passes="= 0", on_breach=breach)


@pytest.mark.parametrize(
    ("effect", "last"),
    [
        ("deduct", "Breach: 3 points deducted."),
        ("cap", "Breach: at most 7 points."),
        ("zero", "Breach: the criterion has no points."),
        ("knockout", "Breach: the whole fails, whatever the total."),
    ],
)
def test_a_row_of_a_breach_says_what_fails_and_what_it_does(effect, last):
    found = row(gated(effect, 3), mark(points=8), facts=measured(breaches=Fraction(1)))

    assert told(found) == ["Given 8 points.", "1: does not meet = 0.", last]


def test_a_row_of_a_check_that_is_no_comparison_says_that_yes_was_asked():
    checked = one("points", checks=[{"id": "open"}])

    assert told(row(checked, mark(points=8), mark("1/open", "false")))[1] == (
        "“open” fails: false, asked true."
    )


def test_a_row_of_a_group_counts_what_is_met_and_says_its_minimum():
    nodes = [{"id": str(number), "kind": "toggle", "max": 10} for number in (1, 2)]
    table = criteria({"id": "I", "nodes": nodes, "minimum": 5})
    found = scored(table, mark("1", "true"), mark("2", "false")).row("I")

    assert (found.source, found.points, found.maximum, found.met) == ("computed", 10, 20, False)
    assert told(found) == ["1 of 2 criteria are met.", "Minimum of the group: 5."]


@pytest.mark.parametrize(
    ("rule", "points", "met", "last"),
    [
        ("not_counted", None, None, "Does not apply and is not counted."),
        ("full", 10, True, "Does not apply and counts in full."),
        ("zero", 0, None, "Does not apply and has no points."),
        ("exclude_and_rescale", None, None, "Does not apply; its points are spread over the others."),
    ],
)  # fmt: skip
def test_a_row_that_does_not_apply_says_by_which_rule(rule, points, met, last):
    found = row(one("points", applies={"has": ["x"]}, not_applicable=rule))

    assert (found.source, found.points, found.maximum, found.met) == (
        "not_applicable",
        points,
        10,
        met,
    )
    assert told(found) == [last]
