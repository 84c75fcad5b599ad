"""A world in which a case of any programme stands at any stage, with everything a step may ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from msgspec import structs

from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events import round as r
from domain.events import unit as u
from domain.events.base import Document
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score
from domain.streams import case_stream, person_stream, round_stream, unit_stream
from tests.support.best_sheet import EVIDENCE, best_sheet
from tests.support.world import MemoryWorld

TODAY = date(2024, 12, 20)
LONG_AGO = "2020-01-01"
UNIT, PARENT, GRANDPARENT, TOP = "donvi", "captren", "captren2", "captren3"
MEMBER = "dangvien"
STRANGER = "nguoi-la"
DOCUMENT = Document(document="DOC-X", number="01-X/TEST", on=date(2024, 12, 1))


def stage_world(edition, kind, *, pilot=True):
    """Units, organs with one person each, a round, piloted where it is one; no case yet."""
    world = MemoryWorld(TODAY, edition)
    programme = edition.programme
    subject = programme.subjects[kind]
    organs = sorted(_organ_names(programme))
    kinds = [subject.unit_kinds[0], *_kinds_above(programme, subject, kind)]
    for code, parent, unit_kind in zip(
        (UNIT, PARENT, GRANDPARENT, TOP), (PARENT, GRANDPARENT, TOP, ""), kinds, strict=True
    ):
        registered = u.UnitRegistered(
            code=code, name=code, kind=unit_kind, parent=parent, organs=organs
        )
        world.give(unit_stream(code), registered, on=LONG_AGO)
        for organ in organs:
            person_of(world, f"{code}-{organ}", f"{code}/{organ}")
    _member(world)
    world.give(person_stream(STRANGER), p.PersonRegistered(person=STRANGER, name="n"), on=LONG_AGO)
    if not pilot:
        edition = without_pilot(edition)
        programme = edition.programme
        world.editions[programme.code] = edition
    period = period_of(programme)
    opened = r.RoundOpened(
        programme=programme.code,
        version=edition.version,
        period=period,
        closing_on=date(2024, 12, 31),
    )
    world.give(round_stream(programme.code, period), opened, on="2024-01-02")
    if programme.pilot and period in programme.pilot.periods:
        listed = r.PilotListSet(units=[UNIT])
        world.give(round_stream(programme.code, period), listed, on="2024-01-03")
    return world


def without_pilot(edition):
    """The edition as it is in a year without a pilot list."""
    pilot = edition.programme.pilot
    programme = structs.replace(
        edition.programme, pilot=pilot and structs.replace(pilot, periods=[])
    )
    return replace(edition, programme=programme)


def period_of(programme):
    return {"year": "2024", "quarter": "2024-Q1", "month": "2024-05", "term": "2024"}[
        programme.cadence.every
    ]


def _organ_names(programme):
    names = {
        selector.organ
        for role in programme.roles.values()
        for rule in role.rules
        for selector in rule.organs
        if selector.of != "person"
    }
    return {*names, "cell"}


def _kinds_above(programme, subject, kind):
    nearest = [
        selector.of.removeprefix("nearest:").split("|")
        for role in programme.roles.values()
        for rule in role.rules
        if not rule.subjects or kind in rule.subjects
        for selector in rule.organs
        if selector.of.startswith("nearest:")
    ]
    parent = subject.superior_kinds[0] if subject.superior_kinds else None
    sought = [kinds[0] for kinds in nearest if not parent or parent not in kinds]
    first = parent or (sought[0] if sought else "BASE_COMMITTEE")
    rest = [each for each in sought if each != first] or ["BLOC_COMMITTEE"]
    return [first, rest[0], rest[-1] if len(rest) > 1 else "PROVINCIAL_COMMITTEE"]


def person_of(world, person, organ):
    """A person with a mandate of an organ since long ago."""
    stream = person_stream(person)
    world.give(stream, p.PersonRegistered(person=person, name="n"), on=LONG_AGO)
    world.give(stream, p.MandateGiven(mandate="m", organ=organ), on=LONG_AGO)


def _member(world):
    stream = person_stream(MEMBER)
    world.give(stream, p.PersonRegistered(person=MEMBER, name="n"), on=LONG_AGO)
    world.give(stream, p.MembershipStarted(unit=UNIT), on=LONG_AGO)


def holder(organ):
    """The person who holds an organ's mandate."""
    unit, _, name = organ.rpartition("/")
    return unit.removeprefix("member:") if unit.startswith("member:") else f"{unit}-{name}"


def subject_of(programme, kind):
    return f"member:{MEMBER}" if programme.subjects[kind].of == "member" else f"unit:{UNIT}"


def stream_of(programme, kind):
    return case_stream(programme.code, subject_of(programme, kind), period_of(programme))


