"""What an act changed, in words: the parts of a field's path that have any, and what stood there."""

import pytest

from documents.review.changed import changed_field, changed_value
from words.sentences import nameless


@pytest.mark.parametrize(
    ("path", "vi"),
    [
        ("effective_on", "Ngày có hiệu lực"),
        ("decision-issued.number", "Quyết định – Số, ký hiệu"),
        ("sheet.marks.III.3.points", "Bảng chấm điểm – Điểm từng tiêu chí – III.3 – Điểm"),
        ("what_nobody_says", "what_nobody_says"),
    ],
)
def test_a_field_is_said_part_by_part(path, vi):
    assert changed_field(path, "field", "vi", nameless) == vi


@pytest.mark.parametrize(
    ("value", "vi"),
    [
        ("true", "có"),
        ("2024-12-05", "05/12/2024"),
        ("2024-99-05", "2024-99-05"),
        ("GOOD", "Tốt"),
        ("unit:KT-KHTH", "KT-KHTH"),
        ("KT/standing_committee", "Ban Thường vụ KT"),
        ("45-QĐ/ĐU", "45-QĐ/ĐU"),
    ],
)
def test_a_value_is_said_as_what_it_looks_like(value, vi):
    assert changed_value(value, "value", "vi", nameless) == vi
