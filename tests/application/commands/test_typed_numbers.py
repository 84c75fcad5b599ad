"""A decimal comma is taken where it can mean nothing else."""

from decimal import Decimal

import pytest

from application.commands.payload import payload_from
from domain.catalogue import VERBS
from domain.refusal import RefusedError


def figure(value):
    return payload_from({"measure": "targets_met", "value": value}, VERBS["report-figure"]).value


@pytest.mark.parametrize(
    ("typed", "read"),
    [("8,5", "8.5"), ("8,25", "8.25"), ("0,125", "0.125"), ("12,3456", "12.3456"), ("8.5", "8.5")],
)
def test_a_comma_is_read_as_vietnamese_people_type_it(typed, read):
    assert figure(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["1,500", "10,000", "1,2,3", "8,", ",5", "8,5 điểm"])
def test_what_may_be_thousands_or_no_number_is_refused(typed):
    with pytest.raises(RefusedError) as refused:
        figure(typed)
    assert [reason.code for reason in refused.value.refusals] == ["payload_unreadable"]


def test_points_in_a_sheet_are_read_the_same_way_and_texts_are_left_alone():
    sheet = {"marks": [{"node": "I.1", "points": "8,5", "remark": "đạt 8,5"}]}
    marks = payload_from({"sheet": sheet}, VERBS["submit-sheet"]).sheet.marks

    assert (marks[0].points, marks[0].remark) == (Decimal("8.5"), "đạt 8,5")
