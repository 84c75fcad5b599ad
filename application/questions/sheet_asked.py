"""A score sheet as it is asked for: the criteria in their groups, how each is marked, what is known of each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from application.questions.case_sheets import Marks, marks
from application.questions.mark_entry import Entry, entry_of, entry_of_check
from domain.case.completion import mean_of_sheets
from domain.events.case import IndividualSheetSubmitted
from domain.scoring.breach import check_name, due_checks
from domain.scoring.leaf import answer
from domain.scoring.tree import nodes_of, worth
from domain.scoring.value import decimal
from words.sentences import Names, nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.questions.case_sheets import CriterionShown
    from application.questions.given_marks import SheetShown, Texts
    from domain.case.situation import Situation
    from domain.programme.criteria import BonusReason, DeductionReason, Group, Node


class CheckAsked(NamedTuple):
    """A fact inside a criterion that is marked by itself."""

    name: str
    words: str
    entry: Entry


class CriterionAsked(NamedTuple):
    """A criterion: its line beside the earlier sheets, how it is marked, the step of its points.

    `known` says that the log measures it and the measured value counts whatever is marked. `mean` is that of the
    members' sheets where a collective departs from it only with a reason, else None.
    """

    shown: CriterionShown
    entry: Entry | None
    step: Decimal
    needs_evidence: bool
    checks: tuple[CheckAsked, ...]
    known: bool
    mean: Decimal | None


class GroupAsked(NamedTuple):
    """A group with what is due in it; a criterion without an entry is the heading of those below."""

    code: str
    words: str
    maximum: Decimal | None
    rests_on: tuple[str, ...]
    criteria: tuple[CriterionAsked, ...]

    @property
    def title(self) -> str:
        """Its words behind its number; some guidelines write the number in the words themselves."""
        return self.words if self.words.startswith(self.code) else f"{self.code}. {self.words}"


class SheetAsked(NamedTuple):
    """The whole form of a sheet; `pooled` says that points may stand for a value, as of several scorers (D-05)."""

    sheets: tuple[SheetShown, ...]
    groups: tuple[GroupAsked, ...]
    bonus: tuple[BonusReason, ...]
    most_bonus: Decimal
    deductions: tuple[DeductionReason, ...]
    pooled: bool


def sheet_asked(
    situation: Situation, texts: Texts, language: str, person: str, names: Names = nameless
) -> SheetAsked:
    """The sheet that a command asks for; a scorer sees no other scorer's marks while they give their own."""
    criteria, scale = situation.criteria, situation.criteria.scale
    before = marks(situation, texts, language, names)
    if situation.verb == "submit-sheet":
        before = _of_oneself(before, person)
    asking = _Asking(situation, {row.criterion: row for row in before.criteria}, language)
    return SheetAsked(
        sheets=tuple(before.sheets),
        groups=tuple(group for each in criteria.groups if (group := asking.group(each)).criteria),
        bonus=tuple(criteria.bonus),
        most_bonus=scale.bonus if scale else Decimal(0),
        deductions=tuple(criteria.deductions),
        pooled=bool(scale) and situation.verb != "submit-sheet",
    )


def _of_oneself(before: Marks, person: str) -> Marks:
    own = [
        each
        for each in before.sheets
        if each.event != IndividualSheetSubmitted.TOPIC or each.signed_by == person
    ]
    return Marks(sheets=own, criteria=before.criteria)


class _Asking:
    """What is looked at for every criterion, looked up once."""

    def __init__(
        self, situation: Situation, rows: dict[str, CriterionShown], language: str
    ) -> None:
        self._situation = situation
        self._rows = rows
        self._language = language
        adopting = situation.verb == "adopt-aggregate"
        self._means = mean_of_sheets(situation) if adopting else {}

    def group(self, group: Group) -> GroupAsked:
        scaled = self._situation.criteria.scale is not None
        clauses = [group.clause] if isinstance(group.clause, str) else group.clause
        return GroupAsked(
            code=group.id,
            words=group.text(self._language),
            maximum=decimal(worth(group)) if scaled else None,
            rests_on=tuple(filter(None, clauses)),
            criteria=tuple(self._criteria(group)),
        )

    def _criteria(self, group: Group) -> Iterator[CriterionAsked]:
        asked = [node for node in nodes_of(group) if self._rows[node.id].applies]
        return (self._criterion(node) for node in asked)

    def _criterion(self, node: Node) -> CriterionAsked:
        situation, scaled = self._situation, self._situation.criteria.scale is not None
        leaf = node.kind != "group"
        checks = due_checks(node, situation.profile)
        return CriterionAsked(
            shown=self._rows[node.id],
            entry=entry_of(node, scaled=scaled) if leaf else None,
            step=node.step,
            needs_evidence=node.evidence,
            checks=tuple(
                CheckAsked(check_name(node, each), each.text(self._language), entry_of_check(each))
                for each in checks
            ),
            known=leaf and answer(node, None, situation.facts).source == "measured",
            mean=self._means.get(node.id),
        )
