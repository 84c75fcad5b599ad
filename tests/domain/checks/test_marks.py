"""What a file invents is told at its place: a step, a role, a day, a figure without clause and default."""

import pytest

from domain.checks import check_tree
from tests.domain.programme.trees import GONE, changed, said, told, tree
from tests.programmes.files import TEXTS
from tests.support.world import PROGRAMMES

TREES = {code: tree(PROGRAMMES / f"{code}.yaml") for code in TEXTS}
FIGURES = [
    ("kon-tum", "criteria.base.pass.mark"), ("kon-tum", "criteria.cell.groups.1.max"),
    ("son-la", "vote.quorum"), ("cam-giang", "vote.majority"), ("kon-tum", "consultation.days"),
    ("soc-trang", "revocation.explanation_days"), ("cam-giang", "meetings.window.widened_last"),
    ("power-tkv", "rewards.group_outstanding.cadence.first_year"),
]  # fmt: skip
INVENTED = [
    ("kon-tum", "blocks.common.2"), ("kon-tum", "blocks.common.3"), ("soc-trang", "blocks.common.2"),
    ("kon-tum", "deadlines.explanation"), ("cam-giang", "workflows.cell.steps.0"),
    ("son-la", "revocation.grounds.false_papers"), ("power-tkv", "duties.0"),
    *((code, "blocks.common.9") for code in TEXTS if code != "cam-giang"),
]  # fmt: skip


def without(code, path):
    """Where check finds faults in a guideline whose part at a path names neither clause nor default."""
    names = [(f"{path}.{name}", GONE) for name in ("clause", "default")]
    part = changed(of=tree(PROGRAMMES / f"{code}.yaml"))
    for key in path.split("."):
        part = part[int(key) if key.isdigit() else key]
    kept = [each for each in names if each[0].rpartition(".")[2] in part]
    return told(*kept, of=tree(PROGRAMMES / f"{code}.yaml"))


@pytest.mark.parametrize(("code", "path"), INVENTED)
def test_a_part_without_clause_and_default_is_told(code, path):
    assert without(code, path) == [path]


@pytest.mark.parametrize(("code", "path"), FIGURES)
def test_a_figure_that_is_no_longer_assumed_is_told(code, path):
    figure = TREES[code]
    for key in path.split("."):
        figure = figure[int(key) if key.isdigit() else key]
    assert set(figure) == {"assumed", "default"}
    assert told((path, figure["assumed"]), of=tree(PROGRAMMES / f"{code}.yaml")) == [path]


def test_a_role_names_its_clause_or_each_of_its_rules_does():
    at = "roles.propaganda_board"
    assert without("kon-tum", f"{at}.rules.0") == [f"{at}.rules.0"]
    bare = changed((f"{at}.rules.0.default", GONE), (f"{at}.clause", "KT-STP-2b"),
                   of=tree(PROGRAMMES / "kon-tum.yaml"))  # fmt: skip
    assert check_tree(bare) == []


def test_the_fault_says_what_to_do():
    assert said(("default", GONE))[0] == (
        "This rests on no clause of the guideline. Name its clause, or its default where it is assumed."
    )
