"""A year as chance makes it: any number of cases and units, each event one that its fold can meet."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events import unit as u
from domain.events import unit_year as y
from domain.events.person import PersonRegistered
from domain.streams import (
    LOG,
    case_stream,
    person_stream,
    programme_stream,
    round_stream,
    unit_stream,
    unit_year_stream,
)
from tests.projections.casebook import KON_TUM, PERIOD, Casebook, opened, taken

FIRST = date(2024, 1, 1)
STAGES = (
    "in_progress",
    "claimed",
    "submitted",
    "returned",
    "appraised",
    "consulting",
    "under_reexamination",
)


class RandomYear:
    """Tells events to a casebook, each chosen by a number generator."""

    def __init__(self, book: Casebook, seed: int) -> None:
        self.book = book
        self.chance = random.Random(seed)
        self.stages: dict[str, str] = {}
        self.positions: dict[str, list[tuple[int, bool]]] = {}
        self.decided: set[str] = set()
        self.unregistered: list[str] = []

    def tell(self, events: int) -> None:
        self.book.tell(
            round_stream("kon-tum", PERIOD),
            r.RoundOpened(
                programme="kon-tum", version="v", period=PERIOD, closing_on=date(2024, 12, 31)
            ),
        )
        organs = ["party_committee", "standing_committee", "committee_office"]
        self.book.unit("DB", kind="BASE_COMMITTEE", organs=organs)
        self._register("ky")
        published = self.chance.randrange(events + 1)
        for number in range(events):
            if number == published:
                self._publish()
            self.chance.choices((self._case, self._act, self._beside), (2, 12, 3))[0]()

    def _register(self, person: str) -> None:
        event = PersonRegistered(person=person, name=f"Người mẫu {person}")
        self.book.tell(person_stream(person), event)

    def _publish(self) -> None:
        """Sooner or later: until then nobody can say whom a case waits for."""
        published = r.ProgrammePublished(
            code="kon-tum", version=KON_TUM.version, content=KON_TUM.content
        )
        self.book.tell(programme_stream("kon-tum"), published)
        self._register("nhap")

    def _day(self) -> str:
        return (FIRST + timedelta(days=self.chance.randrange(400))).isoformat()

    def _case(self) -> None:
        unit = f"C{len(self.stages)}"
        if unit == "C0" or self.chance.random() < 0.8:
            place = self.chance.choice(({}, {"parent": "DB"}, {"parent": "DB", "organs": ["cell"]}))
            self.book.unit(unit, **place)
        else:
            self.unregistered.append(unit)
        stream = case_stream("kon-tum", f"unit:{unit}", PERIOD)
        first = taken(c.DirectlyOpened, d.Opening(), "new", "in_progress")
        self.book.tell(stream, opened(unit), first, on=self._day())
        self.stages[stream], self.positions[stream] = "in_progress", []

    def _beside(self) -> None:
        """Facts that no case model looks at, and those of rounds, holidays and units."""
        day = date.fromisoformat(self._day())
        told: list[tuple[str, Any]] = [
            (unit_year_stream("C0", 2024), y.FeePaid(member="p", month=day.month)),
            (LOG, r.HolidaysDeclared(year=2024, days=[day])),
            (
                round_stream("kon-tum", PERIOD),
                r.DeadlineExtended(
                    deadline="year_end", due_on=day, subject=self.chance.choice(("", "unit:C1"))
                ),
            ),
        ]
        if self.unregistered:
            code = self.unregistered[0]
            event = u.UnitRegistered(code=code, name=f"Chi bộ {code}", kind="BASE_CELL")
            told.append((unit_stream(code), event))
        if self.stages:
            told.append((unit_stream("C0"), u.UnitRenamed(name=f"Chi bộ {day}")))
            told.append((unit_stream("C0"), u.OrganEstablished(organ="cell")))
            told.append(
                (unit_stream("C0"), u.UnitMoved(parent=self.chance.choice(("DB", "C1", ""))))
            )
            organ = self.chance.choice(("party_committee", "standing_committee"))
            told.append((unit_stream("DB"), u.OrganAbolished(organ=organ)))
            told.append((unit_stream("DB"), u.OrganEstablished(organ=organ)))
        stream, event = self.chance.choice(told)
        if isinstance(event, u.UnitRegistered):
            self.unregistered.remove(event.code)
        self.book.tell(stream, event, on=self._day())

    def _act(self) -> None:
        if not self.stages:
            return
        stream = self.chance.choice(list(self.stages))
        event, details = self._possible(stream)
        begin = self.stages[stream]
        end = self.chance.choice((begin, *STAGES))
        step = taken(event, details, begin, end, late=self.chance.random() < 0.1)
        at = self.book.tell(stream, step, on=self._day(), organ=f"U{len(self.stages)}/cell")
        self.stages[stream] = end
        self.positions[stream].append((at, event is c.DecisionIssued))
        if event is c.DecisionIssued:
            self.decided.add(stream)

    def _possible(self, stream: str) -> tuple[type, Any]:
        day = date.fromisoformat(self._day())
        acts: list[tuple[type, Any]] = [
            (c.LevelClaimed, d.Claim(level=self.chance.choice(("PASS", "FAIL")))),
            (c.DossierReturned, d.Return(missing=["DOC"], due_on=day)),
            (c.ConsultationOpened, d.ConsultationRequest(bodies=["A/x", "B/y"], due_on=day)),
            (c.OpinionGiven, d.Opinion(body="A/x", stance="agree", opinion="đồng ý")),
            (c.ConsultationClosed, d.ConsultationClosing(silent={"B/y": "không trả lời"})),
            (c.DefectFound, d.Finding(ground="a", statement="thiếu", explain_by=day)),
            (c.CaseSuspended, d.Suspension()),
            (c.CaseResumed, d.Resumption()),
            (c.SubjectSucceeded, d.Succession(successor=f"S{day.month}", change="merged")),
            (c.PetitionFiled, d.Petition(petition="k1", subject_matter="xem lại", answer_by=day)),
            (c.PetitionAnswered, d.PetitionAnswer(petition="k1", upheld=False)),
            (c.RewardDecided, d.RewardDecision(reward="annual", number="1")),
            (c.DependentOutcomeFlagged, d.Flagging(revoked="case:x", use="ratio")),
            (c.DependentOutcomeReviewed, d.DependentReview(revoked="case:x", use="ratio", result="stands")),
            (c.RewardRecalled, d.Recall(reward="annual", returned=True)),
            (c.DecisionIssued, d.Decision(level=self.chance.choice(("PASS", "FAIL")), number="7")),
        ]  # fmt: skip
        if stream in self.decided:
            effect = self.chance.choice(("from_now", "from_date", "as_if_never"))
            details = d.Revocation(number="8", ground="a", effect=effect, effect_on=day)
            acts.append((c.RecognitionRevoked, details))
        if self.positions[stream]:
            acts.append((c.CorrectionRecorded, self._correction(stream)))
        return self.chance.choice(acts)

    def _correction(self, stream: str) -> d.Correction:
        at, is_decision = self.chance.choice(self.positions[stream])
        if is_decision and self.chance.random() < 0.5:
            return d.Correction(of_position=at, field="number", value="9")
        return d.Correction(of_position=at, field="effective_on", value=self._day())
