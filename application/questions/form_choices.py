"""What may be chosen in a form: from the programme to which a case is pinned, and from what happened in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Self

import msgspec

from application.commands.misfits import choice_said
from application.questions.evidence_told import evidence_told
from domain.case.choices import waiting_petitions
from domain.case.guards.consultation import bodies_named, unanswered
from domain.case.guards.deciding import rewards_given
from domain.case.guards.grading import grades_for
from domain.case.guards.handing_in import channels
from domain.case.guards.registering import at_meeting, meetings_known
from domain.case.guards.registering_tasks import criteria_of_tasks
from domain.case.guards.restoring import upheld_since_revocation
from domain.case.guards.voting import voted_on
from domain.case.may import CaseAbout
from domain.events import case as c
from domain.programme.documents import DOCUMENTS
from domain.scoring.applies import due_leaves
from domain.scoring.breach import check_name, due_checks
from domain.scoring.task_refusals import task_marks
from domain.scoring.tree import leaves, nodes
from words import kinds
from words.kinds import Said

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.programme.criteria import Group, Node
    from domain.programme.labels import Labelled


class Choice(msgspec.Struct, frozen=True):
    """A value that may be typed, how it is said (`words.sentences.of`), and the day where it has one."""

    value: Any
    said: Said
    on: str = ""

    @classmethod
    def of(cls, field: str, value: Any) -> Self:
        """One of the values that a field's own record allows; its word is `choice.<field>.<value>`."""
        return cls(value, choice_said(field, value))


def choices_of(of: str, field: str, kind: str, situation: Situation) -> Iterable[Choice]:
    """The choices that a case gives for a field of a command, or of the field that holds its record.

    None where the case does not say: then the field keeps those of its own record, if any.
    """
    own = _OF_FIELD.get((of, field)) or _OF_KIND.get(kind)
    return own(situation) if own else []


def _documents(situation: Situation) -> list[Choice]:
    """Those of the dossier first, in their own words; then every other."""
    asked = {
        each.document: Choice(each.document, kinds.document(each.document, each))
        for each in situation.programme.dossier
        if not each.subjects or situation.candidate.kind in each.subjects
    }
    others = {code: Choice(code, kinds.document(code)) for code in DOCUMENTS if code not in asked}
    return [*asked.values(), *others.values()]


def _due(situation: Situation) -> list[Choice]:
    """The criteria that count for the subject, and the facts inside them."""
    due = list(due_leaves(situation.criteria.groups, situation.profile))
    inside = [
        (check_name(node, check), check)
        for node in due
        for check in due_checks(node, situation.profile)
    ]
    named: list[tuple[str, Labelled]] = [*((node.id, node) for node in due), *inside]
    tasks = [name for node in due for name in task_marks(node, situation.facts)]
    return [
        *(Choice(name, kinds.of("criterion", name, each)) for name, each in named),
        *(Choice(name, kinds.of("criterion", name)) for name in tasks),
    ]


def _voted_on(situation: Situation) -> list[Choice]:
    return [Choice(part.id, kinds.of("criterion", part.id, part)) for part in voted_on(situation)]


def _grades(situation: Situation) -> list[Choice]:
    return [Choice(code, kinds.level(code, each)) for code, each in grades_for(situation).items()]


def _of_tasks(situation: Situation) -> list[Choice]:
    found = criteria_of_tasks(situation)
    return [Choice(node.id, kinds.of("criterion", node.id, node)) for node in found]


def _meetings(situation: Situation) -> list[Choice]:
    """Where a registration names a meeting: those that the unit recorded, the newest first."""
    if at_meeting(situation) is None:
        return []
    known = sorted(meetings_known(situation).values(), key=lambda each: each.on, reverse=True)
    return [
        Choice(each.event.meeting, kinds.of("choice", f"kind.{each.event.kind}"), each.on)
        for each in known
    ]


def _criteria(situation: Situation) -> list[Choice]:
    return [
        Choice(node.id, kinds.of("criterion", node.id, node)) for node in leaves(situation.criteria)
    ]


def _deducted_from(situation: Situation) -> list[Choice]:
    places: list[Group | Node] = [*situation.criteria.groups, *nodes(situation.criteria)]
    return [Choice(place.id, kinds.of("criterion", place.id, place)) for place in places]


def _bonus(situation: Situation) -> list[Choice]:
    return [Choice(each.id, kinds.of("reason", each.id, each)) for each in situation.criteria.bonus]


