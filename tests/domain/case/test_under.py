"""A case under other rules on the same facts: what it would come to, and why that is another outcome."""

from dataclasses import replace as changed
from decimal import Decimal

import pytest
from msgspec.structs import replace

from domain.case.decide import question, situate
from domain.case.situation import Situation
from domain.case.under import Turn, Under, under
from domain.events.base import Bonus
from tests.domain.case.asking import KON_TUM, a_case
from tests.support.best_sheet import blank_sheet
from tests.support.stage_world import TODAY

CELL = KON_TUM.programme.criteria["cell"]


def under_criteria(criteria, story=None, sheet=None):
    """A recognised cell under another set of criteria; its own sheet may be another."""
    story = story or a_case("recognised")
    if sheet is not None:
        with_sheet(story, sheet)
    case = story.world.case(story.stream)
    here = situate(case, question(case, TODAY, story.world), story.world)
    programme = replace(
        KON_TUM.programme, criteria={**KON_TUM.programme.criteria, "cell": criteria}
    )
    edition = changed(KON_TUM, programme=programme)
    there = Situation(here.command, case, here.candidate, edition, story.world)
    return under(case, here, there)


def with_sheet(story, sheet):
    rows = story.world.rows[story.stream]
    for at, (event, stamp) in enumerate(rows):
        if getattr(getattr(event, "details", None), "sheet", None):
            rows[at] = replace(event, details=replace(event.details, sheet=sheet)), stamp


def marked(mark):
    return replace(CELL, pass_rule=replace(CELL.pass_rule, mark=mark))


def total():
    story = a_case("recognised")
    return story.outcome().total


def test_under_its_own_rules_nothing_turns():
    assert under_criteria(CELL) == Under("PASS", "PASS", "PASS", [], [])
    assert not under_criteria(CELL).changed


def test_a_higher_mark_turns_the_outcome_and_the_total_says_why():
    at = total()
    assert under_criteria(marked(at)).outcome == "PASS"

    found = under_criteria(marked(at + Decimal("0.5")))
    assert (found.decided, found.own, found.outcome, found.changed) == (
        "PASS",
        "PASS",
        "FAIL",
        True,
    )
    assert found.turned[-1] == Turn("total", str(at), f"{at} / {at + Decimal('0.5')}")


def test_without_a_sheet_nothing_can_be_said():
    story = a_case("in_progress")
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if not getattr(getattr(row[0], "details", None), "sheet", None)]

    assert under_criteria(CELL, story) == Under("PASS", "", "", [], [])


def with_nodes(change):
    """Kon Tum's criteria with every node as `change` makes it."""
    groups = [replace(g, nodes=[change(node) for node in g.nodes]) for g in CELL.groups]
    return replace(CELL, groups=groups)


def renamed(old, new):
    return lambda node: replace(node, id=new) if node.id == old else node


def test_a_criterion_that_the_sheet_does_not_know_is_lacking():
    found = under_criteria(with_nodes(renamed("I.1", "I.99")))

    assert (found.own, found.outcome, found.lacking, found.changed) == ("PASS", "", ["I.99"], False)


def test_a_mark_of_a_criterion_that_is_no_more_is_left_out():
    fewer = [replace(group, nodes=group.nodes[1:]) for group in CELL.groups]
    found = under_criteria(replace(CELL, groups=fewer))

    assert found.lacking == []
    assert found.own == "PASS"


def test_a_bonus_for_a_reason_that_is_no_more_is_left_out():
    story = a_case("recognised")
    known = [Bonus(reason=each.id, points=Decimal(1)) for each in CELL.bonus]
    assert known
    sheet = replace(story.sheet, bonus=known)

    assert under_criteria(replace(CELL, bonus=[]), story, sheet).lacking == []


def test_a_knock_out_that_is_new_is_told_before_what_is_not_met():
    def knocking(node):
        breach = replace(node.on_breach, effect="knockout")
        return replace(node, on_breach=breach) if node.id == "I.1" else node

    story = a_case("recognised")
    marks = [m for m in story.sheet.marks if m.node != "I.1"]
    low = [replace(m, points=Decimal(0), value="") for m in story.sheet.marks if m.node == "I.1"]
    sheet = replace(story.sheet, marks=[*marks, *low])
    found = under_criteria(with_nodes(knocking), story, sheet)

    assert (found.own, found.outcome) == ("PASS", "FAIL")
    assert found.turned[0] == Turn("I.1", "", "knockout")


def test_a_sheet_that_fails_under_its_own_rules_says_so():
    story = a_case("recognised")
    found = under_criteria(CELL, story, blank_sheet(story.sheet))

    assert (found.decided, found.own, found.changed) == ("PASS", "FAIL", False)


@pytest.mark.parametrize("passes", [True, False])
def test_a_criterion_that_is_met_here_and_not_there_is_told(passes):
    def stricter(node):
        return replace(node, passes=f">= {node.max}") if node.id == "I.1" and not passes else node

    story = a_case("recognised")
    low = [
        replace(m, points=(m.points or Decimal(1)) - Decimal("0.5")) if m.node == "I.1" else m
        for m in story.sheet.marks
    ]
    harder = replace(with_nodes(stricter), pass_rule=replace(CELL.pass_rule, mark=Decimal(999)))
    found = under_criteria(harder, story, replace(story.sheet, marks=low))

    assert (Turn("I.1", "met", "not_met") in found.turned) is not passes
