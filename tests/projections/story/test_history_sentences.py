"""Every kind of event of a case can be told in both languages."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import get_args

import msgspec
import pytest

from domain.case.acts import BY_TOPIC as KINDS
from domain.events import BY_TOPIC
from domain.events import case as c
from domain.events import details as d
from domain.events.base import StepTaken
from projections.story.field_kinds import kinds_of_record, said_as
from projections.story.fields import kinds_of, values_of
from projections.story.history_sentences import phrase
from words import kinds
from words.catalogue import catalogue
from words.kinds import Kind

PHRASES = {
    key.removeprefix("story."): (text, catalogue("en")[key])
    for key, text in catalogue("vi").items()
    if key.startswith("story.")
}
CASE_TOPICS = [
    topic for topic, event in BY_TOPIC.items() if issubclass(event, StepTaken | c.CaseOpened)
]
VARIANTS = {
    "True False": ("accepted", "passed", "in_order", "returned", "upheld"),
    "PASS FAIL": ("level", "proposal"),
    "agree disagree other": ("stance",),
    "from_now from_date as_if_never": ("effect",),
    "stands to_be_re_examined": ("result",),
    "revoked superseded restored": ("change",),
}


def expected_keys():
    worded = {field: values.split() for values, fields in VARIANTS.items() for field in fields}
    for topic in CASE_TOPICS:
        kind = KINDS.get(topic)
        if kind and kind.worded_by:
            yield from (f"{topic}={value}" for value in worded[kind.worded_by])
        else:
            yield topic


def test_no_kind_of_event_of_a_case_is_without_a_phrase_and_none_is_left_over():
    assert sorted(PHRASES) == sorted(expected_keys())


def fields_of(wording):
    return set(re.findall(r"\{([a-z_.]+)\}", wording))


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_tell_the_same_values_and_only_those_the_act_has(key):
    vietnamese, english = PHRASES[key]
    assert fields_of(vietnamese) == fields_of(english)
    event = BY_TOPIC[key.partition("=")[0]]
    record = next(f.type for f in details_of(event)) if issubclass(event, StepTaken) else event
    known = set(record.__struct_fields__)
    assert {field.partition(".")[0] for field in fields_of(vietnamese)} <= known


def details_of(event):
    return [field for field in msgspec.structs.fields(event) if field.name == "details"]


def test_what_is_missing_is_left_out_or_a_dash():
    assert phrase("registered", {}, "vi") == "đăng ký tham gia"
    assert phrase("registered", {"contact": kinds.text("văn phòng")}, "vi") == (
        "đăng ký tham gia, đầu mối văn phòng"
    )
    assert phrase("comment-given", {}, "en") == "commented: –"


def values(event):
    """What a step says, each value as what it is."""
    kind_of = kinds_of(event)
    return {
        path: said_as(kind_of[path], path.rpartition(".")[2], value)
        for path, value in values_of(event).items()
    }


def step(event, details):
    return values(event(step="x", from_stage="a", to_stage="b", details=details))


def test_lists_organs_and_dates_read_as_people_write_them():
    asked = d.ConsultationRequest(
        bodies=["A/cell_committee", "B/party_committee"], due_on=date(2024, 12, 5)
    )
    assert phrase("consultation-opened", step(c.ConsultationOpened, asked), "vi") == (
        "lấy ý kiến Chi ủy A và Đảng ủy B, hạn 05/12/2024"
    )


def test_numbers_money_and_what_became_of_a_unit_read_as_people_write_them():
    reward = d.RewardDecision(reward="r", number="1-QĐ", money=Decimal(5_000_000))
    assert phrase("reward-decided", step(c.RewardDecided, reward), "vi").endswith("5.000.000\xa0₫")
    merged = d.Succession(successor="B", change="unit-merged 2025-07-01")
    assert phrase("subject-succeeded", step(c.SubjectSucceeded, merged), "vi").endswith(
        "ngày 01/07/2025)"
    )


def test_a_level_a_choice_and_a_case_are_not_told_by_their_codes():
    flag = d.Flagging(revoked="case:1", use="u", change="restored")
    assert "restored" not in phrase(
        "dependent-outcome-flagged", step(c.DependentOutcomeFlagged, flag), "vi"
    )
    finding = d.Finding(ground="criteria_not_met", statement="sai")

    def named(kind, _code, _language):
        return "không đạt tiêu chí" if kind == "ground" else None

    assert "căn cứ “không đạt tiêu chí”" in phrase(
        "defect-found", step(c.DefectFound, finding), "vi", named
    )


def test_every_field_of_every_event_is_of_a_kind_that_can_be_said():
    known = set(get_args(Kind))
    for event in BY_TOPIC.values():
        record = next((f.type for f in details_of(event)), event)
        assert set(kinds_of_record(record).values()) <= known, event


def test_a_text_that_looks_like_a_field_or_like_a_date_stays_as_it_is():
    for text in ("{due_on} [x]", "2024-12-05"):
        told = phrase("comment-given", {"comment": kinds.text(text)}, "en")
        assert told == f"commented: {text}"
