"""What people see of one case: itself, its history, who set each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from application.questions.field_told import field_told, value_told
from application.questions.step_basis import basis_told
from domain.events.case import CaseOpened
from words.kinds import Said, because
from words.language import Language, say
from words.tables import Column
from words.values import local_day

CASE = (
    Column("subject", "subject"), Column("period"), Column("programme", "programme"),
    Column("unit", "code"), Column("unit_name"), Column("subject_kind", "subject_kind"),
    Column("stage", "stage"), Column("outcome", "level"), Column("claimed", "level"),
    Column("waiting_for", "role"), Column("since", "date"), Column("due_on", "date"),
    Column("late", "yes_no"), Column("as_of", "date"), Column("standing", "yes_no"),
    Column("title", "title"), Column("suspended", "yes_no"), Column("outcomes", "lines"),
    Column("latest"), Column("version", "number", word="events"),
    Column("programme_version"), Column("case", "code", word="case_id"),
)  # fmt: skip
HISTORY = (
    Column("position", "ordinal"), Column("effective_on", "date"), Column("sentence"),
    Column("corrected", "lines"), Column("signed_by", "person"), Column("organ", "organ"),
    Column("reason"),
)  # fmt: skip
BLAME = (
    Column("field"), Column("value"), Column("signed_by", "person"), Column("effective_on", "date"),
    Column("recorded_on", "date"), Column("authority", "authority"), Column("reason"),
)  # fmt: skip


def history_told(entry: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """An entry of the history with its corrections in words, and what its step rests on behind its sentence."""
    basis = ", ".join(basis_told(entry["rests_on"], language))
    named = f" {say('shown.rests_on', language, basis=basis)}" if basis else ""
    sentence = f"{entry['sentence']}{named}"
    return {**entry, "corrected": corrections_told(entry), "sentence": sentence}


def corrections_told(entry: Mapping[str, Any]) -> list[Said]:
    """What stood in an act and what stands there now, for each correction of it."""
    act = entry["event"]
    return [_correction(act, **each) for each in entry["corrected"]]


def _correction(act: str, field: str, was: Any, now: Any, **_: Any) -> Said:
    told = because(
        "shown.correction",
        field=field_told(field),
        was=value_told(f"{act}.{field}", was),
        now=value_told(f"{act}.{field}", now),
    )
    return Said("because", told)


_OF_THE_PROGRAMME = frozenset(
    f"{CaseOpened.TOPIC}.{field}" for field in ("version", "workflow", "criteria")
)
"""Which rules a case was opened under: the programme says it, nobody enters it, and it has no words."""


def blame_told(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Who set what, in the programme's words: the fields that somebody entered or decided."""
    return [set_told(row) for row in rows if row["field"] not in _OF_THE_PROGRAMME]


def set_told(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry of the blame in words; `recorded_on` where it was typed in on another day than the paper has."""
    field, recorded_on = entry["field"], local_day(entry["recorded_at"])
    told = {"field": field_told(field), "value": value_told(field, entry["value"])}
    same = recorded_on == entry["effective_on"]
    return {**entry, **told, "recorded_on": None if same else recorded_on}
