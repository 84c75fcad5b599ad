"""Logs of any length that the real folds accept: cases of eighteen events, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from application.commands.opening import initialise
from application.commands.withheld_texts import Withholder
from application.intake.programme_publishing import programme_data
from application.running.system import System
from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events import round as r
from domain.events import unit as u
from domain.events.base import Document, Event, Mark, Outcome, Sheet
from domain.streams import case_stream, person_stream, programme_stream, round_stream, unit_stream
from domain.tags import tags_of
from ledger.commit import Commit
from ledger.entry import Happened

BATCH = 4_000
OPENED = datetime(2023, 12, 1, tzinfo=UTC)
PARENT = "DB"
PROGRAMME = programme_data("kon-tum.yaml")
SHEET = Sheet(marks=[Mark(node=f"I.{i}", points=None, value="6") for i in range(1, 6)])
OUTCOME = Outcome(passes=True, level="PASS", points={}, met={"I": True, "II": True})
PAPER = Document(document="DOC-REPORT", number="01-BC")
Row = tuple[str, Event]


OPEN_EVENTS = 10
"""What there is of a case that waits for the appraiser."""
OFFICER = "can-bo"
"""Who acts for the committee's office, where the open cases wait."""
DECIDER = "cap-uy"
"""Who acts for the committee that decided."""


def generated(url: str, events: int, open_cases: int = 0) -> System:
    """Make a simulated log at a URL with about so many events; the read models stay behind.

    The last of its cases, `open_cases` of them, have handed in and wait for the appraiser.
    """
    system = initialise(url, by="quan-tri", simulated=True, at=OPENED)
    cases = max(1, events // len(list(case_events(0))))
    _append(system, set_up(cases), "set-up", OPENED)
    for begin in range(0, cases, BATCH // 18):
        rows = [
            row
            for at in range(begin, min(begin + BATCH // 18, cases))
            for row in islice(case_events(at), OPEN_EVENTS if at >= cases - open_cases else None)
        ]
        _append(system, rows, f"cases-{begin}", OPENED + timedelta(minutes=1 + begin))
    return system


def cell(at: int) -> str:
    return f"CB{at:06d}"


@cache
def stream(at: int) -> str:
    """The stream of the case of a cell; worked out once, as the library's own ids are."""
    return case_stream("kon-tum", f"unit:{cell(at)}", "2024")


def set_up(cases: int) -> Iterator[Row]:
    """Units, one person for each cell, the programme, the round."""
    yield programme_stream("kon-tum"), r.ProgrammePublished(**PROGRAMME)
    organs = ["party_committee", "committee_office", "standing_committee"]
    yield (
        unit_stream(PARENT),
        u.UnitRegistered(code=PARENT, name="Đảng bộ mẫu", kind="BASE_COMMITTEE", organs=organs),
    )
    for person, organ in ((OFFICER, "committee_office"), (DECIDER, "party_committee")):
        yield person_stream(person), p.PersonRegistered(person=person, name="Người mẫu")
        yield person_stream(person), p.MandateGiven(mandate="m", organ=f"{PARENT}/{organ}")
    for at in range(cases):
        yield (
            unit_stream(cell(at)),
            u.UnitRegistered(
                code=cell(at),
                name=f"Chi bộ mẫu {at}",
                kind="SUBORDINATE_CELL",
                parent=PARENT,
                organs=["cell"],
            ),
        )
        person = person_stream(f"p{at}")
        yield person, p.PersonRegistered(person=f"p{at}", name="Người mẫu")
        yield person, p.MandateGiven(mandate="m", organ=f"{cell(at)}/cell")
    yield (
        round_stream("kon-tum", "2024"),
        r.RoundOpened(
            programme="kon-tum",
            version=PROGRAMME["version"],
            period="2024",
            closing_on=date(2024, 12, 31),
        ),
    )


def case_events(at: int) -> Iterator[Row]:
    """The eighteen events of a case, from its opening to its reward."""
    name = stream(at)
    yield (
        name,
        c.CaseOpened(
            programme="kon-tum",
            version=PROGRAMME["version"],
            round=round_stream("kon-tum", "2024"),
            period="2024",
            subject=f"unit:{cell(at)}",
            subject_kind="subordinate_cell",
            unit=cell(at),
            title="four_good_cell",
            workflow="subordinate_cell",
            criteria="cell",
        ),
    )
    stage = "new"
    for event, details, to in _steps():
        taken: Any = event
        yield name, taken(step=event.TOPIC, from_stage=stage, to_stage=to, details=details)
        stage = to


def _steps() -> Iterator[tuple[type[Event], Any, str]]:
    begun, level = "pilot_selected", "PASS"
    yield c.PilotSelected, d.Selection(), begun
    for evidence in ("mc-1", "mc-2", "mc-3"):
        yield (
            c.EvidenceAttached,
            d.Evidence(evidence=evidence, nodes=["I.1"], kind="figure", value="1"),
            begun,
        )
    yield c.IndividualSheetSubmitted, d.Scoring(sheet=SHEET, outcome=OUTCOME), begun
    yield c.IndividualSheetSubmitted, d.Scoring(sheet=SHEET, outcome=OUTCOME), begun
    yield c.AggregateAdopted, d.Adoption(sheet=SHEET, outcome=OUTCOME), "self_assessed"
    yield c.LevelClaimed, d.Claim(level="PASS"), "claimed"
    yield c.DossierSubmitted, d.Dossier(documents=[PAPER]), "submitted"
    yield c.DossierReturned, d.Return(missing=["biểu"], due_on=date(2024, 12, 10)), "returned"
    yield c.DossierSupplemented, d.Dossier(documents=[PAPER]), "submitted"
    yield c.Appraised, d.Appraisal(proposal="PASS", sheet=SHEET, outcome=OUTCOME), "appraised"
    yield c.CommentGiven, d.Comment(comment="góp ý"), "appraised"
    yield c.DecisionIssued, d.Decision(level="PASS", number="01-QĐ"), "recognised"
    yield c.RewardDecided, d.RewardDecision(reward="giay_khen", number="02-QĐ"), "recognised"
    yield c.CertificateIssued, d.Certificate(reward="giay_khen", number=level), "recognised"
    yield (
        c.InspectionConcluded,
        d.InspectionConclusion(conclusion="tốt", in_order=True),
        "recognised",
    )


def _append(system: System, rows: Any, name: str, at: datetime) -> None:
    versions: dict[str, int] = {}
    withholder = Withholder()
    reason = withholder.text("Số liệu đo")
    command = str(UUID(int=abs(hash(name)) % 2**128))
    happened: list[Happened] = []
    tags: list[tuple[str, str]] = []
    for stream_name, event in rows:
        versions[stream_name] = versions.get(stream_name, 0) + 1
        tags.extend((tag, stream_name) for tag in tags_of(event))
        happened.append(
            Happened(
                originator_id=stream_name,
                originator_version=versions[stream_name],
                event=withholder.withhold(event),
                effective_on="2023-12-01" if name == "set-up" else "2024-12-02",
                actor="quan-tri",
                signed_by="quan-tri",
                organ=f"{PARENT}/party_committee",
                authority="person:quan-tri@2",
                reason=reason,
                command_id=command,
            )
        )
    commit = Commit(
        command_id=command,
        command_digest=name,
        tags=tags,
        texts=withholder.texts,
        recorded_at=at.isoformat(),
    )
    system.app.append(happened, commit=commit)
