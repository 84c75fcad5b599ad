"""Programme editions out of the log, read once: a version is the hash of its content."""

import msgspec
import sqlalchemy as sa

from domain.events.round import ProgrammePublished
from domain.programme.edition import Edition
from domain.programme.reading import read_content
from domain.streams import programme_stream
from ledger.schema import event

KEPT = 256
_EDITIONS: dict[str, Edition] = {}
_DECODER = msgspec.json.Decoder(ProgrammePublished)


def edition(connection: sa.Connection, programme: str, version: str) -> Edition | None:
    """The edition of that hash; None where the log has none. Raises ProgrammeFaultsError."""
    if version not in _EDITIONS:
        found = _read(connection, programme, version)
        if found is None:
            return None
        while len(_EDITIONS) >= KEPT:
            _EDITIONS.pop(next(iter(_EDITIONS)), None)
        _EDITIONS[version] = found
    return _EDITIONS[version]


def _read(connection: sa.Connection, programme: str, version: str) -> Edition | None:
    query = sa.select(event.c.state).where(event.c.stream == programme_stream(programme))
    for (state,) in connection.execute(query.order_by(event.c.version)):
        published = _DECODER.decode(state)
        if published.version == version:
            return read_content(published.content)
    return None
