"""The second reading of docs/time.md, written as plainly as it can be: it shares no code with the first."""

from __future__ import annotations

import json
from typing import Any

DECISIONS = {"decision-issued", "decision-superseded"}


def known(rows: list[Any], stream: str, position: int) -> list[dict[str, Any]]:
    """What the log says of a case up to a position, with every correction known there put in."""
    found = []
    for row in rows:
        if row.stream == stream and row.position <= position:
            said = json.loads(row.state)
            found.append({"at": row.position, "topic": row.topic, "on": row.effective_on, **said})
    for row in found:
        if row["topic"] == "correction-recorded":
            correction = row["details"]
            for target in found:
                if target["at"] == correction["of_position"]:
                    if correction["field"] == "effective_on":
                        target["on"] = correction["value"]
                    else:
                        target["details"][correction["field"]] = correction["value"]
    return found


def state(rows: list[Any], stream: str, position: int, on: str) -> dict[str, Any] | None:
    """state(E, p)."""
    everything = known(rows, stream, position)
    if not everything or everything[0]["on"] > on:
        return None
    opening = everything[0]
    in_effect = [row for row in everything[1:] if row["on"] <= on]
    stage, unit, suspended = "new", opening["unit"], False
    since = moved_on = opening["on"]
    for row in in_effect:
        if row["from_stage"] != row["to_stage"]:
            stage = row["to_stage"]
            since, moved_on = row["on"], max(moved_on, row["on"])
        if row["topic"] == "subject-succeeded":
            unit = row["details"]["successor"]
        if row["topic"] == "case-suspended":
            suspended = True
        if row["topic"] == "case-resumed":
            suspended = False
    return {
        "stage": stage,
        "unit": unit,
        "subject": f"unit:{unit}",
        "suspended": suspended,
        "moved_on": moved_on,
        "since": since,
        "outcome": outcome(everything, in_effect),
        "acts": [(row["at"], row["topic"], row["on"], row["details"]) for row in in_effect],
    }


def outcome(everything: list[dict[str, Any]], in_effect: list[dict[str, Any]]) -> str:
    """What was decided by then; a revocation that is known to have been taken back was never made."""
    taken_back, revoked = [], 0
    for row in everything:
        if row["topic"] == "recognition-revoked":
            revoked = row["at"]
        elif row["topic"] == "recognition-restored":
            taken_back.append(revoked)
    found = ""
    for row in in_effect:
        if row["topic"] in DECISIONS:
            found = row["details"]["level"]
        elif row["topic"] == "recognition-revoked" and row["at"] not in taken_back:
            found = "REVOKED"
        elif row["topic"] == "recognition-restored":
            found = "PASS"
    return found


def standing(rows: list[Any], stream: str, position: int, on: str) -> bool:
    """standing(E, p)."""
    decided: list[dict[str, Any]] = []
    for row in known(rows, stream, position):
        if row["topic"] in DECISIONS:
            decided.append({**row, "revocation": None})
        elif row["topic"] == "recognition-revoked":
            decided[-1]["revocation"] = row
        elif row["topic"] == "recognition-restored":
            decided[-1]["revocation"] = None
    by_then = [each for each in decided if each["on"] <= on]
    if not by_then or by_then[-1]["details"]["level"] != "PASS":
        return False
    newest, revocation = by_then[-1], by_then[-1]["revocation"]
    if revocation is None:
        return True
    effect = revocation["details"]["effect"]
    if effect == "as_if_never":
        starts = newest["on"]
    elif effect == "from_now":
        starts = revocation["on"]
    else:
        starts = revocation["details"]["effect_on"]
    return bool(on < starts)
