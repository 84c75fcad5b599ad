"""What a programme says of the grades of a decision, and of the targets and limits over the cases of a round."""

from __future__ import annotations

from documents.programmes.clause_marks import Shown
from documents.programmes.in_words import limit
from domain.programme.oversight import Quota
from domain.programme.recognising import Grade


def targets(s: Shown) -> list[str]:
    """Each target over the cases of a round."""
    return [
        f"{s.label(each)}: {limit(s, each.passes)}{s.marks(each, 'vi', 'passes')}"
        for each in s.programme.targets.values()
    ]


def quotas(s: Shown) -> list[str]:
    """Each limit over the cases of a round."""
    return [
        f"{s.label(each)}: ≤ {each.at_most}{_refuses(s, each)}{s.marks(each, 'vi', 'at_most')}"
        for each in s.programme.quotas.values()
    ]


def _refuses(s: Shown, quota: Quota) -> str:
    return f", {s.say('page.quota_refuses')}" if quota.refuses else ""


def grades(s: Shown) -> list[str]:
    """Each grade of a decision, the highest first: whether it recognises, and how long the subject waits after it."""
    return [
        f"{s.label(each)}: {s.say(f'page.grade.{each.level}')}{_waits(s, each)}{s.marks(each)}"
        for each in s.programme.grades
    ]


def _waits(s: Shown, grade: Grade) -> str:
    return f", {s.say('page.waits_years', count=grade.waits_years)}" if grade.waits_years else ""
