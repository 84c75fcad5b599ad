"""What a programme asks for around its criteria: registration, vote, dossier, rewards."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from domain.programme.labels import Clauses, Label, Labelled, Record


class Source(Record, frozen=True, kw_only=True):
    """An instrument that the programme rests on."""

    number: str
    on: date | None = None
    issuer: str = ""
    vi: str = ""
    en: str = ""
    parent: str = ""
    clause: Clauses = ""


class Title(Labelled, frozen=True, kw_only=True):
    """A title that is recognised."""


class Subject(Labelled, frozen=True, kw_only=True):
    """A kind of subject: which units or members, under which title, criteria set and workflow.

    `unit_kinds` are kinds of the unit itself (of the member's cell for `of: member`).
    """

    of: Literal["unit", "member"] = "unit"
    unit_kinds: list[str]
    superior_kinds: list[str] = []
    title: str
    criteria: str
    workflow: str


class Registration(Record, frozen=True, kw_only=True):
    """Whether a case needs a registration (D-28), how many hops, how many at least per round."""

    required: bool
    hops: int = 1
    minimum: int = 0
    deadline: str = ""
    contact: str = ""
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Commitment(Record, frozen=True, kw_only=True):
    """A signed commitment, and who takes part in the conference where it is signed."""

    required: bool = True
    conference: list[Label] = []
    subjects: list[str] = []
    clause: Clauses = ""


class PilotPlace(Record, frozen=True, kw_only=True):
    """So many places of a subject kind on the pilot list."""

    subjects: list[str]
    count: int
    clause: Clauses = ""


class PilotUnit(Record, frozen=True, kw_only=True):
    """A unit that the guideline itself names."""

    name: str
    under: str = ""
    subject: str
    clause: Clauses = ""


class Pilot(Record, frozen=True, kw_only=True):
    """Periods in which only listed units take part (D-29), who chooses, which units are named."""

    periods: list[str]
    chooser: str
    places: list[PilotPlace] = []
    units: list[PilotUnit] = []
    clause: Clauses = ""
    default: str = ""


class Vote(Record, frozen=True, kw_only=True):
    """A counted vote (D-21): shares are fractions such as `2/3`, `> 1/2` of the roll."""

    required: bool
    body: str
    quorum: str = "2/3"
    majority: str = "1/2"
    majority_of: Literal["roll", "present", "valid"] = "roll"
    secret: bool = True
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class DossierDocument(Labelled, frozen=True, kw_only=True):
    """A document of the dossier (its code in `document`, see docs/glossary.md)."""

    document: str
    required: bool = True
    subjects: list[str] = []


class Consultation(Record, frozen=True, kw_only=True):
    """Bodies asked before the decision (D-23); `bodies` are role names, `days` to answer."""

    required: bool
    bodies: list[str]
    days: int = 10
    silence_is_consent: bool = False
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Aggregation(Record, frozen=True, kw_only=True):
    """How individual sheets become the aggregate sheet (D-05)."""

    required: bool = False
    method: Literal["mean"] = "mean"
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Window(Record, frozen=True, kw_only=True):
    """Days of the month for a regular meeting, and the widened window (D-14)."""

    first: int
    last: int
    widened_first: int
    widened_last: int
    clause: Clauses = ""
    default: str = ""


class MeetingRules(Record, frozen=True, kw_only=True):
    """What the programme asks of meetings: how often, the window, the instrument that rates them."""

    regular_per_year: int = 12
    thematic_per_quarter: int = 0
    window: Window | None = None
    sessions_per_year: int = 0
    conferences_per_year: int = 0
    criteria: str = ""
    consecutive_excused: int = 3
    clause: Clauses = ""
    default: str = ""


class Measure(Labelled, frozen=True, kw_only=True):
    """A measured value: `from` names the computation in the domain's catalogue, or `entered`."""

    computed: str = msgspec.field(default="entered", name="from")
    unit: str = ""


class Cadence(Record, frozen=True, kw_only=True):
    """How often: every year, or in listed years of a term (D-38)."""

    every: Literal["year", "quarter", "month", "term"]
    years_of_term: list[int] = []
    term: int = 5
    encouraged: bool = False
    clause: Clauses = ""
    default: str = ""


class Reward(Labelled, frozen=True, kw_only=True):
    """A reward: its form, who gives it, which outcome level it asks for, how often.

    `streak` is how many periods in a row the subject must stand recognised, this one included.
    """

    form: str
    by: str
    level: str = ""
    money: str = ""
    cadence: Cadence | None = None
    recognised_years: int = 0
    streak: int = 0
    selection_vote: bool = False


class Commendation(Labelled, frozen=True, kw_only=True):
    """A commendation of a person that is no title: outstanding secretary, outstanding individual."""

    by: str
    on: str = ""


class Ground(Labelled, frozen=True, kw_only=True):
    """A ground for revocation, one of the law's or the guideline's own."""


class Revocation(Record, frozen=True, kw_only=True):
    """Who may find, how long the unit may explain, who decides, with which effects (D-31 to D-35)."""

    found_by: list[str]
    decided_by: str = "decider"
    explanation_days: int = 15
    grounds: dict[str, Ground]
    effects: list[Literal["from_now", "from_date", "as_if_never"]]
    recalls: list[str] = []
    cool_down_years: int = 0
    warn_after_years: int = 5
    clause: Clauses = ""
    default: str = ""


class Petition(Record, frozen=True, kw_only=True):
    """A unit's petition: days to answer; it does not suspend the decision (D-48)."""

    days: int = 30
    clause: Clauses = ""
    default: str = ""


class Report(Labelled, frozen=True, kw_only=True):
    """A report: from whom, to whom, how often; `occasion` is whenever there is cause."""

    every: Literal["month", "quarter", "year", "review", "occasion"]
    by: str
    to: str
    forms: list[str] = []


class ReviewConference(Labelled, frozen=True, kw_only=True):
    """An interim or a final review: who holds it."""

    by: str
    periods: list[str] = []


class Inspection(Labelled, frozen=True, kw_only=True):
    """Who inspects, supervises or urges, and what."""

    by: list[str]


class ClassificationLink(Record, frozen=True, kw_only=True):
    """The link with the annual classification: what is consumed and what is fed (D-20)."""

    consumes: list[Labelled] = []
    feeds: list[Labelled] = []
    replaces: bool = False
    joint: bool = False
    clause: Clauses = ""
    default: str = ""


class Target(Labelled, frozen=True, kw_only=True):
    """A target over cases: a minimum count of registrations, a share of cells recognised.

    Without `periods` it holds in every round.
    """

    measure: Literal["registered", "recognised"]
    passes: str
    subjects: list[str] = []
    periods: list[str] = []


class Quota(Labelled, frozen=True, kw_only=True):
    """A limit: of so many cases with one result, at most a share may have another.

    The share is counted down: 20 % of 9 is 1. `reward` counts that reward alone;
    `within` says among whom: all of a round, those under one superior, those of one organisation
    type. Without `periods` it holds in every round.
    """

    measure: Literal["rewarded", "recognised"]
    of: Literal["recognised", "registered"]
    at_most: str
    reward: str = ""
    within: Literal["round", "superior", "org_type"] = "round"
    subjects: list[str] = []
    periods: list[str] = []


class Validity(Record, frozen=True, kw_only=True):
    """How long a recognition is valid (D-30)."""

    of: Literal["period"] = "period"
    default: str = "D-30"


class Duty(Labelled, frozen=True, kw_only=True):
    """A duty of an organ that the programme records; `held_by` names the command that records it.

    `deadline` is a key of the programme's deadlines.
    """

    by: str
    held_by: str = ""
    deadline: str = ""
