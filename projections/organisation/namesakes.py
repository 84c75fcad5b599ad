"""Whether a name stands for one person or unit only, or for several that people must tell apart."""

from typing import Any

import sqlalchemy as sa

from projections.machinery.read_model import ReadModel
from projections.machinery.schema_guard import require
from words.folded import folded


def has_namesake(connection: sa.Connection, model: ReadModel[Any], name: str) -> bool:
    """Whether two rows or more of the units or the persons have a name; tone marks aside."""
    require(connection, model)
    view = model.view
    query = sa.select(sa.literal(1)).where(view.c.folded == folded(name)).limit(2)
    return len(connection.execute(query).all()) > 1
