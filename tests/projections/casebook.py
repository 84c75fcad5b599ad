"""Logs for tests of the read models: events told one by one, or as a random year makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from application.commands.withheld_texts import Withholder
from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events import unit as u
from domain.programme.edition import Edition
from domain.streams import case_stream, programme_stream, round_stream, unit_stream
from ledger.commit import Commit
from ledger.entry import Entry
from ledger.ledger import Ledger
from projections.engine import prepare
from projections.machinery.codec import CODEC
from tests.support.world import PROGRAMMES, edition_at

PERIOD = "2024"
_STEP = ("step", "late", "due_on", "relied_on")
KON_TUM = edition_at(PROGRAMMES / "kon-tum.yaml")
SOC_TRANG = edition_at(PROGRAMMES / "soc-trang.yaml")


class Casebook:
    """Appends what it is told, one commit each; `then` goes with every append."""

    def __init__(self, ledger: Ledger, then: Any = None) -> None:
        self.ledger = ledger
        self.then = then
        self.versions: dict[str, int] = {}
        self.commits = 0
        prepare(ledger)

    def tell(self, stream: str, *events: Any, on: str = "2024-06-01", **by: str) -> int:
        """Append events of one stream as one commit; answer the last position."""
        return self.tell_each({stream: events}, on, **by)

    def tell_each(
        self, told: Mapping[str, Iterable[Any]], on: str = "2024-06-01", **by: str
    ) -> int:
        """Append events of several streams as one commit."""
        withholder = Withholder()
        self.commits += 1
        entries = [
            self._entry(stream, event, on, withholder, by)
            for stream, events in told.items()
            for event in events
        ]
        commit = Commit(f"c{self.commits}", "d", entries, texts=withholder.texts)
        return self.ledger.append(commit, self.then).last

    def tell_rows(self, told: Iterable[tuple[str, Any, str]]) -> int:
        """Append (stream, event, effective date) as one commit."""
        withholder = Withholder()
        self.commits += 1
        entries = [self._entry(stream, event, on, withholder, {}) for stream, event, on in told]
        commit = Commit(f"c{self.commits}", "d", entries, texts=withholder.texts)
        return self.ledger.append(commit, self.then).last

    def _entry(
        self, stream: str, event: Any, on: str, withholder: Withholder, by: dict[str, str]
    ) -> Entry:
        self.versions[stream] = self.versions.get(stream, 0) + 1
        topic, state = CODEC.encode(withholder.withhold(event))
        return Entry(
            originator_id=stream,
            originator_version=self.versions[stream],
            topic=topic,
            state=state,
            effective_on=on,
            actor=by.get("actor", "nhap"),
            signed_by=by.get("signed_by", "ky"),
            organ=by.get("organ", "DU/party_committee"),
            authority=by.get("authority", "person:ky@2"),
            reason=withholder.text(by.get("reason", "vì đã đủ hồ sơ")),
            command_id=f"c{self.commits}",
        )

    def unit(self, code: str, name: str = "Chi bộ mẫu", **fields: Any) -> int:
        event = u.UnitRegistered(code=code, name=name, **{"kind": "BASE_CELL", **fields})
        return self.tell(unit_stream(code), event, on="2020-01-01")

    def programme(self, edition: Edition = KON_TUM) -> int:
        """Publish a programme and open its round of 2024."""
        code, version = edition.programme.code, edition.version
        published = r.ProgrammePublished(code=code, version=version, content=edition.content)
        self.tell(programme_stream(code), published, on="2023-12-01")
        opening = r.RoundOpened(
            programme=code, version=version, period=PERIOD, closing_on=date(2024, 12, 31)
        )
        return self.tell(round_stream(code, PERIOD), opening, on="2024-01-02")

    def case(
        self, unit: str = "C1", *, at: str = "in_progress", on: str = "2024-02-01", **of: str
    ) -> str:
        """Open a case that begins at a stage; answer its stream."""
        subject = of.get("subject", f"unit:{unit}")
        stream = case_stream(of.get("programme", "kon-tum"), subject, of.get("period", PERIOD))
        self.tell(
            stream, opened(unit, **of), taken(c.DirectlyOpened, d.Opening(), "new", at), on=on
        )
        return stream

    def act(
        self, stream: str, event: type, details: Any, way: tuple[str, str], on: str, **by: Any
    ) -> int:
        """Tell one step; `way` is from which stage to which."""
        step = {name: by.pop(name) for name in _STEP if name in by}
        return self.tell(stream, taken(event, details, *way, **step), on=on, **by)


def opened(unit: str, **of: str) -> c.CaseOpened:
    fields = {
        "programme": "kon-tum",
        "version": KON_TUM.version,
        "round": "round:kon-tum:2024",
        "period": PERIOD,
        "subject": f"unit:{unit}",
        "subject_kind": "base_cell",
        "unit": unit,
        "title": "four_good_cell",
        "workflow": "base_unit",
        "criteria": "base",
    }
    return c.CaseOpened(**(fields | of))


def begun(at: str = "in_progress") -> c.DirectlyOpened:
    return taken(c.DirectlyOpened, d.Opening(), "new", at)


def taken(event: Any, details: Any, begin: str, end: str, **step: Any) -> Any:
    named = step.pop("step", event.TOPIC)
    return event(step=named, from_stage=begin, to_stage=end, details=details, **step)


def decide(
    book: Casebook, stream: str, level: str = "PASS", on: str = "2024-12-05", **by: Any
) -> int:
    details = d.Decision(level=level, number=by.pop("number", "12-QĐ/ĐU"))
    end = "recognised" if level == "PASS" else "not_recognised"
    return book.act(stream, c.DecisionIssued, details, ("consulted", end), on, **by)


def revoke(
    book: Casebook, stream: str, effect: str, effect_on: str | None, on: str = "2025-03-01"
) -> int:
    begins = date.fromisoformat(effect_on) if effect_on else None
    details = d.Revocation(number="3-QĐ/ĐU", ground="a", effect=effect, effect_on=begins)
    return book.act(stream, c.RecognitionRevoked, details, ("under_reexamination", "revoked"), on)


def correct(book: Casebook, stream: str, at: int, field: str, value: str, stage: str) -> int:
    details = d.Correction(of_position=at, field=field, value=value)
    return book.act(stream, c.CorrectionRecorded, details, (stage, stage), "2025-01-10")
