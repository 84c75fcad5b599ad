"""Every kind of event of a case can be told in both languages."""

from __future__ import annotations

import re

import msgspec
import pytest

from domain.case.acts import BY_TOPIC as KINDS
from domain.events import BY_TOPIC
from domain.events import case as c
from domain.events.base import StepTaken
from projections.story.sentences import phrase
from words.catalogue import catalogue

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
    assert phrase("registered", {"contact": "văn phòng"}, "vi") == (
        "đăng ký tham gia, đầu mối văn phòng"
    )
    assert phrase("comment-given", {}, "en") == "commented: –"


def test_lists_and_dates_read_as_people_write_them():
    values = {"bodies": ["A/x", "B/y"], "due_on": "2024-12-05"}
    assert phrase("consultation-opened", values, "vi") == "lấy ý kiến A/x, B/y, hạn 05/12/2024"


def test_a_text_that_looks_like_a_field_or_like_a_date_stays_as_it_is():
    assert phrase("comment-given", {"comment": "{due_on} [x]"}, "en") == "commented: {due_on} [x]"
    assert phrase("comment-given", {"comment": "2024-99-99"}, "en") == "commented: 2024-99-99"
