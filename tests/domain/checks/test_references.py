"""Names that lead nowhere are told where they stand, with those that there are."""

import pytest

from domain.checks.references import MEETING_MEASURES
from domain.unit_year.meeting import _measured
from tests.domain.programme.trees import said, told

LABEL = {"vi": "v", "en": "e"}


@pytest.mark.parametrize(
    "path",
    [
        "subjects.cell.title",
        "subjects.cell.criteria",
        "subjects.cell.workflow",
        "workflows.unit.uses.1",
        "vote.subjects.0",
        "rewards.star.by",
        "rewards.star.level",
        "criteria.cell.source",
        "criteria.cell.groups.3.nodes.0.measure",
        "criteria.cell.groups.4.nodes.0.children.title",
        "deadlines.month_end.within.after",
        "sources.GD.parent",
        "roles.hop.rules.0.subjects.0",
    ],
)
def test_a_name_that_leads_nowhere_is_told_where_it_stands(path):
    assert path in told((path, "nowhere"))


@pytest.mark.parametrize(
    ("path", "value", "at"),
    [
        ("dossier", [{**LABEL, "document": "DOC-PLANS"}], "dossier.0.document"),
        ("dossier", [{**LABEL, "document": "DOC-PLAN", "subjects": ["x"]}], "dossier.0.subjects.0"),
        ("measures", {"m": {**LABEL, "from": "nowhere"}}, "measures.m.from"),
        ("consultation", {"required": True, "bodies": ["decider", "x"]}, "consultation.bodies.1"),
        ("pilot", {"periods": ["2024-05"], "chooser": "x"}, "pilot.chooser"),
        (
            "pilot",
            {"periods": [], "chooser": "keeper", "units": [{"name": "u", "subject": "x"}]},
            "pilot.units.0.subject",
        ),
        ("revocation.recalls", ["star", "moon"], "revocation.recalls.1"),
        ("commendations", {"c": {**LABEL, "by": "x"}}, "commendations.c.by"),
        ("reviews", {"r": {**LABEL, "by": "x"}}, "reviews.r.by"),
        ("reports", {"r": {**LABEL, "every": "month", "by": "x", "to": "hop"}}, "reports.r.by"),
        ("reports", {"r": {**LABEL, "every": "month", "by": "hop", "to": "x"}}, "reports.r.to"),
        ("duties", [{**LABEL, "by": "x"}], "duties.0.by"),
        ("duties", [{**LABEL, "by": "hop", "held_by": "x"}], "duties.0.held_by"),
        ("duties", [{**LABEL, "by": "hop", "held_by": "lock-round"}], "duties.0.held_by"),
        ("duties", [{**LABEL, "by": "hop", "deadline": "x"}], "duties.0.deadline"),
        (
            "criteria.cell.groups.0.nodes.0.applies",
            {"org_types": ["school"]},
            "criteria.cell.groups.0.nodes.0.applies.org_types.0",
        ),
    ],
)
def test_every_section_names_what_there_is(path, value, at):
    assert told((path, value)) == [at]


def test_a_variant_of_a_deadline_counts_from_a_step_of_the_file():
    variants = [{"within": {"after": "nowhere", "days": 3}}]
    assert told(("deadlines.month_end", {"variants": variants})) == [
        "deadlines.month_end.variants.0.within.after"
    ]


def test_the_names_that_there_are_are_told_in_both_languages():
    change = ("subjects.cell.title", "cel")
    assert said(change, language="vi")[0] == (
        "Không có danh hiệu “cel”. Hãy sửa tên; có: cell, committee, member."
    )
    assert said(change)[0] == (
        "There is no title “cel”. Mend the name; there are: cell, committee, member."
    )


def test_a_programme_may_measure_what_is_measured_of_a_meeting():
    for name in (*MEETING_MEASURES, "entered"):
        assert told(("measures", {"m": {**LABEL, "from": name}})) == []
    written = _measured.__code__.co_consts
    assert set(MEETING_MEASURES) <= {name for each in written for name in _names(each)}


def _names(constant):
    return constant if isinstance(constant, tuple) else (constant,)
