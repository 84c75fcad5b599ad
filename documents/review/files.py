"""Every file of a review: the workbook, a CSV for each table, the page, the JSON."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from documents.files.whole_folder import Write
from documents.review.csv_file import write_csv
from documents.review.in_words import in_words
from documents.review.page import page
from documents.review.workbook import write_workbook
from projections.review import as_json
from projections.review.tables import Review, Table


def review_files(review: Review, language: str) -> dict[str, Write]:
    """What writes the files, by name; the same review in the same language has the same bytes."""
    return {
        "review.xlsx": partial(write_workbook, review, language),
        "review.html": partial(_write_page, review, language),
        "review.json": partial(_write_json, review),
        **{
            f"{table.name}.csv": partial(_write_csv, review, language, table)
            for table in review.tables
        },
    }


def _write_csv(review: Review, language: str, table: Table, path: Path) -> None:
    write_csv(in_words(table, language, review.names, without=frozenset()), language, path)


def _write_page(review: Review, language: str, path: Path) -> None:
    path.write_text(page(review, language), encoding="utf-8", newline="")


def _write_json(review: Review, path: Path) -> None:
    with path.open("wb") as file:
        file.writelines(as_json.pieces(review))
