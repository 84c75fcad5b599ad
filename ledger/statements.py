"""The fixed SQL texts of the hot paths, written once; `adapted` turns them into a database's own dialect.

`?` marks a parameter, `EACH(?)` a list of texts given as one parameter, its rows named `value`, `NUMBERS(?)` a
list of numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True)
class Statements:
    lock_head: str = "SELECT position, recorded_at, frontier, root, simulated FROM head WHERE name = 'log' FOR UPDATE"
    read_head: str = (
        "SELECT position, root, recorded_at, simulated, frontier FROM head WHERE name = 'log'"
    )
    move_head: str = (
        "UPDATE head SET position = ?, recorded_at = ?, frontier = ?, root = ? WHERE name = 'log'"
    )
    command: str = (
        "SELECT command_id, first, position, recorded_at, root, digest, texts FROM event"
        " WHERE command_id = ? AND digest IS NOT NULL"
    )
    commands: str = (
        "SELECT command_id, first, position, recorded_at, root, digest, texts FROM event"
        " WHERE command_id IN (SELECT value FROM EACH(?)) AND digest IS NOT NULL"
    )
    insert_event: str = (
        "INSERT INTO event (position, stream, version, topic, state, recorded_at, effective_on, actor,"
        " signed_by, organ, authority, reason, command_id, leaf, first, root, tags, digest, texts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    insert_topics: str = (
        "INSERT INTO topic (topic, position) SELECT topic, position FROM event"
        " WHERE position > ? AND position <= ? ORDER BY topic, position"
    )
    wrong_topics: str = (
        "SELECT count(CASE WHEN topic.position <= ? THEN 1 END), max(topic.position),"
        " min(CASE WHEN event.topic = topic.topic THEN NULL ELSE topic.position END)"
        " FROM topic LEFT JOIN event ON event.position = topic.position"
    )
    missing_topic: str = (
        "SELECT min(position) FROM event WHERE position <= ? AND NOT EXISTS"
        " (SELECT 1 FROM topic WHERE topic.topic = event.topic AND topic.position = event.position)"
    )
    versions: str = (
        "SELECT value, (SELECT max(version) FROM event WHERE stream = value) FROM EACH(?)"
    )
    stream: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf FROM event WHERE stream = ? ORDER BY version"
    )
    stream_upto: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf FROM event WHERE stream = ? AND position <= ?"
        " ORDER BY version"
    )
    stream_between: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf FROM event"
        " WHERE stream = ? AND version > ? AND version <= ? ORDER BY version LIMIT ?"
    )
    stream_backwards: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf FROM event"
        " WHERE stream = ? AND version > ? AND version <= ? ORDER BY version DESC LIMIT ?"
    )
    read: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf FROM event"
        " WHERE position > ? AND position <= ? ORDER BY position LIMIT ?"
    )
    read_topics: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf FROM event"
        " WHERE position > ? AND position <= ? AND topic IN (SELECT value FROM EACH(?))"
        " ORDER BY position LIMIT ?"
    )
    read_whole: str = (
        "SELECT position, stream, version, topic, state, recorded_at, effective_on, actor, signed_by,"
        " organ, authority, reason, command_id, leaf, first, root, tags, digest, texts FROM event"
        " WHERE position > ? AND position <= ? ORDER BY position LIMIT ?"
    )
    recorded_at: str = "SELECT recorded_at FROM event WHERE position = ?"
    head_at: str = (
        "SELECT position, root, recorded_at FROM event WHERE position >= ? AND first IS NOT NULL"
        " ORDER BY position LIMIT 1"
    )
    insert_tag: str = "INSERT INTO tag (tag, number, stream, position) VALUES (?, ?, ?, ?)"
    tag_ends: str = "SELECT value, (SELECT max(number) FROM tag WHERE tag = value) FROM EACH(?)"
    tagged_of: str = (
        "SELECT tag, stream FROM tag WHERE tag IN (SELECT value FROM EACH(?))"
        " AND stream IN (SELECT value FROM EACH(?))"
    )
    tagged: str = "SELECT stream FROM tag WHERE tag = ? AND position <= ? ORDER BY number"
    read_tags: str = (
        "SELECT position, tag, number, stream FROM tag WHERE position > ? AND position <= ?"
        " ORDER BY position, tag, number"
    )
    texts: str = (
        "SELECT texts FROM event WHERE texts IS NOT NULL AND position IN (SELECT last.position FROM event"
        " JOIN event AS last ON last.command_id = event.command_id AND last.digest IS NOT NULL"
        " WHERE event.position IN (SELECT value FROM NUMBERS(?)))"
    )
    lock_texts: str = (
        "SELECT position, texts FROM event WHERE texts IS NOT NULL AND position = (SELECT last.position"
        " FROM event JOIN event AS last ON last.command_id = event.command_id AND last.digest IS NOT NULL"
        " WHERE event.position = ?) FOR UPDATE"
    )
    set_texts: str = "UPDATE event SET texts = ? WHERE position = ?"
    refuse: str = (
        "INSERT INTO refusal (day, actor, command, stream, guards, count) VALUES (?, ?, ?, ?, ?, 1)"
        " ON CONFLICT (day, actor, command, stream, guards) DO UPDATE SET count = refusal.count + 1"
    )
    refusals: str = (
        "SELECT day, actor, command, stream, guards, count FROM refusal"
        " ORDER BY day, actor, command, stream, guards"
    )
    track: str = (
        "INSERT INTO tracking (application_name, position) VALUES (?, ?)"
        " ON CONFLICT (application_name) DO UPDATE SET position = excluded.position"
        " WHERE tracking.position < excluded.position"
    )
    tracked: str = "SELECT position FROM tracking WHERE application_name = ?"

    @classmethod
    def adapted(cls, change: Callable[[str], str]) -> Self:
        return cls(**{each.name: change(str(each.default)) for each in fields(cls)})
