"""Codes as words for people: stages, titles, roles, kinds and commands, as the programmes name them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from application.questions import organisation
from application.words import (
    AFTER_THE_SEAL,
    FOLLOWING,
    ITEMS,
    OUTCOMES,
    STATES,
    TOUCHED,
    UNIT_KINDS,
    Words,
)
from domain.catalogue import VERBS
from domain.events import BY_TOPIC
from words.language import find, say

if TYPE_CHECKING:
    from application.running.system import System

_BY_COLUMN = {
    "stage": "stages", "title": "titles", "subject_kind": "subjects", "waiting_for": "roles",
    "role": "roles", "commands": "verbs", "command": "verbs", "outcome": "outcomes",
    "claimed": "outcomes", "decided": "outcomes", "revocation_effect": "outcomes", "kind": "kinds", "name": "items",
    "field": "items", "state": "states", "event": "events",
}  # fmt: skip
"""Which words a column's codes are taken from."""
_SECTIONS = ("stages", "titles", "subjects", "roles")


class Labels:
    """Words of the programmes in a log, the row's own programme first."""

    def __init__(self, system: System, language: str) -> None:
        self._system = system
        self._english = language == "en"

    def shown(self, row: dict[str, Any]) -> dict[str, Any]:
        """Answer a row with words in place of its codes; what has no word stays as it is."""
        programme = str(row.get("programme", ""))
        found = {column: self._word(column, value, programme) for column, value in row.items()}
        if "field" in row and "value" in row:
            found["value"] = self._word(str(row["field"]), row["value"], programme)
        return found

    def item(self, name: str) -> str:
        """The word for the name of a field or of an event."""
        return self._said(ITEMS.get(name) or self._events.get(name), name)

    def field(self, name: str) -> str:
        """The title of a field of a command's data."""
        return find(f"field.{name}", "en" if self._english else "vi") or name

    def _word(self, column: str, value: Any, programme: str) -> Any:
        if column == "depends_on":
            return [self.field(each) for each in value]
        section = _BY_COLUMN.get(column)
        if section is None:
            return value
        if isinstance(value, list):
            return [self._of(section, each, programme) for each in value]
        return self._of(section, value, programme)

    def _of(self, section: str, code: Any, programme: str) -> Any:
        if not isinstance(code, str):
            return code
        own = self._programmes.get(programme, {}).get(section, {})
        return self._said(own.get(code) or self._all[section].get(code), code)

    def _said(self, word: tuple[str, str] | None, code: str) -> str:
        return word[self._english] if word else code

    @cached_property
    def _programmes(self) -> dict[str, dict[str, Words]]:
        """The sections of each programme's newest edition."""
        return {
            edition.programme.code: {
                section: {
                    code: (label.vi, label.en)
                    for code, label in getattr(edition.programme, section, {}).items()
                }
                for section in _SECTIONS
            }
            for edition in organisation.editions(self._system)
        }

    @cached_property
    def _all(self) -> dict[str, Words]:
        """Words by section whatever the programme."""
        found: dict[str, Words] = {
            "verbs": {verb: _title(verb) for verb in VERBS},
            "outcomes": OUTCOMES,
            "kinds": UNIT_KINDS | TOUCHED | AFTER_THE_SEAL,
            "states": STATES,
            "events": self._events,
            "items": ITEMS,
        }
        for section in _SECTIONS:
            found[section] = {
                code: word
                for sections in self._programmes.values()
                for code, word in sections[section].items()
            }
        return found

    @cached_property
    def _events(self) -> Words:
        """The word of the command that each kind of event follows from."""
        by_event = {verb.event.TOPIC: _title(name) for name, verb in VERBS.items()}
        return {topic: by_event[topic] for topic in BY_TOPIC if topic in by_event} | FOLLOWING


def _title(verb: str) -> tuple[str, str]:
    return say(f"verb.{verb}", "vi"), say(f"verb.{verb}", "en")
