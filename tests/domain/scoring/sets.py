"""Small criteria sets and sheets for the tests of scoring. All figures are made up."""

from decimal import Decimal

import msgspec

from domain.events.base import Bonus, Deduction, Mark, Sheet
from domain.programme.criteria import CriteriaSet, Node
from domain.scoring.facts import Facts, Measured
from domain.scoring.profile import Profile
from domain.scoring.score import score, validate
from tests.support.shown import assert_shown


def node(kind="points", **fields):
    return msgspec.convert({"id": "1", "vi": "v", "en": "e", "kind": kind, **fields}, Node)


def criteria(*groups, rule=None, **fields):
    """A set with the groups (dicts of Group); a scale of 100 unless `scale=None`."""
    scale = fields.pop("scale", {"base": 100, "total": 100})
    built = {
        "vi": "v", "en": "e", "pass": rule or {"rule": "total", "mark": 80},
        "groups": [{"vi": "v", "en": "e", **group} for group in groups], **fields,
    }  # fmt: skip
    if scale is not None:
        built["scale"] = scale
    return msgspec.convert(_labelled(built), CriteriaSet, strict=False)


def _labelled(value):
    """Give every piece that needs one a label."""
    if isinstance(value, dict):
        if "id" in value or {"level", "range"} <= value.keys():
            value = {"vi": "v", "en": "e", **value}
        return {key: _labelled(each) for key, each in value.items()}
    return [_labelled(each) for each in value] if isinstance(value, list) else value


def one(kind, **fields):
    """A set of one group of one node `1`."""
    return criteria({"id": "I", "nodes": [{"id": "1", "kind": kind, "max": 10, **fields}]})


def conditions(*nodes, **fields):
    """A set without points whose groups must all pass."""
    group = {"id": "I", "nodes": list(nodes)}
    return criteria(group, rule={"rule": "all_groups"}, scale=None, **fields)


def mark(node="1", value="", points=None, evidence=()):
    exact = None if points is None else Decimal(str(points))
    return Mark(node=node, value=value, points=exact, evidence=list(evidence))


def sheet(*marks, bonus=(), deductions=()):
    return Sheet(
        marks=list(marks),
        bonus=[Bonus(reason=reason, points=Decimal(str(points))) for reason, points in bonus],
        deductions=[Deduction(reason=r, times=times, node=node) for r, times, node in deductions],
    )


def measured(**values):
    return Facts({name: Measured(value=value) for name, value in values.items()})


def scored(criteria_set, *marks, facts=None, profile=None, **pools):
    found = score(criteria_set, profile or Profile(), sheet(*marks, **pools), facts or Facts())
    for row_of_all in found.rows:
        for why in row_of_all.why:
            assert_shown(why)
    return found


def outcome(criteria_set, *marks, **rest):
    return scored(criteria_set, *marks, **rest).outcome


def row(criteria_set, *marks, **rest):
    return scored(criteria_set, *marks, **rest).row("1")


def refusals(criteria_set, *marks, facts=None, profile=None, complete=False, individual=False, **p):
    found = validate(
        criteria_set,
        profile or Profile(),
        sheet(*marks, **p),
        facts or Facts(),
        complete=complete,
        individual=individual,
    )
    for each in found:
        assert_shown(each)
    return [each.code for each in found]
