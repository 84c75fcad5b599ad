"""Grades: a programme with more than two levels has one of them said, that fits the level said with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.programme.recognising import Grade


def grades_for(situation: Situation) -> dict[str, Grade]:
    """The grades of the programme for the subject, the highest first."""
    kind = situation.candidate.kind
    grades = situation.programme.grade.items()
    return {code: each for code, each in grades if not each.subjects or kind in each.subjects}


def _graded(situation: Situation) -> list[Refusal]:
    """A decision of a programme with grades says which."""
    grades = grades_for(situation)
    said: str = getattr(situation.command.payload, "grade", "")
    if not grades or said:
        return []
    return [refusal("grade_missing", known=_told(grades))]


def grade_refusals(situation: Situation, payload: Any) -> list[Refusal]:
    """A grade is one of the programme's for the subject, and recognises or does not as the level says."""
    grades = grades_for(situation)
    if not payload.grade:
        return []
    grade = grades.get(payload.grade)
    if grade is None:
        known = _told(grades)
        return [refusal("grade_unknown", grade=situation.level(payload.grade), known=known)]
    said = getattr(payload, "level", "") or payload.proposal
    if grade.level == said:
        return []
    named = {"grade": kinds.level(payload.grade, grade), "level": situation.level(said)}
    return [refusal("grade_of_another_level", fitting=situation.level(grade.level), **named)]


def _told(grades: dict[str, Grade]) -> list[object]:
    return [kinds.typed(kinds.level(*each)) for each in grades.items()]


def against_grade(situation: Situation) -> list[Refusal]:
    """What is wrong with the grade of a command, or with there being none."""
    return [*_graded(situation), *grade_refusals(situation, situation.command.payload)]


GRADED = frozenset({"decide", "supersede-decision"})
"""Commands that need a grade where there are grades."""
GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {"graded": _graded}
