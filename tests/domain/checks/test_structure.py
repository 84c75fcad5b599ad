"""Structure and marks of assumption: every misfit is told, each at its own place."""

import pytest

from domain.checks import check_tree
from tests.domain.programme.trees import GONE, said, told


def test_the_sixth_programme_has_no_faults():
    assert told() == []


@pytest.mark.parametrize("wrong", [None, [], "text", 7])
def test_what_is_no_mapping_has_one_fault(wrong):
    assert [fault.path for fault in check_tree(wrong)] == [()]


def test_every_missing_section_is_told():
    assert said(("titles", GONE), ("cadence", GONE)) == [
        "The key “titles” is missing. Add it.",
        "The key “cadence” is missing. Add it.",
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("colour", "red"),
        ("vote.quorums", "1/2"),
        ("vote.required", "perhaps"),
        ("criteria.cell.groups.1.nodes.0.kind", "bandes"),
        ("criteria.cell.groups.1.nodes.0.bands.0.points", "none"),
        ("revocation.grounds.criteria_not_met.fr", "x"),
        ("revocation.effects.0", "from_never"),
        ("roles.hop.rules.0.from", "2024-02-30"),
        ("workflows.unit.steps.0.step", "two words"),
        ("workflows.unit.steps.0.by", 7),
        ("deadlines.month_end.within.days", -1),
        ("span.from", "soon"),
    ],
)
def test_a_key_or_value_that_does_not_fit_is_told_at_its_own_place(path, value):
    assert told((path, value)) == [path]


def test_a_missing_key_is_told_where_it_should_stand():
    assert told(("rewards.star.by", GONE)) == ["rewards.star"]


def test_one_misfit_does_not_hide_the_others():
    wrong = ("vote.required", 7), ("vote.secret", 7), ("criteria.cell.bands.0.range", 7)
    assert told(*wrong) == ["criteria.cell.bands.0.range", "vote.required", "vote.secret"]


def test_the_same_misfit_is_told_any_number_of_times():
    found = [told(("workflows.unit.steps.0.by", 7)) for _ in range(20)]
    assert found == [["workflows.unit.steps.0.by"]] * 20


def test_a_rule_of_a_whole_record_is_told_at_the_record():
    both = {"within": {"after": "open-case", "days": 1}, "quarter": 1}
    assert told(("deadlines.month_end", both)) == ["deadlines.month_end"]
    assert said(("deadlines.month_end", both)) == [
        "A deadline has exactly one of on, before, quarter, within, variants. Mend it."
    ]


def test_a_wrong_word_is_told_with_those_that_fit():
    assert said(("cadence.every", "week"), language="vi") == [
        "Không dùng được “week” ở đây. Hãy chọn một trong các giá trị: year, quarter, month, term."
    ]


def test_a_wrong_key_is_told_with_the_nearest():
    assert said(("vote.quorums", "1/2")) == [
        "There is no key “quorums” here. Mend the name or take it out (there are: quorum)."
    ]


def test_a_kind_that_is_none_is_told_with_both():
    assert said(("kind", "instrumnet"), language="vi") == [
        "Không dùng được “instrumnet” ở đây. Hãy chọn một trong các giá trị: programme, instrument."
    ]
    assert told(("kind", ["programme"])) == ["kind"]


@pytest.mark.parametrize(
    "mark",
    [
        {"assumed": 5},
        {"assumed": 5, "default": ""},
        {"assumed": 5, "default": None},
        {"assumed": 5, "default": "D-31", "why": "x"},
    ],
)
def test_an_assumed_value_names_its_default_and_nothing_else(mark):
    assert told(("revocation.explanation_days", mark)) == ["revocation.explanation_days"]


@pytest.mark.parametrize("default", ["D-00", "D-61", "D-1", "thirty", 31, ["D-31"]])
def test_a_default_that_does_not_exist_is_refused(default):
    wrong = {"assumed": 5, "default": default}
    assert told(("revocation.explanation_days", wrong)) == ["revocation.explanation_days.default"]


@pytest.mark.parametrize("default", ["D-01", "D-60"])
def test_the_first_and_the_last_default_exist(default):
    assert told(("revocation.explanation_days", {"assumed": 5, "default": default})) == []


def test_a_default_that_does_not_exist_is_refused_on_a_record_too():
    assert told(("vote.default", "D-99")) == ["vote.default"]
