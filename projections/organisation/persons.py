"""The persons: one row a person, found by id and by name as long as the name is not erased."""

from collections.abc import Iterator

import msgspec

from domain.events.person import PersonRegistered
from projections.machinery.read_model import Beside, Fold, Index, ReadModel, Records, Seen
from projections.machinery.word_table import Called, Wording
from words.folded import folded


class PersonRecord(msgspec.Struct):
    """`name` is the commitment of the name, `folded` the name as it is looked for: empty once it is erased."""

    stream: str
    person: str
    name: str
    position: int
    folded: str = ""


def _register(_: PersonRecord | None, event: PersonRegistered, row: Seen) -> PersonRecord:
    return PersonRecord(row.stream, event.person, event.name, row.position)


def _complete(person: PersonRecord, records: Records, _touched: bool) -> None:
    person.folded = folded(records.text(person.position, person.name) or "")


def _called(person: PersonRecord) -> Iterator[Called]:
    yield Called(person.folded, person.person)


PERSONS = ReadModel(
    name="persons",
    schema=2,
    record=PersonRecord,
    folds={PersonRegistered.TOPIC: Fold(PersonRegistered, _register)},
    indexes=[Index(["folded"])],
    beside=Beside(
        needs=(),
        touched={},
        facts=lambda records: records,
        complete=_complete,
        erasable="name",
    ),
    wording=Wording(_called),
)
