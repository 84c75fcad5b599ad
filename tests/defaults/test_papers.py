"""Numbers on papers, and evidence for what is marked at its best."""

from decimal import Decimal
from typing import get_args, get_type_hints

import pytest
from msgspec.structs import replace

from domain.case.acts import KINDS
from domain.events import details as d
from domain.scoring.applies import due_leaves
from domain.scoring.tree import leaves
from tests.clauses.homes import EDITIONS
from tests.defaults.sheets import Scoring
from tests.domain.case.asking import a_case, refused, taken
from tests.domain.case.test_bound import DECIDERS, PASS, ready
from tests.support.stage_world import DOCUMENT

NUMBERED = [kind for kind in KINDS if "number" in kind.payload.__struct_fields__]


def asking_evidence():
    for code, edition in EDITIONS.items():
        for kind in edition.programme.subjects:
            scoring = Scoring(code, kind)
            for node in due_leaves(scoring.criteria.groups, scoring.profile):
                if node.evidence:
                    yield pytest.param(scoring, node, id=f"{code}-{kind}-{node.id}")


ASKING = list(asking_evidence())


@pytest.mark.parametrize(("code", "kind"), [each for each in DECIDERS if each[0] in EDITIONS])
def test_d45_the_number_of_a_decision_is_typed_and_stays_as_it_was_typed(code, kind):
    story = ready(code, kind)

    assert refused(story, "decide", replace(PASS, number=" ")) == {"number_missing"}
    typed = replace(PASS, number="01-QĐ/ĐU")
    assert taken(story, "decide", typed).details.number == "01-QĐ/ĐU"


def test_d45_no_act_is_given_a_number_by_the_program():
    assert len(NUMBERED) >= 7
    assert [kind.topic for kind in NUMBERED if "number" in kind.filled_in] == []


@pytest.mark.parametrize(("scoring", "node"), ASKING)
def test_d51_a_maximum_needs_evidence_where_the_file_asks_for_it(scoring, node):
    assert scoring.refusals(scoring.sheet) == set()
    assert scoring.refusals(scoring.marked(node.id, evidence=[])) == {"evidence_missing"}
    if node.kind == "points":
        less = node.max - Decimal("0.5")
        assert scoring.refusals(scoring.marked(node.id, evidence=[], points=less)) == set()


@pytest.mark.parametrize("code", EDITIONS)
def test_d51_each_guideline_asks_for_it_somewhere_and_not_everywhere(code):
    kinds = EDITIONS[code].programme.subjects
    asked = {node.evidence for kind in kinds for node in leaves(Scoring(code, kind).criteria)}

    assert asked == {True, False}


def test_d51_evidence_is_of_a_kind_and_holds_something():
    kinds = get_args(get_type_hints(d.Evidence)["kind"])
    assert kinds == ("document", "figure", "attendance", "inspection", "classification")
    story = a_case("self_assessed")

    for kind in kinds:
        given = d.Evidence(
            evidence="mc-2", nodes=["I.1"], kind=kind, value="12/12", document=DOCUMENT
        )
        assert taken(story, "attach-evidence", given).details.kind == kind
        empty = replace(given, value=" ", document=None)
        assert refused(story, "attach-evidence", empty) == {"evidence_empty"}


@pytest.mark.parametrize("kind", ["document", "inspection", "classification"])
def test_d51_evidence_that_is_a_paper_comes_with_it(kind):
    story = a_case("self_assessed")
    told = d.Evidence(evidence="mc-2", nodes=["I.1"], kind=kind, value="12/12")

    assert refused(story, "attach-evidence", told) == {"evidence_no_paper"}
    assert taken(story, "attach-evidence", replace(told, document=DOCUMENT))


def test_d51_evidence_that_is_a_figure_has_one_and_attendance_may_be_either():
    story = a_case("self_assessed")
    told = d.Evidence(evidence="mc-2", nodes=["I.1"], kind="figure", value="đủ", document=DOCUMENT)

    assert refused(story, "attach-evidence", told) == {"evidence_no_figure"}
    assert taken(story, "attach-evidence", replace(told, value="12/12"))
    listed = replace(told, kind="attendance", value="có mặt đủ", document=None)
    assert taken(story, "attach-evidence", listed)
