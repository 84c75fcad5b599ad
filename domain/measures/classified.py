"""Annual classifications of the unit, its members, the units under it (D-10, D-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.scoring.comparison import comparison
from domain.scoring.facts import Measured
from domain.scoring.value import Ratio, Value, shown
from domain.unit_year.roll import children_on

if TYPE_CHECKING:
    from domain.events.unit_year import ClassificationImported
    from domain.measures.ask import Ask
    from domain.programme.criteria import External
    from domain.unit_year.state import Fact


def classification(ask: Ask, external: External, use: str) -> Measured:
    """Answer a level (of `self`), or how many of those classified reach the level asked for."""
    if external.of == "self":
        return _own(ask, use)
    measured = _members(ask) if external.of == "members" else _children(ask)
    return _share(ask, measured, external.at_least, use)


def _own(ask: Ask, use: str) -> Measured:
    subject = f"member:{ask.member}" if ask.member else f"unit:{ask.unit}"
    fact = _of_subjects(ask, {subject}).get(subject)
    if fact is None:
        return Measured()
    reliances = ask.relied_on(use, fact.event.level)
    return Measured(value=fact.event.level, reliances=reliances, final=fact.event.final)


def _share(
    ask: Ask, found: dict[str, Fact[ClassificationImported]], at_least: str, use: str
) -> Measured:
    """Count over those that were classified: no other is in the denominator (D-10)."""
    if not found:
        return Measured()
    reaches = comparison(f">= {at_least}")
    count = sum(reaches.holds(each.event.level) for each in found.values())
    value: Value = Ratio(count, len(found))
    final = all(each.event.final for each in found.values())
    reliances = ask.relied_on(use, shown(value), whole=True)
    return Measured(value=value, reliances=reliances, final=final)


def _members(ask: Ask) -> dict[str, Fact[ClassificationImported]]:
    subjects = {
        subject
        for year in ask.years()
        for subject in year.classifications
        if subject.startswith("member:")
    }
    return _of_subjects(ask, subjects)


def _children(ask: Ask) -> dict[str, Fact[ClassificationImported]]:
    codes = children_on(ask.unit, ask.closing_on, ask.world)
    return _of_subjects(ask, {f"unit:{code}" for code in codes})


def _of_subjects(ask: Ask, subjects: set[str]) -> dict[str, Fact[ClassificationImported]]:
    """The record that counts for each subject, in whichever unit's year it was imported."""
    newest: dict[str, Fact[ClassificationImported]] = {}
    for year in ask.years():
        for subject in subjects & {*year.classifications}:
            record = year.classification(subject)
            if record is not None and _counts_before(record, newest.get(subject)):
                newest[subject] = record
    return newest


def _counts_before(
    record: Fact[ClassificationImported], other: Fact[ClassificationImported] | None
) -> bool:
    """A final record counts before a provisional one, a later before an earlier."""
    if other is None:
        return True
    return (record.event.final, record.on) > (other.event.final, other.on)
