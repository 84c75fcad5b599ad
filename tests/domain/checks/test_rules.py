"""Authority in time, votes, spans, circles of results, workflows."""

import pytest

from tests.domain.programme.trees import GONE, said, told, tree

RULES = "roles.decider.rules"
ORGANS = [{"organ": "standing_committee", "of": "superior"}]


def test_a_role_without_a_rule_for_a_subject_kind_that_needs_it_is_told():
    only = [{"organs": ORGANS, "subjects": ["member", "cell"]}]
    assert told((RULES, only)) == ["roles.decider"]
    assert said((RULES, only)) == ["Role decider has no organ for committee; add a rule."]


@pytest.mark.parametrize(
    ("spans", "hole"),
    [
        ([(None, "2024-12-31"), ("2025-01-02", None)], "1 Jan 2025"),
        ([("2024-01-02", None)], "1 Jan 2024"),
        ([(None, "2025-12-31")], "1 Jan 2026"),
        ([(None, "2025-06-30"), ("2024-06-01", "2024-07-01")], "1 Jul 2025"),
    ],
)
def test_a_hole_in_time_is_told_with_its_first_day(spans, hole):
    found = said((RULES, rules(spans)))
    assert [f"on {hole};" in sentence for sentence in found] == [True] * 3


@pytest.mark.parametrize(
    "spans",
    [
        [(None, "2024-12-31"), ("2025-01-01", None)],
        [("2025-01-01", None), (None, "2024-12-31")],
        [("2023-01-01", "2025-01-01"), ("2024-06-01", None)],
    ],
)
def test_rules_that_join_or_overlap_leave_no_hole(spans):
    assert told((RULES, rules(spans))) == []


def test_after_the_programme_ends_no_rule_is_needed():
    ends = ("span.until", "2024-12-31")
    assert told(ends, (RULES, rules([(None, "2024-12-31")]))) == []
    assert told(ends, (RULES, rules([(None, "2024-12-30")]))) != []


def rules(spans):
    keys = [dict(zip(("from", "until"), span, strict=True)) for span in spans]
    return [{"organs": ORGANS, **{k: v for k, v in each.items() if v}} for each in keys]


def test_the_bodies_that_are_consulted_need_a_rule_too():
    clerk = {"vi": "v", "en": "e", "rules": [{"organs": ORGANS, "subjects": ["cell"]}]}
    assert told(("roles.clerk", clerk)) == []
    asked = {"required": True, "bodies": ["clerk"], "subjects": ["cell", "member"]}
    assert told(("roles.clerk", clerk), ("consultation", asked)) == ["roles.clerk"]


def test_a_rule_names_an_organ_that_can_be_found_and_begins_before_it_ends():
    assert told((f"{RULES}.0.organs", [])) == [f"{RULES}.0.organs"]
    for of in ("above", "superior:0", "nearest:", "nearest:base", "unit:"):
        assert told((f"{RULES}.0.organs.0.of", of)) == [f"{RULES}.0.organs.0.of"]
    for of in ("self", "person", "superior:2", "nearest:BASE_CELL|BASE_COMMITTEE", "unit:T-1"):
        assert told((f"{RULES}.0.organs.0.of", of)) == []
    inverted = [*rules([(None, None)]), *rules([("2025-01-01", "2024-01-01")])]
    assert told((RULES, inverted)) == [f"{RULES}.1.until"]


@pytest.mark.parametrize("share", ["3/2", "-1/2", "1/0", "half", "1.5", "1e999999999", ""])
@pytest.mark.parametrize("name", ["quorum", "majority"])
def test_a_share_of_a_vote_lies_between_nothing_and_all(name, share):
    assert told((f"vote.{name}", share)) == [f"vote.{name}"]


def test_all_may_be_asked_to_come_but_more_than_all_cannot_agree():
    assert told(("vote.quorum", "1")) == []
    assert told(("vote.majority", "1")) == ["vote.majority"]
    assert told(("vote.majority", "0")) == []


def test_a_programme_does_not_end_before_it_begins():
    assert told(("span.until", "2023-12-31")) == ["span.until"]
    assert told(("span.until", "2024-01-01")) == []


def test_a_year_of_the_term_lies_in_the_term():
    cadence = {"every": "term", "years_of_term": [3, 6], "first_year": 2021}
    assert told(("cadence", cadence)) == ["cadence.years_of_term.1"]
    assert told(("rewards.star.cadence", cadence)) == ["rewards.star.cadence.years_of_term.1"]
    assert told(("cadence", {**cadence, "term": 6})) == []


def test_years_of_a_term_are_counted_from_a_first_one():
    cadence = {"every": "term", "years_of_term": [3, 5]}
    assert told(("rewards.star.cadence", cadence)) == ["rewards.star.cadence.first_year"]
    assert told(("rewards.star.cadence", {**cadence, "first_year": 2021})) == []


@pytest.mark.parametrize(
    ("majority", "fault"), [("1/2", []), ("1", ["x"]), ("3/2", ["x"]), ("half", ["x"])]
)
def test_the_majority_of_a_choice_is_a_share_below_the_whole(majority, fault):
    at = "rewards.star.selection_majority"
    assert told((at, majority)) == [at for _ in fault]


