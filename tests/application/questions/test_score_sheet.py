"""A score sheet as it is asked for: how a criterion is marked, with what it is filled in, what it comes to so far."""

from pathlib import Path

import pytest

from application.questions import cases as queries
from application.questions.cases import world_of
from application.questions.mark_entry import entry_of, entry_of_check
from application.questions.sheet_asked import GroupAsked
from application.questions.sheet_before import sheet_before
from application.questions.sheet_so_far import sheet_so_far, situation_for
from domain.programme.criteria import Band, External, Node, Series
from domain.refusal import RefusedError
from domain.scoring.breach import check_entered
from domain.scoring.entered import entered
from domain.scoring.tree import leaves
from tests.support import small_year
from tests.support.world import edition_at
from tests.web.conftest import played

CELL, OTHER = "CB-cell_committee", "CB-second"
FILES = [
    Path("programmes") / f"{code}.yaml"
    for code in ("cam-giang", "kon-tum", "power-tkv", "soc-trang", "son-la")
]


@pytest.fixture
def system(sqlite_url, tmp_path):
    lines = [*small_year.set_up(), *[*small_year.year()][:2]]
    system = played(sqlite_url(), tmp_path, [lines])
    yield system
    system.close()


def asked(system, verb):
    world = world_of(system)
    [case] = queries.cases(system)
    return situation_for(world, f"case:{case['case']}", verb)


def node(kind, **more):
    return Node(id="I.1", vi="một", en="one", kind=kind, **more)


@pytest.mark.parametrize(
    ("kind", "more", "manner", "values"),
    [
        ("points", {"max": 5}, "points", []),
        ("toggle", {"max": 5}, "choice", ["true", "false"]),
        ("threshold", {"passes": ">= 85 %"}, "percent", []),
        ("threshold", {"passes": "<= 3"}, "figure", []),
        ("threshold", {"passes": ">= FAIR"}, "choice", ["GOOD", "FAIR", "AVERAGE", "POOR"]),
        ("series", {"series": Series(passes="= GOOD")}, "count", []),
        ("series", {"series": Series(passes=">= 90", need="mean")}, "series", []),
        ("ratio_of_cases", {}, "share", []),
        ("bands", {"bands": [Band(range="[0 %, 50 %]")]}, "percent", []),
        ("bands", {"bands": [Band(range="[0, 50]", level="FAIR")]}, "choice", ["FAIR"]),
        ("external_result", {"external": External(instrument="classification", of="members")}, "share", []),
        ("external_result", {}, "choice", ["EXCELLENT", "WELL", "COMPLETED", "NOT_COMPLETED"]),
    ],
)  # fmt: skip
def test_each_kind_of_criterion_has_its_manner(kind, more, manner, values):
    entry = entry_of(node(kind, **more), scaled=True)

    assert (entry.manner, [each.value for each in entry.choices]) == (manner, values)


def test_points_stand_beside_the_choices_of_a_scale_alone():
    toggle = node("toggle", max=5)

    assert [each.points for each in entry_of(toggle, scaled=True).choices] == [5, 0]
    assert [each.points for each in entry_of(toggle, scaled=False).choices] == [None, None]


def test_the_log_takes_whatever_may_be_chosen_in_any_programme():
    found = 0
    for edition in map(edition_at, sorted(FILES)):
        for criteria in edition.programme.criteria.values():
            for leaf in leaves(criteria):
                for choice in entry_of(leaf, scaled=criteria.scale is not None).choices:
                    assert entered(leaf, choice.value) is not None, (leaf.id, choice)
                    found += 1
                for check in leaf.checks:
                    for choice in entry_of_check(check).choices:
                        assert check_entered(check, choice.value) is not None, (check.id, choice)
    assert found > 0


def second_member():
    """Another member of the cell's committee."""
    common = {"by": "quan-tri", "at": "2024-01-06T09:00", "reason": "lý do"}
    named = {"person": OTHER, "name": "Người mẫu thứ hai"}
    yield {"do": "register-person", "data": named, **common}
    mandate = {"mandate": "m1", "organ": "CB/cell_committee"}
    yield {"do": "give-mandate", "person": OTHER, "data": mandate, **common}


def given(by, marks, bonus=()):
    """A scorer's own sheet; nothing else is asked of it here than that it is whole."""
    own = small_year.sheet()
    own["marks"] = [{**mark, **marks.get(mark["node"], {})} for mark in own["marks"]]
    own["bonus"] = [*bonus]
    return {
        "do": "submit-sheet", "by": by, "at": "2024-11-20T09:00", "reason": "lý do",
        "data": {"sheet": own}, **small_year.SUBJECT,
    }  # fmt: skip


@pytest.fixture
def two_sheets(sqlite_url, tmp_path):
    """Two scorers who say different things of one criterion."""
    lines = [*small_year.set_up(), *second_member(), *[*small_year.year()][:2]]
    one = given(CELL, {"I.2": {"points": 12, "remark": "lời của người này"}})
    other = given(OTHER, {"I.2": {"points": 9}})
    system = played(sqlite_url(), tmp_path, [lines, [one, other]])
    yield system
    system.close()


def mark_of(sheet, name):
    return next(mark for mark in sheet.marks if mark.node == name)


def test_an_aggregate_begins_with_what_all_say_and_the_mean_where_they_differ(two_sheets):
    sheet = sheet_before(asked(two_sheets, "adopt-aggregate"), CELL)

    assert str(mark_of(sheet, "I.2").points) == "10.5"
    assert str(mark_of(sheet, "I.1").points) == "6"
    assert mark_of(sheet, "I.1").evidence == ["mc-1"]
    assert {mark.remark for mark in sheet.marks} == {""}


def test_a_scorer_goes_on_from_their_own_sheet_alone(two_sheets):
    situation = asked(two_sheets, "submit-sheet")

    assert str(mark_of(sheet_before(situation, OTHER), "I.2").points) == "9"
    assert sheet_before(situation, "DB-committee_office") is None


def test_nobody_has_given_a_sheet_yet(system):
    assert sheet_before(asked(system, "submit-sheet"), CELL) is None
    assert sheet_before(asked(system, "appraise"), CELL) is None


@pytest.mark.parametrize(
    ("points", "codes"),
    [
        ("6", ["evidence_missing"]),
        ("6.5", ["points_above", "evidence_missing"]),
        ("x", ["payload_unreadable"]),
    ],
)
def test_a_sheet_so_far_tells_what_is_impossible_and_adds_up_the_rest(system, points, codes):
    situation = asked(system, "submit-sheet")
    empty = sheet_so_far(situation, {})
    marks = [{"node": "I.1", "points": points}, {"node": "I.2", "points": "5"}]
    so_far = sheet_so_far(situation, {"marks": marks})

    assert [each.code for each in so_far.wrong] == codes
    assert all(each.about.startswith("sheet.marks.I.1") for each in so_far.wrong)
    read = 1 if points == "x" else 2
    assert so_far.marked == empty.marked + read
    assert so_far.due == empty.due == 15
    assert so_far.total >= empty.total + 5


def test_a_sheet_of_a_case_that_is_none_is_refused(system):
    with pytest.raises(RefusedError, match="no_such_case"):
        situation_for(world_of(system), "case:khong-co", "submit-sheet")


def test_a_number_in_the_words_of_a_group_is_not_said_twice():
    plain = GroupAsked("I", "Hoàn thành tốt", None, (), ())
    numbered = GroupAsked("1.1", "1.1. Lãnh đạo tốt", None, (), ())

    assert plain.title == "I. Hoàn thành tốt"
    assert numbered.title == "1.1. Lãnh đạo tốt"
