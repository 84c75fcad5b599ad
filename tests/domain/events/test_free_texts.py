"""Where events hold free text, found by the annotation of their fields."""

from __future__ import annotations

from domain.events import ALL
from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events.base import Mark, Sheet
from domain.events.free_texts import free_texts, replaced, spots
from tests.projections.casebook import opened, taken


def adopted():
    sheet = Sheet(marks=[Mark(node="I", remark="a"), Mark(node="II")])
    details = d.Adoption(sheet=sheet, departures={"I": "b"})
    return taken(c.AggregateAdopted, details, "in_progress", "self_assessed")


def test_texts_are_found_in_records_lists_and_by_keys():
    assert free_texts(adopted()) == ["a", "b"]
    assert free_texts(p.PersonRegistered(person="p", name="N")) == ["N"]


def test_a_text_is_replaced_where_it_stands_and_an_empty_one_stays_empty():
    changed = replaced(adopted(), str.upper)
    assert [mark.remark for mark in changed.details.sheet.marks] == ["A", ""]
    assert changed.details.departures == {"I": "B"}
    assert changed.details.sheet.marks[0].node == "I"


def test_a_record_without_text_is_answered_as_it_is():
    event = opened("C1")
    assert spots(type(event)) == {}
    assert replaced(event, str.upper) is event


def test_every_event_can_be_searched():
    holding = {event.TOPIC for event in ALL if spots(event)}
    assert {"opinion-given", "person-registered", "monthly-report-filed"} <= holding
    assert holding.isdisjoint({"case-opened", "case-withdrawn", "unit-registered"})