MEMBER_RATIO = "criteria.member.groups.4.nodes.0"


def ratio(of, title=""):
    node = {"id": "E.1", "kind": "ratio_of_cases", "vi": "v", "en": "e", "passes": ">= 50 %"}
    return {**node, "children": {"of": of, "title": title}}


def test_a_member_that_counts_members_waits_for_itself():
    assert told((MEMBER_RATIO, ratio("members", "member"))) == ["subjects.member.criteria"]
    assert told((MEMBER_RATIO, ratio("members"))) == ["subjects.member.criteria"]


def test_a_circle_over_several_kinds_is_told_at_each():
    assert told((MEMBER_RATIO, ratio("units", "committee"))) == [
        "subjects.cell.criteria",
        "subjects.committee.criteria",
        "subjects.member.criteria",
    ]


def test_a_committee_may_count_committees_below_it():
    assert told(("criteria.committee.groups.4.nodes.0", ratio("units", "committee"))) == []
    assert told(("criteria.committee.groups.4.nodes.0", ratio("units"))) == []


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (("workflows.member.steps.0.guards.0", "sheet_is_fine"), "workflows.member.steps.0.guards.0"),
        (("workflows.member.steps.0.by", "nobody_known"), "workflows.member.steps.0.by"),
        (("workflows.member.steps.0.by", []), "workflows.member.steps.0"),
        (("workflows.member.steps.0.step", "score"), "workflows.member.steps.0.step"),
        (("workflows.member.steps.2.deadline", "x"), "workflows.member.steps.2.deadline"),
        (("workflows.member.steps.2.to", "x"), "workflows.member.steps.2.to"),
        (("blocks.ending.7.step", "confirm-recognition"), "blocks.ending.7"),
        (("stages.withdrawn.resting", False), "stages.withdrawn"),
        (("workflows.member.required.recognised.0", "in_progres"), "workflows.member.required.recognised.0"),
        (("blocks.start.0.to", "claimed"), "workflows.member.required.recognised.0"),
    ],
)  # fmt: skip
def test_a_fault_of_a_workflow_is_told_where_the_step_stands(change, at):
    assert at in told(change)


def test_a_stage_that_no_step_leads_to_is_told():
    assert told(("workflows.unit.steps.0.to", "claimed")) == [
        "stages.self_assessed",
        "workflows.unit.required.recognised.0",
    ]


@pytest.mark.parametrize(
    ("section", "steps"),
    [("vote", ["workflows.unit.steps.2"]), ("rewards", ["blocks.ending.3", "blocks.ending.4"])],
)
def test_a_step_that_can_never_succeed_is_told(section, steps):
    changes = [(section, GONE), ("revocation.recalls", []), ("quotas", GONE)]
    assert told(*changes) == steps
    assert f"has no {section}" in said(*changes)[0]


QUOTA = {"vi": "v", "en": "e", "measure": "rewarded", "of": "recognised", "at_most": "20 %"}


@pytest.mark.parametrize("at_most", ["20", "0 %", "100 %", "a fifth", "", "1/5"])
def test_a_quota_is_a_percentage_that_leaves_somebody_in_and_somebody_out(at_most):
    quota = QUOTA | {"at_most": at_most}
    assert told(("quotas", {"q": quota})) == ["quotas.q.at_most"]


def test_a_quota_compares_two_different_counts():
    assert told(("quotas", {"q": QUOTA})) == []
    same = QUOTA | {"measure": "recognised"}
    assert told(("quotas", {"q": same})) == ["quotas.q.of"]


def test_a_quota_names_a_reward_that_there_is_and_only_where_rewards_are_counted():
    assert told(("quotas", {"q": QUOTA | {"reward": "moon"}})) == ["quotas.q.reward"]
    assert told(("quotas", {"q": QUOTA | {"reward": "star"}})) == []
    recognised = {"measure": "recognised", "of": "registered", "reward": "star"}
    assert told(("quotas", {"q": QUOTA | recognised})) == ["quotas.q.reward"]


def test_a_quota_speaks_of_subjects_that_there_are():
    assert told(("quotas", {"q": QUOTA | {"subjects": ["x"]}})) == ["quotas.q.subjects.0"]


@pytest.mark.parametrize(
    ("of_cell", "of_second", "overlaps"),
    [
        ([], [], True),
        ([], ["BASE_COMMITTEE"], True),
        (["BASE_COMMITTEE"], ["BASE_COMMITTEE"], True),
        (["BASE_COMMITTEE"], ["COMMUNE_COMMITTEE"], False),
    ],
)
def test_a_unit_is_of_one_kind_of_subject(of_cell, of_second, overlaps):
    """No kind comes first silently: a file whose kinds share units is told so."""
    found = tree()["subjects"]
    cell = {**found["cell"], "superior_kinds": of_cell}
    second = {**found["cell"], "superior_kinds": of_second}
    wrong = told(("subjects", {**found, "cell": cell, "second": second}))
    assert ("subjects.second.unit_kinds" in wrong) is overlaps


def test_a_member_of_a_cell_and_the_cell_are_two_subjects():
    assert "subjects.cell.unit_kinds" not in told()
