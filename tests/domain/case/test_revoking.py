"""Revocation: finding, explanation, effect, what relied on it."""

from datetime import date

import pytest

from domain.case.dependents import flags_after_revocation
from domain.events import case as c
from domain.events import details as d
from domain.events.base import Reliance
from tests.domain.case.asking import a_case, refused, taken
from tests.support.stage_world import FINDING, PARENT


def _revocation(**changes):
    fields = {"number": "9-QĐ", "ground": "criteria_not_met", "effect": "from_now", **changes}
    return d.Revocation(**fields)


def _found(explain_by=date(2024, 12, 31)):
    story = a_case("recognised")
    story.act(c.DefectFound, d.Finding(ground="criteria_not_met", statement="s", explain_by=explain_by),
              to="under_reexamination")  # fmt: skip
    return story


def test_a_finding_gives_the_unit_its_days_to_explain():
    event = taken(a_case("recognised"), "find-defect", d.Finding(
        ground="criteria_not_met", statement="s", evidence=FINDING.evidence))  # fmt: skip

    assert (event.to_stage, event.details.explain_by) == ("under_reexamination", date(2025, 1, 4))


def test_a_revocation_waits_for_the_explanation():
    assert refused(_found(), "revoke", _revocation()) == {"explanation_time_runs"}


def test_after_the_time_is_over_it_need_not_wait():
    assert taken(_found(date(2024, 12, 10)), "revoke", _revocation()).to_stage == "revoked"


def test_a_written_reason_may_take_the_place_of_waiting():
    assert taken(_found(), "revoke", _revocation(without_explanation="đơn vị đã giải thể"))


def test_an_explanation_opens_the_way():
    story = _found()
    story.act(c.ExplanationGiven, d.Explanation(explanation="e"), to="explained")

    assert taken(story, "revoke", _revocation()).to_stage == "revoked"


def test_only_the_body_that_decided_revokes():
    story = _found(date(2024, 12, 10))

    found = refused(story, "revoke", _revocation(), organ=f"{PARENT}/committee_office")

    assert found == {"organ_not_competent"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": ""}, "number_missing"),
        ({"ground": "không rõ"}, "ground_unknown"),
        ({"effect": "from_date"}, "effect_date_missing"),
        ({"effect": "from_date", "effect_on": date(2024, 1, 1)}, "effect_before_recognition"),
    ],
)
def test_a_revocation_says_number_ground_and_effect(changes, code):
    assert refused(_found(date(2024, 12, 10)), "revoke", _revocation(**changes)) == {code}


@pytest.mark.parametrize(
    ("effect", "on"), [("from_now", date(2024, 12, 20)), ("as_if_never", date(2024, 12, 1))]
)
def test_the_effect_begins_now_or_with_the_recognition(effect, on):
    event = taken(_found(date(2024, 12, 10)), "revoke", _revocation(effect=effect))

    assert event.details.effect_on == on


def test_what_is_not_recognised_is_not_found_defective():
    assert refused(a_case("not_recognised"), "find-defect", FINDING) == {"not_at_this_stage"}


def test_a_recognition_that_another_case_relied_on_is_flagged_there():
    story = a_case("recognised")
    relied = Reliance(stream="case:cell", version=3, use="ratio", value="PASS")
    event = c.CommentGiven(
        step="comment", from_stage="recognised", to_stage="recognised",
        details=d.Comment(comment="c"), relied_on=[relied],
    )  # fmt: skip
    story.world.give(story.stream, event)

    [(stream, flag)] = flags_after_revocation("case:cell", story.world)

    assert (stream, flag.details) == (
        story.stream,
        d.Flagging(revoked="case:cell", use="ratio", value="PASS"),
    )
