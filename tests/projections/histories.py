"""Histories of recognitions as chance makes them: decided, superseded, revoked, restored, corrected, backdated."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

from domain.events import case as c
from domain.events import details as d
from domain.streams import case_stream
from tests.projections.casebook import Casebook, opened, taken

FIRST = date(2024, 1, 1)
AT_ONCE = 60


class Histories:
    """Many cases side by side; `told` holds the commits, so that a log can be cut and told again."""

    def __init__(self, seed: int, cases: int, acts: int) -> None:
        self.chance = random.Random(seed)
        self.streams = [case_stream("kon-tum", f"unit:C{n}", "2024") for n in range(cases)]
        self.kinds: Counter[str] = Counter()
        self.told: list[tuple[str, Any, str]] = []
        self._stage = dict.fromkeys(self.streams, "in_progress")
        self._positions: dict[str, list[int]] = {stream: [] for stream in self.streams}
        self._decided: dict[str, str] = {}
        for number, stream in enumerate(self.streams):
            self._add(stream, opened(f"C{number}"), self._day(120))
        for _ in range(cases * acts):
            self._act(self.chance.choice(self.streams))

    def tell(self, book: Casebook, until: int | None = None) -> None:
        """Append everything up to a position, many events in a commit."""
        for begin in range(0, until or len(self.told), AT_ONCE):
            many = self.told[begin : min(begin + AT_ONCE, until or len(self.told))]
            book.tell_rows(many)

    def _add(self, stream: str, event: Any, on: str) -> None:
        self.told.append((stream, event, on))
        self._positions[stream].append(len(self.told))
        self.kinds[event.TOPIC] += 1

    def _day(self, within: int = 900) -> str:
        return (FIRST + timedelta(days=self.chance.randrange(within))).isoformat()

    def _act(self, stream: str) -> None:
        event, details = self.chance.choice(self._possible(stream))
        begin = self._stage[stream]
        end = begin if event is c.CorrectionRecorded else self._stage_after(event, details, begin)
        self._stage[stream] = end
        self._add(stream, taken(event, details, begin, end), self._day())
        self._note(stream, event)

    def _note(self, stream: str, event: type) -> None:
        if event in (c.DecisionIssued, c.DecisionSuperseded, c.RecognitionRestored):
            self._decided[stream] = "decided"
        elif event is c.RecognitionRevoked:
            self._decided[stream] = "revoked"

    def _stage_after(self, event: type, details: Any, begin: str) -> str:
        if event in (c.DecisionIssued, c.DecisionSuperseded):
            return "recognised" if details.level == "PASS" else "not_recognised"
        if event is c.RecognitionRevoked:
            return "revoked"
        return "recognised" if event is c.RecognitionRestored else begin

    def _possible(self, stream: str) -> list[tuple[type, Any]]:
        level = self.chance.choice(("PASS", "PASS", "FAIL"))
        day, heir = date.fromisoformat(self._day()), f"S{self.chance.randrange(9)}"
        evidence = d.Evidence(evidence="mc", nodes=["I.1"], kind="figure", value="1")
        acts: list[tuple[type, Any]] = [
            (c.EvidenceAttached, evidence),
            (c.DossierReturned, d.Return(missing=["DOC"], due_on=day)),
            (c.SubjectSucceeded, d.Succession(successor=heir, change="x")),
            self.chance.choice(
                [(c.CaseSuspended, d.Suspension()), (c.CaseResumed, d.Resumption())]
            ),
        ]
        if len(self._positions[stream]) > 1:
            acts += [(c.CorrectionRecorded, self._correction(stream))] * 3
        match self._decided.get(stream):
            case None:
                acts += [(c.DecisionIssued, d.Decision(level=level, number="1"))] * 4
            case "decided":
                acts += [(c.DecisionSuperseded, d.Supersession(level=level, number="2"))]
                acts += [(c.RecognitionRevoked, self._revocation())] * 3
            case _:
                acts += [(c.RecognitionRestored, d.Restoration(number="4", petition="k"))] * 2
        return acts

    def _revocation(self) -> d.Revocation:
        effect: Any = self.chance.choice(("from_now", "from_date", "as_if_never"))
        self.kinds[effect] += 1
        return d.Revocation(number="3", ground="g", effect=effect,
                            effect_on=date.fromisoformat(self._day()))  # fmt: skip

    def _correction(self, stream: str) -> d.Correction:
        at = self.chance.choice(self._positions[stream][1:])
        event = self.told[at - 1][1]
        if isinstance(event, c.CorrectionRecorded):
            at = event.details.of_position
            event = self.told[at - 1][1]
        field, value = self.chance.choice([("effective_on", self._day()), *self._fields(event)])
        self.kinds[f"corrected {field}"] += 1
        return d.Correction(of_position=at, field=field, value=value)

    def _fields(self, event: Any) -> list[tuple[str, str]]:
        """What can be corrected of an act beside its date, with another value."""
        values = {"number": f"N{self.chance.randrange(99)}", "due_on": self._day(), "value": "2"}
        return [(name, value) for name, value in values.items() if hasattr(event.details, name)]