def _deductions(situation: Situation) -> list[Choice]:
    return [
        Choice(each.id, kinds.of("reason", each.id, each)) for each in situation.criteria.deductions
    ]


def _grounds(situation: Situation) -> list[Choice]:
    grounds = situation.programme.revocation.grounds
    return [Choice(code, kinds.of("ground", code, ground)) for code, ground in grounds.items()]


def _effects(situation: Situation) -> list[Choice]:
    return [Choice.of("effect", effect) for effect in situation.programme.revocation.effects]


def _rewards(situation: Situation) -> list[Choice]:
    rewards = situation.programme.rewards
    return [Choice(code, kinds.reward(code, reward)) for code, reward in rewards.items()]


def _rewards_given(situation: Situation) -> list[Choice]:
    given = rewards_given(situation)
    return [choice for choice in _rewards(situation) if choice.value in given]


def _asked(situation: Situation) -> list[Choice]:
    return [Choice(body, kinds.organ(body)) for body in unanswered(situation)]


def _consulted(situation: Situation) -> list[Choice]:
    return [Choice(body, kinds.organ(body)) for body in bodies_named(situation)]


def _channels(situation: Situation) -> list[Choice]:
    return [Choice(organ, kinds.organ(organ)) for organ in channels(situation)]


def _bodies(situation: Situation) -> list[Choice]:
    """Those that were asked; one that has answered may say something else until the consultation is closed."""
    waiting = unanswered(situation)
    bodies = [*waiting, *(b for b in CaseAbout(situation).bodies if b not in waiting)]
    return [Choice(body, kinds.organ(body)) for body in bodies]


def _evidence(situation: Situation) -> list[Choice]:
    return [Choice(name, said, on) for name, (said, on) in evidence_told(situation).items()]


def _open_petitions(situation: Situation) -> list[Choice]:
    return [Choice(petition, Said("text", petition)) for petition in waiting_petitions(situation)]


def _upheld_petitions(situation: Situation) -> list[Choice]:
    upheld = upheld_since_revocation(situation.case)
    return [Choice(petition, Said("text", petition)) for petition in upheld]


def _flagged(situation: Situation) -> list[Choice]:
    flags = dict.fromkeys(revoked for revoked, _ in CaseAbout(situation).flags)
    return [Choice(stream, kinds.case(stream.removeprefix("case:"))) for stream in flags]


def _uses(situation: Situation) -> list[Choice]:
    uses = dict.fromkeys(use for _, use in CaseAbout(situation).flags)
    return [Choice(use, kinds.of("use", use)) for use in uses]


def _corrigible(situation: Situation) -> list[Choice]:
    """Acts that can be corrected: all but corrections, the newest first."""
    acts = situation.case.acts if situation.case else []
    return [
        Choice(act.position, kinds.of("event", act.topic), act.effective_on)
        for act in reversed(acts)
        if act.topic != c.CorrectionRecorded.TOPIC
    ]


_GRADING = ("claim-level", "appraise-at-hop", "appraise", "decide", "supersede-decision")
Choices = Callable[["Situation"], list[Choice]]
_OF_FIELD: dict[tuple[str, str], Choices] = {
    ("marks", "node"): _due,
    ("marks", "evidence"): _evidence,
    ("bonus", "reason"): _bonus,
    ("deductions", "reason"): _deductions,
    ("deductions", "node"): _deducted_from,
    ("by_criterion", "node"): _voted_on,
    ("register", "meeting"): _meetings,
    ("register-tasks", "node"): _of_tasks,
    **dict.fromkeys(((verb, "grade") for verb in _GRADING), _grades),
    ("open-consultation", "bodies"): _consulted,
    ("give-opinion", "body"): _bodies,
    ("submit-dossier", "channel"): _channels,
    ("supplement-dossier", "channel"): _channels,
    ("close-consultation", "silent"): _asked,
    ("revoke", "effect"): _effects,
    ("withdraw-evidence", "evidence"): _evidence,
    ("answer-petition", "petition"): _open_petitions,
    ("restore-recognition", "petition"): _upheld_petitions,
    ("issue-certificate", "reward"): _rewards_given,
    ("recall-reward", "reward"): _rewards_given,
    ("correct", "of_position"): _corrigible,
}
"""By what the field stands in, a command or the field that holds its record, and its name."""
_OF_KIND: dict[str, Choices] = {
    "case": _flagged,
    "criterion": _criteria,
    "document": _documents,
    "ground": _grounds,
    "reward": _rewards,
    "use": _uses,
}
"""By what the field names."""
