"""Programme editions out of the log, read once: a version is the hash of its content."""

from collections.abc import Callable, Iterable

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

    def states(stream: str) -> list[bytes]:
        query = sa.select(event.c.state).where(event.c.stream == stream).order_by(event.c.version)
        return list(connection.execute(query).scalars())

    return edition_among(states, programme, version)


def edition_among(
    states: Callable[[str], Iterable[bytes]], programme: str, version: str
) -> Edition | None:
    """As `edition`; `states(stream)` are the events of a stream of the log."""
    if version not in _EDITIONS:
        found = _read(states(programme_stream(programme)), version)
        if found is None:
            return None
        while len(_EDITIONS) >= KEPT:
            _EDITIONS.pop(next(iter(_EDITIONS)), None)
        _EDITIONS[version] = found
    return _EDITIONS[version]


def _read(states: Iterable[bytes], version: str) -> Edition | None:
    for state in states:
        published = _DECODER.decode(state)
        if published.version == version:
            return read_content(published.content)
    return None
