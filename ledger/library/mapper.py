"""The library's mapper for our rows: the payload is encoded, the envelope stays in columns."""

from typing import Any

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from ledger.codec import Codec
from ledger.entry import Entry, Happened, Recorded


class LedgerMapper(Mapper[str]):
    def __init__(self, codec: Codec) -> None:
        super().__init__(transcoder=JSONTranscoder())
        self._codec = codec

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> Entry:
        if not isinstance(domain_event, Happened):
            message = f"only Happened is stored, not {type(domain_event).__name__}"
            raise TypeError(message)
        return self.to_entry(domain_event)

    def to_entry(self, happened: Happened) -> Entry:
        topic, state = self._codec.encode(happened.event)
        return Entry(
            originator_id=happened.originator_id,
            originator_version=happened.originator_version,
            topic=topic,
            state=state,
            effective_on=happened.effective_on,
            actor=happened.actor,
            signed_by=happened.signed_by,
            organ=happened.organ,
            authority=happened.authority,
            reason=happened.reason,
            command_id=happened.command_id,
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        if not isinstance(stored_event, Recorded):
            message = f"only a recorded row has an envelope, not {type(stored_event).__name__}"
            raise TypeError(message)
        return Happened(
            originator_id=str(stored_event.originator_id),
            originator_version=stored_event.originator_version,
            event=self._codec.decode(stored_event.topic, stored_event.state),
            effective_on=stored_event.effective_on,
            actor=stored_event.actor,
            signed_by=stored_event.signed_by,
            organ=stored_event.organ,
            authority=stored_event.authority,
            reason=stored_event.reason,
            command_id=stored_event.command_id,
            position=stored_event.id,
            recorded_at=stored_event.recorded_at,
        )