class Story:
    """A case built from events as they stand, up to a stage."""

    def __init__(self, edition, kind, *, pilot=True):
        self.edition, self.kind = edition, kind
        self.programme = edition.programme
        self.world = stage_world(edition, kind, pilot=pilot)
        self.stream = stream_of(self.programme, kind)
        self.subject = self.programme.subjects[kind]
        self.criteria = self.programme.criteria[self.subject.criteria]
        self.sheet = best_sheet(self.criteria, self.profile())

    def profile(self):
        unit = self.world.unit(UNIT)
        return Profile(subject_kind=self.kind, has=frozenset(unit.organs_on(TODAY)))

    def outcome(self):
        passing = score(self.criteria, self.profile(), self.sheet, Facts()).outcome
        bands = self.criteria.bands
        return structs.replace(passing, level=passing.level or (bands[0].level if bands else ""))

    def open(self):
        self.world.give(
            self.stream,
            c.CaseOpened(
                programme=self.programme.code,
                version=self.edition.version,
                round=round_stream(self.programme.code, period_of(self.programme)),
                period=period_of(self.programme),
                subject=subject_of(self.programme, self.kind),
                subject_kind=self.kind,
                unit=UNIT,
                title=self.subject.title,
                workflow=self.subject.workflow,
                criteria=self.subject.criteria,
            ),
            on="2024-01-05",
        )

    def act(self, event, details, *, to="at", organ=f"{UNIT}/cell", on="2024-12-01", by="truoc-do"):
        taken = event(step=event.TOPIC, from_stage="at", to_stage=to, details=details)
        self.world.give(self.stream, taken, on=on, signed_by=by, actor=by, organ=organ)

    def at(self, stage, decider=f"{PARENT}/party_committee"):
        """Everything has happened once; the case now stands at a stage."""
        self.open()
        sheet, outcome = self.sheet, self.outcome()
        documents = [
            Document(document=each.document, number="1") for each in self.programme.dossier
        ]
        self.act(c.Registered, d.Registration())
        self.act(c.PlanFiled, d.Plan(document=DOCUMENT))
        self.act(c.CommitmentSigned, d.SignedCommitment())
        self.act(c.EvidenceAttached, d.Evidence(evidence=EVIDENCE, nodes=[], kind="document"))
        self.act(c.IndividualSheetSubmitted, d.Scoring(sheet=sheet, outcome=outcome))
        self.act(c.AggregateAdopted, d.Adoption(sheet=sheet, outcome=outcome))
        self.act(c.LevelClaimed, d.Claim(level="PASS"))
        self.act(c.BallotsCounted, structs.replace(ballots(), passed=True))
        self.act(c.DossierSubmitted, d.Dossier(documents=documents))
        self.act(c.HopAppraised, d.Appraisal(proposal="PASS", review_results="đã kiểm điểm"))
        self.act(c.Appraised, d.Appraisal(proposal="PASS", sheet=sheet, outcome=outcome))
        self.act(c.ConsultationOpened, consultation([f"{PARENT}/party_committee"]))
        self.act(c.ConsultationClosed, d.ConsultationClosing())
        self.recognise_the_member()
        decision = d.Decision(level="PASS", number="01-QĐ/TEST")
        self.act(c.DecisionIssued, decision, organ=decider)
        for reward in self.programme.rewards:
            self.act(c.RewardDecided, d.RewardDecision(reward=reward, number="1"))
            self.act(c.RewardRecalled, d.Recall(reward=reward, returned=True))
        if stage != "at":
            self.act(c.CommentGiven, d.Comment(comment="c"), to=stage)
        return self

    def recognise_the_member(self):
        """Where the criteria count members' cases, the one member of the unit is recognised."""
        kinds = [kind for kind, each in self.programme.subjects.items() if each.of == "member"]
        if self.subject.of == "member" or not kinds:
            return
        subject = self.programme.subjects[kinds[0]]
        period, member = period_of(self.programme), f"member:{MEMBER}"
        opened = structs.replace(
            self.world.case(self.stream).opened, subject=member, subject_kind=kinds[0],
            title=subject.title, workflow=subject.workflow, criteria=subject.criteria,
        )  # fmt: skip
        decision = d.Decision(level="PASS", number="02-QĐ/TEST")
        decided = c.DecisionIssued(step="x", from_stage="a", to_stage="b", details=decision)
        self.world.give(
            case_stream(self.programme.code, member, period), opened, decided, on="2024-12-01"
        )

    def before(self, verb):
        """What a verb answers to has happened."""
        for event, details in _ASKED_BEFORE.get(verb, ()):
            stage = self.world.case(self.stream).stage
            self.act(event, details, to=stage, on="2024-12-02")


def ballots():
    return d.Ballots(
        roll=9,
        present=9,
        issued=9,
        returned=9,
        valid=9,
        invalid=0,
        votes_for=8,
        votes_against=1,
        roll_reason="danh sách chưa nhập hết",
    )


def consultation(bodies):
    return d.ConsultationRequest(bodies=bodies, due_on=date(2024, 12, 30))


FINDING = d.Finding(
    ground="criteria_not_met",
    statement="s",
    evidence=[DOCUMENT],
    explain_by=date(2024, 12, 10),
)
FLAG = d.Flagging(revoked="case:x", use="ratio")
_ASKED_BEFORE = {
    "give-opinion": [(c.ConsultationOpened, consultation([f"{PARENT}/party_committee"]))],
    "close-consultation": [
        (c.OpinionGiven, d.Opinion(body=f"{PARENT}/party_committee", stance="agree"))
    ],
    "explain": [(c.DefectFound, FINDING)],
    "confirm-recognition": [(c.DefectFound, FINDING)],
    "revoke": [(c.DefectFound, FINDING)],
    "answer-petition": [(c.PetitionFiled, d.Petition(petition="kn-1", subject_matter="s"))],
    "restore-recognition": [
        (
            c.RecognitionRevoked,
            d.Revocation(number="5", ground="criteria_not_met", effect="from_now"),
        ),
        (c.PetitionFiled, d.Petition(petition="kn-1", subject_matter="s")),
        (c.PetitionAnswered, d.PetitionAnswer(petition="kn-1", upheld=True)),
    ],
    "resume": [(c.CaseSuspended, d.Suspension())],
    "review-dependent": [(c.DependentOutcomeFlagged, FLAG)],
}
