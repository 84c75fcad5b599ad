"""Whether the log's part of a PostgreSQL database stands as it was made, by the server's own catalogue.

Its columns, constraints, indexes, triggers and rules; each is one definition under a name.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from ledger import schema
from ledger.database import Fetch
from ledger.expected_schema import TABLES, differing

_OURS = ", ".join(f"'{table}'" for table in TABLES)
_TABLE = f"c.relnamespace = current_schema()::regnamespace AND c.relname IN ({_OURS})"
_COLUMNS = (
    "SELECT c.relname || '.' || a.attname, upper(format_type(a.atttypid, a.atttypmod))"  # noqa: S608 -- our own names
    " || CASE WHEN l.collname = 'C' THEN ' COLLATE \"C\"' ELSE '' END"
    " || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END"
    " || coalesce(' DEFAULT ' || split_part(pg_get_expr(d.adbin, d.adrelid), '::', 1), '')"
    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
    " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    f" LEFT JOIN pg_collation l ON l.oid = a.attcollation WHERE c.relkind = 'r' AND {_TABLE}"
)
_CONSTRAINTS = (
    "SELECT n.conname || CASE WHEN n.contype IN ('p', 'u') THEN ' (key)' ELSE '' END,"  # noqa: S608 -- our own names
    " pg_get_constraintdef(n.oid) FROM pg_constraint n"
    f" JOIN pg_class c ON c.oid = n.conrelid WHERE n.contype <> 'n' AND {_TABLE}"
)
_INDEXES = (
    "SELECT i.relname, replace(pg_get_indexdef(x.indexrelid),"  # noqa: S608 -- our own names
    " ' ON ' || quote_ident(current_schema()) || '.', ' ON ')"
    " || CASE WHEN x.indisvalid AND x.indisready AND x.indislive THEN '' ELSE ' INVALID' END FROM pg_index x"
    f" JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid WHERE {_TABLE}"
)
_BESIDE = (
    "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"  # noqa: S608 -- our own names
    f" WHERE NOT t.tgisinternal AND {_TABLE}"
    " UNION ALL SELECT r.rulename, c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class"
    f" WHERE {_TABLE}"
    f" UNION ALL SELECT 'row security', c.relname FROM pg_class c WHERE c.relrowsecurity AND {_TABLE}"
)
_DIALECT: sa.Dialect = getattr(postgresql, "dialect")()  # noqa: B009 -- SQLAlchemy leaves its dialects untyped


def altered(fetch: Fetch, guards: Mapping[str, Any]) -> set[str]:
    """The names of what is missing, was added, or is made otherwise.

    Of triggers only those that do not belong there: whether ours are at work is asked for by name.
    """
    found: dict[str, str] = dict(
        row for sql in (_COLUMNS, _CONSTRAINTS, _INDEXES) for row in fetch(sql)
    )
    beside = {f"{table}: {name}" for name, table in fetch(_BESIDE) if name not in guards}
    return beside | differing(_EXPECTED, {name: _same(made) for name, made in found.items()})


_UNMARKED = str.maketrans("", "", '()"')


def _same(made: str) -> str:
    """A definition as the servers of all versions write it."""
    return made.replace("TRIM(BOTH FROM ", "btrim(").translate(_UNMARKED)


def _expected() -> Iterator[tuple[str, str]]:
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            yield f"{table.name}.{column.name}", _column(column)
        for constraint in table.constraints:
            yield from _constraint(table, constraint)
        for index in table.indexes:
            yield (
                str(index.name),
                _index(index.name, table, index.columns, unique=index.unique)
                + (" WHERE digest IS NOT NULL" if index.unique else ""),
            )


def _column(column: sa.Column[Any]) -> str:
    default: Any = column.server_default
    return (
        column.type.compile(_DIALECT)
        + ("" if column.nullable else " NOT NULL")
        + (f" DEFAULT '{default.arg}'" if default is not None else "")
    )


def _constraint(table: sa.Table, constraint: sa.Constraint) -> Iterator[tuple[str, str]]:
    """A key is an index as well, under the name that the server gives to it."""
    if isinstance(constraint, sa.CheckConstraint):
        yield str(constraint.name), f"CHECK {constraint.sqltext}".replace("trim(", "btrim(")
        return
    if not isinstance(constraint, sa.PrimaryKeyConstraint | sa.UniqueConstraint):
        return
    columns = ", ".join(constraint.columns.keys())
    is_primary = isinstance(constraint, sa.PrimaryKeyConstraint)
    of = "pkey" if is_primary else "_".join([*constraint.columns.keys(), "key"])
    name = f"{table.name}_{of}"
    yield f"{name} (key)", f"{'PRIMARY KEY' if is_primary else 'UNIQUE'} {columns}"
    yield name, _index(name, table, constraint.columns, unique=True)


def _index(name: Any, table: sa.Table, columns: Any, *, unique: bool) -> str:
    of = ", ".join(columns.keys())
    return f"CREATE {'UNIQUE ' if unique else ''}INDEX {name} ON {table.name} USING btree {of}"


_EXPECTED = {name: _same(made) for name, made in _expected()}
