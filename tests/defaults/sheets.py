"""Sheets of the real programmes that come to what a test asks for."""

from decimal import Decimal

from msgspec.structs import replace

from domain.events.base import Sheet
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score, validate
from tests.clauses.homes import EDITIONS
from tests.support.best_sheet import best_sheet


def criteria_of(programme, name):
    return EDITIONS[programme].programme.criteria[name]


class Scoring:
    """The criteria of a subject kind, with the best sheet there can be, changed as a test asks."""

    def __init__(self, programme, kind):
        found = EDITIONS[programme].programme
        self.criteria = found.criteria[found.subjects[kind].criteria]
        self.profile = Profile(subject_kind=kind)
        self.sheet = best_sheet(self.criteria, self.profile)

    def scored(self, sheet=None, facts=None):
        return score(self.criteria, self.profile, sheet or self.sheet, facts or Facts())

    def outcome(self, sheet=None, facts=None):
        return self.scored(sheet, facts).outcome

    def refusals(self, sheet):
        found = validate(
            self.criteria, self.profile, sheet, Facts(), complete=True, individual=False
        )
        return {reason.code for reason in found}

    def worth(self, total):
        """The best sheet, less points in the order of its criteria until it comes to a total."""
        over, marks = self.outcome().total - Decimal(str(total)), []
        for mark in self.sheet.marks:
            off = min(over, mark.points or Decimal(0))
            over -= off
            marks.append(replace(mark, points=mark.points - off) if off else mark)
        return Sheet(marks=marks)

    def marked(self, node, **fields):
        marks = [
            replace(mark, **fields) if mark.node == node else mark for mark in self.sheet.marks
        ]
        return replace(self.sheet, marks=marks)
