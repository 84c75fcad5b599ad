"""What the sender of an act had before them: a newer act of these kinds makes their older view of the case wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from domain.events import case as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.state import Act, Case
    from domain.commands import Command
    from domain.events.base import StepTaken

    Events = tuple[type[StepTaken[Any]], ...]


class Sees(NamedTuple):
    """Which newer acts on the case matter to the sender of an act: those of `events`, and acts of its own kind.

    Of its own kind those that are equal in every field of `alike`; () means all of them, None means none.
    """

    events: Events = ()
    alike: tuple[str, ...] | None = ()


_EVIDENCE: Events = (c.EvidenceAttached, c.EvidenceWithdrawn)
_SHEETS: Events = (c.IndividualSheetSubmitted, c.AggregateAdopted)
_CLAIMED: Events = (*_SHEETS, c.LevelClaimed, c.BallotsCounted)
_HANDED_IN: Events = (c.DossierSubmitted, c.DossierSupplemented, c.DossierReturned)
_APPRAISED: Events = (c.HopAppraised, c.Appraised)
_HEARD: Events = (c.ConsultationOpened, c.OpinionGiven, c.ConsultationClosed, c.InspectionConcluded)
_DECIDED: Events = (c.DecisionIssued, c.DecisionSuperseded)
_UNDONE: Events = (c.RecognitionRevoked, c.RecognitionRestored, c.RecognitionConfirmed)
_FOUND: Events = (c.DefectFound, c.ExplanationGiven, c.InquiryOpened, c.InspectionConcluded)
_PETITIONS: Events = (c.PetitionFiled, c.PetitionAnswered)
_JUDGED: Events = (*_CLAIMED, *_EVIDENCE, *_HANDED_IN, *_APPRAISED)

SEES: dict[str, Sees] = {
    "attach-evidence": Sees(alike=("evidence",)),
    "withdraw-evidence": Sees((c.EvidenceAttached,), alike=("evidence",)),
    "register-tasks": Sees(alike=("node",)),
    "submit-sheet": Sees((c.TasksRegistered,), alike=("signed_by",)),
    "adopt-aggregate": Sees((c.IndividualSheetSubmitted, c.TasksRegistered, *_EVIDENCE)),
    "claim-level": Sees(_SHEETS),
    "count-ballots": Sees((c.AggregateAdopted, c.LevelClaimed)),
    "submit-dossier": Sees((*_CLAIMED, *_EVIDENCE, c.DossierReturned)),
    "supplement-dossier": Sees((c.DossierReturned,)),
    "return-dossier": Sees((c.DossierSubmitted, c.DossierSupplemented)),
    "appraise-at-hop": Sees(_JUDGED),
    "appraise": Sees(_JUDGED),
    "open-consultation": Sees(_APPRAISED),
    "give-opinion": Sees((*_APPRAISED, c.ConsultationOpened), alike=("body",)),
    "close-consultation": Sees((c.ConsultationOpened, c.OpinionGiven)),
    "comment": Sees(alike=None),
    "decide": Sees((*_JUDGED, *_HEARD, *_DECIDED)),
    "supersede-decision": Sees((*_JUDGED, *_HEARD, *_DECIDED, *_UNDONE)),
    "decide-reward": Sees((*_DECIDED, *_UNDONE), alike=("reward",)),
    "issue-certificate": Sees((c.RewardDecided, c.RewardRecalled), alike=("reward",)),
    "recall-reward": Sees((c.RewardDecided, c.CertificateIssued, *_UNDONE), alike=("reward",)),
    "find-defect": Sees((*_DECIDED, *_UNDONE)),
    "open-inquiry": Sees((c.DefectFound, c.ExplanationGiven)),
    "explain": Sees((c.DefectFound, c.InquiryOpened)),
    "conclude-inspection": Sees((c.DefectFound, c.ExplanationGiven, c.InquiryOpened)),
    "confirm-recognition": Sees((*_FOUND, *_DECIDED, *_UNDONE)),
    "revoke": Sees((*_FOUND, *_DECIDED, *_UNDONE, *_PETITIONS)),
    "restore-recognition": Sees((*_UNDONE, *_PETITIONS)),
    "review-dependent": Sees((c.DependentOutcomeFlagged,), alike=("revoked", "use")),
    "file-petition": Sees(alike=("petition",)),
    "answer-petition": Sees(alike=("petition",)),
    "withdraw": Sees((*_DECIDED, *_UNDONE)),
    "correct": Sees(alike=("of_position",)),
}
"""By command. One that is not listed sees only an act of its own kind: two do not do the same thing."""


def touched(case: Case, command: Command, own: str, version: int) -> list[Act]:
    """List the acts after a version that touch what the sender of a command saw; a correction as what it corrects.

    `own` is the topic of the event that the command leads to.
    """
    sees = SEES.get(command.verb, Sees())
    topics = {event.TOPIC for event in sees.events}
    return [
        act
        for act in case.acts
        if act.version > version
        and any(
            meant.topic in topics or _is_alike(meant, command, own, sees)
            for meant in _meant(case, act)
        )
    ]


def _meant(case: Case, act: Act) -> Iterator[Act]:
    """An act, and the one that it corrects."""
    yield act
    if act.topic == c.CorrectionRecorded.TOPIC:
        at = act.event.details.of_position
        yield from (each for each in case.acts if each.position == at)


def _is_alike(act: Act, command: Command, own: str, sees: Sees) -> bool:
    if act.topic != own or sees.alike is None:
        return False
    return all(_value(act, name) == _asked(command, name) for name in sees.alike)


def _value(act: Act, name: str) -> Any:
    return act.signed_by if name == "signed_by" else getattr(act.event.details, name)


def _asked(command: Command, name: str) -> Any:
    return command.signed_by if name == "signed_by" else getattr(command.payload, name)
