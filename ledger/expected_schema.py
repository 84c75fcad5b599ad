"""The tables and indexes of the log as they are made, in a database's own words: what is there is compared with it."""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable

from ledger import schema

TABLES = tuple(sorted(schema.metadata.tables))
Definitions = Mapping[str, str]
"""What something is made by, by its name; blanks count once."""


def made_by(dialect: sa.Dialect) -> Iterator[tuple[str, str]]:
    """Each table and index of the log with the statement that makes it."""
    for table in schema.metadata.sorted_tables:
        yield table.name, plain(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            yield str(index.name), plain(str(CreateIndex(index).compile(dialect=dialect)))


def plain(statement: str) -> str:
    return " ".join(statement.split())


def differing(expected: Definitions, found: Definitions) -> set[str]:
    """The names of what is missing, was added, or is made otherwise."""
    names = expected.keys() | found.keys()
    return {name for name in names if expected.get(name) != found.get(name)}
