"""What the sender of an act has looked at: what of the acts after that touches it, and what does not."""

from datetime import UTC, datetime

import pytest

from domain.case.sees import SEES, touched
from domain.catalogue import CASE, VERBS
from domain.commands import Command
from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import a_case
from tests.support.stage_world import TODAY, UNIT


def command(story, verb, payload, person):
    return Command(
        verb=verb, stream=story.stream, actor=person, signed_by=person, organ=f"{UNIT}/cell",
        effective_on=TODAY, reason="r", command_id="c", recorded_at=datetime(2024, 12, 20, tzinfo=UTC),
        payload=payload,
    )  # fmt: skip


def touching(story, verb, payload, since, person="ai-đó"):
    """Topics of the acts since a version that touch a command."""
    case = story.world.case(story.stream)
    own = VERBS[verb].event.TOPIC
    return [act.topic for act in touched(case, command(story, verb, payload, person), own, since)]


def version(story):
    return story.world.case(story.stream).version


def test_only_commands_on_a_case_see_something_and_what_is_compared_can_be_typed():
    payloads = {verb.verb: verb.payload for verb in CASE}

    assert set(SEES) <= set(payloads)
    for verb, sees in SEES.items():
        fields = {*payloads[verb].__struct_fields__, "signed_by"}
        assert set(sees.alike or ()) <= fields, verb


def test_a_sheet_sees_only_the_own_sheet():
    story = a_case("in_progress")
    since, scoring = version(story), d.Scoring(sheet=story.sheet)
    story.act(c.IndividualSheetSubmitted, scoring, to="in_progress", by="người khác")
    story.act(c.AggregateAdopted, d.Adoption(sheet=story.sheet), to="in_progress")

    assert touching(story, "submit-sheet", scoring, since, "ai-đó") == []
    assert touching(story, "submit-sheet", scoring, since, "người khác") == [
        "individual-sheet-submitted"
    ]


@pytest.mark.parametrize(
    ("event", "details"),
    [
        (c.Appraised, d.Appraisal(proposal="PASS", review_results="đã kiểm điểm")),
        (c.OpinionGiven, d.Opinion(body="x/y", stance="agree")),
        (c.DecisionIssued, d.Decision(level="PASS", number="1")),
    ],
)
def test_a_decision_sees_sheets_opinions_and_an_earlier_decision(event, details):
    story = a_case("appraised")
    since = version(story)
    story.act(event, details, to="appraised")
    story.act(c.CommentGiven, d.Comment(comment="c"), to="appraised")

    decision = d.Decision(level="PASS", number="2")

    assert touching(story, "decide", decision, since) == [event.TOPIC]
    assert touching(story, "decide", decision, version(story)) == []


def test_evidence_sees_only_evidence_of_its_own_id():
    story = a_case("in_progress")
    since = version(story)
    other = d.Evidence(evidence="mc-2", nodes=[], kind="figure", value="1")
    story.act(c.EvidenceAttached, other, to="in_progress")

    third = d.Evidence(evidence="mc-3", nodes=[], kind="figure", value="1")

    assert touching(story, "attach-evidence", third, since) == []
    assert touching(story, "attach-evidence", other, since) == ["evidence-attached"]


def test_a_comment_is_touched_by_nothing():
    story = a_case("in_progress")
    since = version(story)
    story.act(c.CommentGiven, d.Comment(comment="c"), to="in_progress")

    assert touching(story, "comment", d.Comment(comment="c"), since) == []


def test_a_correction_touches_as_what_it_corrects():
    story = a_case("appraised")
    since = version(story)
    case = story.world.case(story.stream)
    appraised = case.last(c.Appraised).position
    correction = d.Correction(of_position=appraised, field="effective_on", value="2024-11-30")
    story.act(c.CorrectionRecorded, correction, to="appraised")

    decision = d.Decision(level="PASS", number="2")

    assert touching(story, "decide", decision, since) == ["correction-recorded"]
    assert touching(story, "comment", d.Comment(comment="c"), since) == []
    assert touching(story, "explain", d.Explanation(explanation="x"), since) == []
