"""The page on security says of each column of the log's schema how it is checked, or that it is not."""

import re
from pathlib import Path

from ledger import schema

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \|", re.MULTILINE)


def told():
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    return {(table, column) for table, said in rows for column in re.findall(r"`(\w+)`", said)}


def test_each_column_is_told_and_none_that_there_is_not():
    columns = {(each.name, c.name) for each in schema.metadata.sorted_tables for c in each.columns}
    assert told() - {("head", "log")} == columns
