"""What waits beside a case's next step: opinions asked for, petitions, reviews after a revocation, recalls."""

from collections.abc import Iterable
from datetime import date

import msgspec

from domain.case.correction import day_text
from domain.events import case as c
from domain.events import details as d
from projections.cases.event_slices import CorrectionStep, Step
from projections.machinery.read_model import Fold, Index, ReadModel, Seen


class Waits(msgspec.Struct, gc=False):
    """Since when, by when (empty: no day is set), and the position of the act it follows from.

    `organ` is who must act, where that does not follow from the case.
    """

    since: str
    due_on: str
    at: int
    organ: str = ""


class Waiting(msgspec.Struct, gc=False):
    """What waits in one case. `waiting` counts it; `given` are rewards with their acts' positions.

    `opinions` by body, `petitions` by id, `reviews` by `revoked case|use`, `recalls` by reward,
    `inquiries` by the body that inquires.
    """

    stream: str
    position: int
    waiting: int = 0
    given: dict[str, int] = {}
    opinions: dict[str, Waits] = {}
    petitions: dict[str, Waits] = {}
    reviews: dict[str, Waits] = {}
    recalls: dict[str, Waits] = {}
    inquiries: dict[str, Waits] = {}

    def by_kind(self) -> dict[str, dict[str, Waits]]:
        return {
            "opinion": self.opinions,
            "petition": self.petitions,
            "review": self.reviews,
            "recall": self.recalls,
            "inquiry": self.inquiries,
        }


class _Requested(Step, gc=False, kw_only=True):
    details: d.ConsultationRequest


class _Body(msgspec.Struct, gc=False):
    body: str


class _Inquiry(msgspec.Struct, gc=False):
    body: str
    due_on: date


class _InquiryStep(Step, gc=False, kw_only=True):
    details: _Inquiry


class _OpinionStep(Step, gc=False, kw_only=True):
    details: _Body


class _Petition(msgspec.Struct, gc=False):
    petition: str
    answer_by: date | None = None


class _PetitionStep(Step, gc=False, kw_only=True):
    details: _Petition


class _Reward(msgspec.Struct, gc=False):
    reward: str
    returned: bool = False


class _RewardStep(Step, gc=False, kw_only=True):
    details: _Reward


class _Use(msgspec.Struct, gc=False):
    revoked: str
    use: str
    organ: str = ""


class _UseStep(Step, gc=False, kw_only=True):
    details: _Use


def _known(case: Waiting | None, row: Seen) -> Waiting:
    case = case or Waiting(row.stream, row.position)
    case.position = row.position
    return case


def _counted(case: Waiting) -> Waiting:
    case.waiting = sum(map(len, case.by_kind().values()))
    return case


def _ask(case: Waiting | None, event: _Requested, row: Seen) -> Waiting:
    case, due = _known(case, row), event.details.due_on.isoformat()
    case.opinions = {
        body: Waits(row.effective_on, due, row.position) for body in event.details.bodies
    }
    return _counted(case)


def _hear(case: Waiting | None, event: _OpinionStep, row: Seen) -> Waiting:
    case = _known(case, row)
    case.opinions.pop(event.details.body, None)
    return _counted(case)


def _stop_asking(case: Waiting | None, _: Step, row: Seen) -> Waiting:
    case = _known(case, row)
    case.opinions = {}
    return _counted(case)


def _petition(case: Waiting | None, event: _PetitionStep, row: Seen) -> Waiting:
    case, due = _known(case, row), event.details.answer_by
    case.petitions[event.details.petition] = Waits(
        row.effective_on, due.isoformat() if due else "", row.position
    )
    return _counted(case)


def _answer(case: Waiting | None, event: _PetitionStep, row: Seen) -> Waiting:
    case = _known(case, row)
    case.petitions.pop(event.details.petition, None)
    return _counted(case)


def _give(case: Waiting | None, event: _RewardStep, row: Seen) -> Waiting:
    case = _known(case, row)
    case.given[event.details.reward] = row.position
    return case


def _revoke(case: Waiting | None, _: Step, row: Seen) -> Waiting:
    case = _known(case, row)
    case.recalls = {reward: Waits(row.effective_on, "", row.position) for reward in case.given}
    return _counted(case)


def _recall(case: Waiting | None, event: _RewardStep, row: Seen) -> Waiting:
    case = _known(case, row)
    if event.details.returned:
        case.recalls.pop(event.details.reward, None)
        case.given.pop(event.details.reward, None)
    return _counted(case)


def _restore(case: Waiting | None, _: Step, row: Seen) -> Waiting:
    case = _known(case, row)
    case.recalls = {}
    return _counted(case)


def _inquire(case: Waiting | None, event: _InquiryStep, row: Seen) -> Waiting:
    case, asked = _known(case, row), event.details
    case.inquiries = {asked.body: Waits(row.effective_on, asked.due_on.isoformat(), row.position)}
    return _counted(case)


def _conclude(case: Waiting | None, _: Step, row: Seen) -> Waiting:
    case = _known(case, row)
    case.inquiries.pop(row.organ, None)
    return _counted(case)


def _flag(case: Waiting | None, event: _UseStep, row: Seen) -> Waiting:
    case = _known(case, row)
    about = f"{event.details.revoked}|{event.details.use}"
    case.reviews[about] = Waits(row.effective_on, "", row.position, event.details.organ)
    return _counted(case)


def _review(case: Waiting | None, event: _UseStep, row: Seen) -> Waiting:
    case = _known(case, row)
    case.reviews.pop(f"{event.details.revoked}|{event.details.use}", None)
    return _counted(case)


def _correct(case: Waiting | None, event: CorrectionStep, row: Seen) -> Waiting:
    case, correction = _known(case, row), event.details
    for waits in _at(case, correction):
        if correction.field == "effective_on":
            waits.since = day_text(correction.value)
        elif correction.field in {"due_on", "answer_by"}:
            waits.due_on = day_text(correction.value)
    return case


def _at(case: Waiting, correction: d.Correction) -> Iterable[Waits]:
    return (
        waits
        for about in case.by_kind().values()
        for waits in about.values()
        if waits.at == correction.of_position
    )


TASKS = ReadModel(
    name="tasks",
    schema=2,
    record=Waiting,
    folds={
        c.ConsultationOpened.TOPIC: Fold(_Requested, _ask),
        c.OpinionGiven.TOPIC: Fold(_OpinionStep, _hear),
        c.ConsultationClosed.TOPIC: Fold(Step, _stop_asking),
        c.PetitionFiled.TOPIC: Fold(_PetitionStep, _petition),
        c.PetitionAnswered.TOPIC: Fold(_PetitionStep, _answer),
        c.RewardDecided.TOPIC: Fold(_RewardStep, _give),
        c.CertificateIssued.TOPIC: Fold(_RewardStep, _give),
        c.RecognitionRevoked.TOPIC: Fold(Step, _revoke),
        c.RecognitionRestored.TOPIC: Fold(Step, _restore),
        c.InquiryOpened.TOPIC: Fold(_InquiryStep, _inquire),
        c.InspectionConcluded.TOPIC: Fold(Step, _conclude),
        c.RewardRecalled.TOPIC: Fold(_RewardStep, _recall),
        c.DependentOutcomeFlagged.TOPIC: Fold(_UseStep, _flag),
        c.DependentOutcomeReviewed.TOPIC: Fold(_UseStep, _review),
        c.CorrectionRecorded.TOPIC: Fold(CorrectionStep, _correct),
    },
    indexes=[Index(["waiting"])],
)
