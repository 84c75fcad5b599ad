"""Who takes part: sources, the body and its bounds, titles, kinds of subject, registration, commitment, pilot list."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.programme.labels import Clauses, Label, Labelled, Record


class Source(Record, frozen=True, kw_only=True):
    """An instrument that the programme rests on; `called` is its kind where its symbol may be of several."""

    number: str
    called: Label | None = None
    on: date | None = None
    issuer: str = ""
    vi: str = ""
    en: str = ""
    parent: str = ""
    clause: Clauses = ""


class Bound(Record, frozen=True, kw_only=True):
    """A unit whose subordinates a guideline is for; with `directly` only those one level below."""

    unit: str
    directly: bool = False
    clause: Clauses = ""
    default: str = ""


class Body(Record, frozen=True, kw_only=True):
    """The Party body whose guideline it is, by the code of its unit (its successor by date).

    `bounds` are the units to whose organisations the guideline applies; without any it is the
    body itself and all below it. `keeper` are the roles that lock, reopen and seal a round;
    `extends` those that move its deadlines, beside them.
    """

    unit: str
    bounds: list[Bound] = []
    keeper: list[str]
    extends: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Title(Labelled, frozen=True, kw_only=True):
    """A title that is recognised."""


class Subject(Labelled, frozen=True, kw_only=True):
    """A kind of subject: which units or members, under which title, criteria set and workflow.

    `unit_kinds` are kinds of the unit itself (of the member's cell for `of: member`). `every` names rounds of another
    length than the programme's own, in which the kind takes part, and in those alone.
    """

    of: Literal["unit", "member"] = "unit"
    unit_kinds: list[str]
    superior_kinds: list[str] = []
    every: Literal["", "year", "quarter", "month"] = ""
    title: str
    criteria: str
    workflow: str


class AtMeeting(Record, frozen=True, kw_only=True):
    """The recorded meeting at which a registration was resolved.

    `kinds` are those it may be of (none: any), `days` how old it may be (0: as old as it likes), `quorum` the share
    of those due who were there, such as `2/3` (empty: none).
    """

    kinds: list[Literal["REGULAR", "THEMATIC"]] = []
    days: int = 0
    quorum: str = ""
    clause: Clauses = ""
    default: str = ""


class Registration(Record, frozen=True, kw_only=True):
    """Whether a case needs a registration (D-28).

    `form` is the document that it is made on, `contact` through whom it is handed in, `meeting` at which it was
    resolved: each is asked for where the file names it.
    """

    required: bool
    form: str = ""
    contact: str = ""
    meeting: AtMeeting | None = None
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class HandingIn(Record, frozen=True, kw_only=True):
    """Through whom a dossier goes: a role, any organ of which takes it in."""

    through: str
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Commitment(Record, frozen=True, kw_only=True):
    """A signed commitment, and who takes part in the conference where it is signed.

    Where a conference is named, its day is asked for.
    """

    required: bool = True
    conference: list[Label] = []
    subjects: list[str] = []
    clause: Clauses = ""


class LocalCriteria(Labelled, frozen=True, kw_only=True):
    """Who may add criteria of its own for the units below it, and to which sets; its words say that they are local."""

    by: str
    sets: list[str]


class PilotPlace(Record, frozen=True, kw_only=True):
    """So many places of a subject kind on the pilot list."""

    subjects: list[str]
    count: int
    clause: Clauses = ""


class PilotUnit(Record, frozen=True, kw_only=True):
    """A unit that the guideline itself names; `unit` is its code, without one it is known by its name.

    `under` is the code of the unit that it is named as standing under.
    """

    name: str
    unit: str = ""
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
