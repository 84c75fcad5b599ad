"""The score sheet as its template draws it: a block for each criterion in the guideline's own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from application.questions.defaults import defaults
from web.acts.mark_inputs import MarkInputs
from web.acts.marks_told import measured_told
from web.acts.paths import DATA, inside
from web.acts.sheet_blocks import Block, Earlier, Part, SheetShown
from web.acts.sheet_pools import pools
from web.acts.sheet_typed import MARKS
from web.acts.told import basis

if TYPE_CHECKING:
    from application.questions.sheet_asked import CriterionAsked, GroupAsked, SheetAsked
    from web.acts.inputs import Input
    from web.acts.paths import Typed
    from web.spoken import Spoken


class SheetDrawing:
    """Draws one sheet with what was typed into it; `wrong` are sentences by the name of an input."""

    def __init__(
        self,
        asked: SheetAsked,
        spoken: Spoken,
        typed: Typed,
        wrong: Mapping[str, list[str]],
        evidence: Sequence[tuple[str, str]],
    ) -> None:
        self._asked, self._spoken, self._typed, self._wrong = asked, spoken, typed, wrong
        self._evidence = evidence
        self._inputs = MarkInputs(spoken, typed)
        self._slots = (f"told-{number}" for number in count(1))
        self._who = {
            each.position: f"{spoken.value(each.event, 'event')}, {spoken.value(each.signed_by, 'person')}"
            for each in asked.sheets
        }

    def sheet(self) -> SheetShown:
        bonus, deductions = pools(self._asked, self._spoken, self._typed, self._wrong)
        return SheetShown(
            parts=tuple(self._part(group) for group in self._asked.groups),
            bonus=bonus,
            most_bonus=self._spoken.value(self._asked.most_bonus, "number"),
            deductions=deductions,
        )

    def _part(self, group: GroupAsked) -> Part:
        return Part(
            title=group.title,
            maximum=self._spoken.value(group.maximum, "number"),
            clauses=basis(group.rests_on, self._spoken),
            blocks=tuple(self._block(each) for each in group.criteria),
        )

    def _block(self, each: CriterionAsked) -> Block:
        shown, row, slot = each.shown, inside(MARKS, each.shown.criterion), next(self._slots)
        assumed = [basis for basis in shown.rests_on if basis in defaults()]
        return Block(
            row=row,
            node=shown.criterion,
            slot=slot,
            title=shown.words,
            maximum=self._spoken.value(shown.maximum, "number"),
            assumed=basis(assumed, self._spoken),
            clauses=basis([b for b in shown.rests_on if b not in assumed], self._spoken),
            measured=tuple(measured_told(one, self._spoken) for one in shown.measured),
            known=each.known,
            earlier=tuple(self._earlier(each)),
            inputs=tuple(self._marking(each, row, slot)),
            reason=self._departure(each, slot),
            remark=self._inputs.text(inside(row, "remark"), "web.sheet.remark", slot),
            evidence=self._inputs.evidence(row, slot, self._evidence) if self._evidence else None,
            ticked=len(self._typed.get(inside(row, "evidence"), ())),
            inside=tuple(self._checks(each)),
            wrong=tuple(self._wrong_at(row, shown.criterion)),
            heading=each.entry is None,
        )

    def _earlier(self, each: CriterionAsked) -> Iterator[Earlier]:
        for mark in each.shown.marks:
            told = mark.told(self._spoken.language)
            if told and mark.position in self._who:
                yield Earlier(self._who[mark.position], told, mark.remark)

    def _marking(self, each: CriterionAsked, row: str, slot: str) -> Iterator[Input]:
        if each.entry is None:
            return
        yield from self._inputs.of(each.entry, row, slot)
        alone = each.entry.manner == "points"
        if alone or self._asked.pooled:
            most, step = (self._spoken.value(v, "number") for v in (each.shown.maximum, each.step))
            key = "web.sheet.points.hint" if alone else "web.sheet.points_instead.hint"
            hint = self._spoken.words(key, maximum=most, step=step)
            yield self._inputs.points(row, slot, hint=hint, alone=alone)

    def _departure(self, each: CriterionAsked, slot: str) -> Input | None:
        """Why a collective departs from the mean of its members (D-05)."""
        if each.mean is None:
            return None
        name = inside(inside(DATA, "departures"), each.shown.criterion)
        drawn = self._inputs.text(name, "web.sheet.departure", slot)
        mean = self._spoken.value(each.mean, "number")
        return drawn._replace(hint=self._spoken.words("web.sheet.departure.hint", mean=mean))

    def _checks(self, each: CriterionAsked) -> Iterator[Block]:
        for check in each.checks:
            row, slot = inside(MARKS, check.name), next(self._slots)
            drawn = self._inputs.of(check.entry, row, slot, called=check.words)
            wrong = tuple(self._wrong_at(row, check.name))
            yield Block(row, check.name, slot, "", "", inputs=drawn, wrong=wrong)

    def _wrong_at(self, row: str, node: str) -> Iterator[str]:
        """What is wrong anywhere in the block, each once."""
        own = (f"{row}.", inside(inside(DATA, "departures"), node))
        told = [s for name, said in self._wrong.items() if name.startswith(own) for s in said]
        return iter(dict.fromkeys(told))
