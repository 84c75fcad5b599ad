"""Payloads to and from stored bytes, by an allow-list of topics: nothing in a row ever names a module or a class."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from ledger.errors import NewerSchemaError, UnknownTopicError, UnreadableEventError


class _Decoders(dict[str, Callable[[bytes], Any]]):
    """Topic to decoder; an unknown topic and one of a newer schema raise different errors."""

    def __init__(self) -> None:
        super().__init__()
        self.schemas: dict[str, int] = {}

    def __missing__(self, topic: str) -> Callable[[bytes], Any]:
        name, _, schema = topic.partition("@")
        known = self.schemas.get(name)
        if known is not None and schema.isdecimal() and int(schema) > known:
            raise NewerSchemaError(topic, known)
        raise UnknownTopicError(topic)


class Codec:
    """Each type has a `TOPIC`, and a `SCHEMA` number once it has grown (1 where it has none)."""

    def __init__(self, types: Sequence[type[msgspec.Struct]]) -> None:
        self.decoders = _Decoders()
        self._topics: dict[type, str] = {}
        self._encode = msgspec.json.Encoder().encode
        for each in types:
            self._allow(each)

    def encode(self, event: msgspec.Struct) -> tuple[str, bytes]:
        """Topic and state; raises UnknownTopicError for a type that is not on the list."""
        topic = self._topics.get(type(event))
        if topic is None:
            raise UnknownTopicError(type(event).__name__)
        return topic, self._encode(event)

    def decode(self, topic: str, state: bytes) -> Any:
        """Raises UnknownTopicError, NewerSchemaError or UnreadableEventError."""
        decode = self.decoders[topic]
        try:
            return decode(state)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UnreadableEventError(topic, str(error)) from error

    def _allow(self, each: type[msgspec.Struct]) -> None:
        topic: str = each.TOPIC  # type: ignore[attr-defined]  # each payload class has one
        schema: int = getattr(each, "SCHEMA", 1)
        if "@" in topic or topic in self.decoders:
            message = f"the topic {topic!r} of {each.__name__} is taken or not allowed"
            raise ValueError(message)
        decode = msgspec.json.Decoder(each).decode
        self.decoders.schemas[topic] = schema
        self.decoders[topic] = decode
        for earlier in range(2, schema + 1):
            self.decoders[f"{topic}@{earlier}"] = decode
        self._topics[each] = topic if schema == 1 else f"{topic}@{schema}"
