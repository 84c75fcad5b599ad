"""Every file of a review: the workbook, a CSV for each table, the page, the JSON."""

from __future__ import annotations

from documents.review_csv import table_csv
from documents.review_page import page
from documents.review_workbook import workbook
from projections.review import as_json
from projections.review.tables import Review


def review_files(review: Review, language: str) -> dict[str, bytes]:
    """The files by name; the same review in the same language has the same bytes."""
    return {
        "review.xlsx": workbook(review, language),
        "review.html": page(review, language).encode(),
        "review.json": as_json.encoded(as_json.document(review)),
        **{f"{table.name}.csv": table_csv(table) for table in review.tables},
    }
