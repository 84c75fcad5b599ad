"""A made-up review with a value of every kind, for the files that are written of it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from projections.review.collecting.words import Word
from projections.review.tables import Review, Table
from tests.documents.titles import Label
from words.tables import Column

COLUMNS = (
    Column("name", "text", label=Label("Tên", "Name")),
    Column("level", "text", label=Label("Mức", "Level")),
    Column("count", "number", label=Label("Số", "Count")),
    Column("share", "share", label=Label("Tỷ lệ", "Share")),
    Column("on", "date", label=Label("Ngày", "Date")),
    Column("met", "yes_no", label=Label("Đạt", "Met")),
    Column("years", "list", label=Label("Năm", "Years")),
)
LEVEL = Word("PASS", "Công nhận", "Recognised")
ROWS = [
    ("=HYPERLINK(1)", LEVEL, 1200, Fraction(17, 20), date(2024, 12, 31), True, ["2023", "2024"]),
    ("Đảng bộ", "khác", Decimal("12.5"), Fraction(1, 3), None, False, []),
    ("", LEVEL, None, None, None, None, ["-1"]),
]


def a_review(rows=ROWS, **of):
    fields = {
        "year": 2024, "programme": "", "period": "", "as_of": date(2025, 1, 31), "position": 77,
        "root": "ab" * 32, "recorded_at": "2025-01-31T09:30:00.000000+00:00", "simulated": False,
        "tables": [
            Table("counts", COLUMNS, rows, Label("Số liệu", "Counts")),
            Table(
                "empty", COLUMNS, [], Label("Bảng: trống/không có dòng nào trong đó", "Empty")
            ),
        ],
    }  # fmt: skip
    return Review(**(fields | of))
