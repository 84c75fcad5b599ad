"""Events of a recognition case: its opening here, its acts in `acts/`, each beside the record that it holds."""

from __future__ import annotations

from domain.events.acts.appraising import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.assessing import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.deciding import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.petitioning import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.preparing import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.revoking import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.submitting import *  # noqa: F403 -- a new act is one file, not two
from domain.events.base import Event, Reliance
from domain.events.marks import ProgrammeCode, RoundStream, Subject, SubjectKind, Title, UnitCode


class CaseOpened(Event, frozen=True, kw_only=True):
    """A case exists: programme, version by content hash, round, subject, its kind and title.

    `unit` is the unit of the subject (of the member's cell); `workflow` and `criteria` are the
    keys that the version gave the subject kind on that day.
    """

    TOPIC = "case-opened"
    programme: ProgrammeCode
    version: str
    round: RoundStream
    period: str
    subject: Subject
    subject_kind: SubjectKind
    unit: UnitCode
    title: Title
    workflow: str
    criteria: str
    org_type: str = ""
    relied_on: list[Reliance] = []
