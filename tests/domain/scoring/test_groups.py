from decimal import Decimal

import pytest

from domain.scoring.profile import Profile
from tests.domain.scoring.sets import conditions, criteria, mark, outcome, row, scored
from words.sentences import sentence

YES = [{"id": str(n), "kind": "toggle"} for n in (1, 2, 3)]


def marks(*values):
    return [mark(str(n), value) for n, value in enumerate(values, 1)]


def grouped(pass_when, **fields):
    return criteria(
        {"id": "I", "nodes": YES, "pass_when": pass_when, **fields},
        rule={"rule": "all_groups"},
        scale=None,
    )


def test_a_group_asks_for_all_of_its_nodes():
    assert outcome(grouped("all"), *marks("true", "true", "true")).passes
    assert not outcome(grouped("all"), *marks("true", "true", "false")).passes


def test_a_group_may_ask_for_some_of_its_nodes():
    assert outcome(grouped(2), *marks("true", "false", "true")).passes
    assert not outcome(grouped(2), *marks("false", "false", "true")).passes


def test_a_group_asks_for_no_more_nodes_than_apply():
    nodes = [YES[0], {**YES[1], "applies": {"has": ["office"]}}]
    group = {"id": "I", "nodes": nodes, "pass_when": 2}
    table = criteria(group, rule={"rule": "all_groups"}, scale=None)
    assert outcome(table, mark("1", "true")).passes
    assert not outcome(table, mark("1", "true"), profile=Profile(has=frozenset({"office"}))).passes


def test_every_group_must_pass():
    groups = [{"id": i, "nodes": [node]} for i, node in zip("ABC", YES, strict=True)]
    table = criteria(*groups, rule={"rule": "all_groups", "level": "reached"}, scale=None)
    reached = outcome(table, *marks("true", "true", "true"))
    assert (reached.passes, reached.level, reached.total, reached.points) == (
        True, "reached", None, {},
    )  # fmt: skip
    failed = outcome(table, *marks("true", "false", "true"))
    assert (failed.passes, failed.level) == (False, "")
    assert failed.met == {"A": True, "1": True, "B": False, "2": False, "C": True, "3": True}


def pointed(*nodes, **fields):
    return criteria({"id": "I", "nodes": list(nodes), "pass_when": "sum", **fields})


P1 = {"id": "1", "kind": "points", "max": 60}
P2 = {"id": "2", "kind": "points", "max": 60}


def test_a_group_gives_no_more_than_its_maximum():
    table = pointed(P1, P2, max=100)
    assert outcome(table, mark("1", points=60), mark("2", points=60)).points["I"] == 100


def test_a_group_inside_a_group_is_capped_by_itself():
    regular = {"id": "4.2", "kind": "points", "max": 10}
    thematic = {"id": "4.3", "kind": "points", "max": 5}
    both = {"id": "4", "kind": "group", "max": 10, "nodes": [regular, thematic]}
    found = outcome(pointed(both), mark("4.2", points=10), mark("4.3", points=5))
    assert (found.points["4"], found.total) == (10, 10)


def test_a_group_inside_a_group_may_have_to_reach_points():
    inner = {"id": "1", "kind": "group", "nodes": [P2], "pass_when": "sum", "passes": ">= 30"}
    assert row(pointed(inner), mark("2", points=30)).met
    assert not row(pointed(inner), mark("2", points="29.5")).met


def test_a_group_below_its_minimum_fails_though_the_total_is_enough():
    groups = [
        {"id": "A", "nodes": [P1], "pass_when": "sum", "minimum": 30},
        {"id": "B", "nodes": [P2], "pass_when": "sum"},
    ]
    table = criteria(*groups, rule={"rule": "total", "mark": 80})
    assert outcome(table, mark("1", points=30), mark("2", points=50)).passes
    failed = outcome(table, mark("1", points=29), mark("2", points=60))
    assert (failed.total, failed.passes, failed.met["A"]) == (89, False, False)


def not_applicable(rule, **fields):
    away = {**P2, "max": 20, "applies": {"has": ["office"]}, "not_applicable": rule, **fields}
    return pointed({**P1, "max": 80}, away, max=100)


@pytest.mark.parametrize(
    ("rule", "total"),
    [("not_counted", 60), ("full", 80), ("zero", 60), ("exclude_and_rescale", 75)],
)
def test_a_node_that_does_not_apply_follows_its_rule(rule, total):
    assert outcome(not_applicable(rule), mark("1", points=60)).total == total


def test_a_mark_on_a_node_that_does_not_apply_is_worth_nothing():
    found = scored(not_applicable("not_counted"), mark("1", points=60), mark("2", points=20))
    assert found.outcome.total == 60
    assert (found.row("2").source, found.row("2").points, found.row("2").met) == (
        "not_applicable", None, None,
    )  # fmt: skip


def test_a_rescaled_group_is_rounded_half_up_to_the_step():
    found = scored(not_applicable("exclude_and_rescale"), mark("1", points="60.5"))
    assert found.outcome.total == Decimal("75.5")
    assert (
        sentence(found.row("I").why[-1], "en") == "60.5 points on a scale of 80, rescaled to 100."
    )


def test_a_group_of_which_nothing_applies_is_made_up_by_the_others():
    away = {**P2, "max": 20, "applies": {"has": ["x"]}, "not_applicable": "exclude_and_rescale"}
    table = criteria(
        {"id": "A", "nodes": [{**P1, "max": 80}], "pass_when": "sum"}, {"id": "B", "nodes": [away]}
    )
    found = scored(table, mark("1", points=60))
    assert (found.outcome.total, found.outcome.met) == (75, {"A": True, "1": True})
    assert found.row("B").met is None


def test_a_group_inside_a_group_may_not_apply_at_all():
    away = {"applies": {"has": ["x"]}, "not_applicable": "full"}
    inner = {"id": "1", "kind": "group", "nodes": [P2], **away}
    assert outcome(pointed(inner), mark("2", points=1)).total == 60


def test_a_node_that_does_not_apply_cannot_fail_its_group():
    for rule in ("not_counted", "full", "zero", "exclude_and_rescale"):
        away = {**YES[1], "applies": {"leaders_only": True}, "not_applicable": rule}
        table = conditions(YES[0], away)
        assert outcome(table, mark("1", "true"), profile=Profile(leaders=False)).passes
        assert not outcome(table, mark("1", "true")).passes
