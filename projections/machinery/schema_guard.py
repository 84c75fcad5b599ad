"""Whether read models can be asked at all: built by this version of the code."""

from typing import Any

import sqlalchemy as sa

from ledger.schema import head
from projections.machinery.errors import RebuildNeededError
from projections.machinery.read_model import ReadModel


def require(connection: sa.Connection, *models: ReadModel[Any]) -> None:
    """Raises RebuildNeededError for a read model of another schema."""
    query = sa.select(head.c.name, head.c.schema)
    schemas: dict[str, int] = dict(connection.execute(query).all())
    for model in models:
        if schemas.get(model.name) != model.schema:
            raise RebuildNeededError(model.name)
