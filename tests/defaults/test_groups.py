"""Groups of criteria where a text gives no points, where it can be read in two ways, and facts inside one."""

import pytest
from msgspec.structs import replace

from domain.case.decide import decide
from domain.events.base import Mark, Sheet
from domain.scoring.tree import leaves
from tests.clauses.homes import EDITIONS
from tests.defaults.sheets import Scoring, criteria_of
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at

WITHOUT_POINTS = [
    (code, kind)
    for code in ("soc-trang", "cam-giang")
    for kind in EDITIONS[code].programme.subjects
]


def without(scoring, node):
    return Sheet(marks=[mark for mark in scoring.sheet.marks if mark.node != node])


@pytest.mark.parametrize(("code", "kind"), WITHOUT_POINTS)
def test_d40_without_points_every_criterion_of_every_group_must_pass(code, kind):
    scoring = Scoring(code, kind)
    nodes = [node.id for node in leaves(scoring.criteria)]

    assert scoring.outcome().passes
    assert [node for node in nodes if scoring.outcome(without(scoring, node)).passes] == []


def test_d40_a_criterion_is_judged_by_its_levels():
    scoring = Scoring("soc-trang", "base_cell")
    levels = [
        level for node in leaves(scoring.criteria) for level in node.levels if node.id == "II.3"
    ]
    passes = {
        level.id: scoring.outcome(scoring.marked("II.3", value=level.id)).passes for level in levels
    }

    assert passes == {"good": True, "met": True, "not_met": False}


@pytest.mark.parametrize(
    ("node", "fallen", "other"), [("III.1", "III", "IV"), ("IV.1", "IV", "III")]
)
def test_d41_solidarity_and_members_are_two_of_four_groups(node, fallen, other):
    scoring = Scoring("soc-trang", "base_committee")

    met = scoring.outcome(without(scoring, node)).met

    assert [group.id for group in scoring.criteria.groups] == ["I", "II", "III", "IV"]
    assert (met[fallen], met[other]) == (False, True)


@pytest.mark.parametrize("criteria", EDITIONS["son-la"].programme.criteria)
def test_d42_the_first_criterion_of_son_la_is_the_political_tasks(criteria):
    [first, *others] = criteria_of("son-la", criteria).groups

    assert first.vi == "Hoàn thành tốt nhiệm vụ chính trị"
    assert not [each.vi for each in others if "chính trị" in each.vi]


def test_d43_the_title_of_a_department_level_committee_is_printed_as_the_plan_words_it():
    edition, kind, stage, step = next(
        each.values
        for each in TRANSITIONS
        if each.id.startswith("son-la-department_committee-new-")
    )
    story = story_at(edition, kind, stage, step)

    opened = decide(None, command_of(story, step), story.world).events[0]

    title = edition.programme.titles[opened.title]
    assert title.vi == "Đảng bộ bộ phận cơ sở bốn tốt"
    assert title.vi != edition.programme.titles["four_good_cell"].vi


def test_d50_each_fact_of_one_criterion_is_checked_and_the_score_is_the_criterions():
    scoring = Scoring("kon-tum", "base_cell")
    [node] = [each for each in leaves(scoring.criteria) if each.id == "I.5"]
    names = [check.id for check in node.checks]

    def outcome(*failing):
        marks = [Mark(node=f"I.5/{name}", value="1" if name in failing else "0") for name in names]
        return scoring.outcome(replace(scoring.sheet, marks=[*scoring.sheet.marks, *marks]))

    assert len(names) == 3
    assert (outcome().met["I.5"], outcome().points["I.5"]) == (True, 6)
    assert [outcome(name).met["I.5"] for name in names] == [False] * 3
    assert outcome(*names).points["I.5"] == outcome(names[0]).points["I.5"] == 4
    assert not [node for node in outcome(*names).points if node.startswith("I.5/")]


@pytest.mark.parametrize(
    ("code", "kind", "check", "short", "enough"),
    [
        ("power-tkv", "base_cell", "exceeded", "0 %", "1 %"),
        ("soc-trang", "base_cell", "target", "99 %", "100 %"),
        ("cam-giang", "cell", "speakers", "1", "2"),
    ],
)
def test_d50_a_fact_without_a_figure_in_the_text_has_the_one_of_the_file(
    code, kind, check, short, enough
):
    scoring = Scoring(code, kind)
    [name] = [mark.node for mark in scoring.sheet.marks if mark.node.endswith(f"/{check}")]
    node = name.partition("/")[0]

    assert scoring.outcome(scoring.marked(name, value=enough)).met[node]
    assert not scoring.outcome(scoring.marked(name, value=short)).met[node]
