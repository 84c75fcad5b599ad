"""Payloads are stored and read by an allow-list of topics."""

from typing import ClassVar

import msgspec
import pytest

from ledger.codec import Codec
from ledger.errors import NewerSchemaError, UnknownTopicError, UnreadableEventError


class Opened(msgspec.Struct, frozen=True):
    TOPIC: ClassVar[str] = "opened"
    title: str


class Moved(msgspec.Struct, frozen=True):
    TOPIC: ClassVar[str] = "moved"
    SCHEMA: ClassVar[int] = 3
    to: str
    late: bool = False


class Stranger(msgspec.Struct, frozen=True):
    TOPIC: ClassVar[str] = "stranger"


CODEC = Codec([Opened, Moved])


def test_a_payload_comes_back_as_it_was():
    topic, state = CODEC.encode(Opened("Chi bộ 1"))
    assert (topic, state) == ("opened", '{"title":"Chi bộ 1"}'.encode())
    assert CODEC.decode(topic, state) == Opened("Chi bộ 1")


def test_a_schema_above_one_is_part_of_the_stored_topic():
    assert CODEC.encode(Moved("there"))[0] == "moved@3"


@pytest.mark.parametrize("topic", ["moved", "moved@2", "moved@3"])
def test_older_schemas_are_read(topic):
    assert CODEC.decode(topic, b'{"to":"there"}') == Moved("there")


def test_a_newer_schema_is_refused_not_guessed():
    with pytest.raises(NewerSchemaError) as refused:
        CODEC.decode("moved@4", b'{"to":"there"}')
    assert refused.value.values == {"topic": "moved@4", "known": 3}


@pytest.mark.parametrize("topic", ["stranger", "os:system", "opened@", "opened@x", "", "opened@0"])
def test_a_topic_that_is_not_on_the_list_is_refused(topic):
    with pytest.raises(UnknownTopicError):
        CODEC.decode(topic, b"{}")


def test_a_type_that_is_not_on_the_list_is_not_stored():
    with pytest.raises(UnknownTopicError):
        CODEC.encode(Stranger())


@pytest.mark.parametrize("state", [b"{}", b"", b"[]", b'{"title":1}', b"\xff"])
def test_a_state_that_does_not_fit_is_unreadable(state):
    with pytest.raises(UnreadableEventError):
        CODEC.decode("opened", state)


def test_two_types_cannot_share_a_topic():
    with pytest.raises(ValueError, match="opened"):
        Codec([Opened, Opened])
