"""Bonus points and deductions of a sheet: a row for each reason of the criteria, with nothing to be known by heart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from web.acts.inputs import Input, Option
from web.acts.paths import inside, one
from web.acts.sheet_typed import BONUS, DEDUCTIONS
from web.acts.typed_rows import parts_that_say

if TYPE_CHECKING:
    from application.questions.sheet_asked import SheetAsked
    from domain.programme.criteria import BonusReason, DeductionReason
    from web.acts.paths import Typed
    from web.spoken import Spoken


class PoolRow(NamedTuple):
    """A reason for points or for a deduction; `row` is its place in the data."""

    row: str
    reason: str
    title: str
    inputs: tuple[Input, ...]
    wrong: tuple[str, ...]


def pools(
    asked: SheetAsked, spoken: Spoken, typed: Typed, wrong: Mapping[str, list[str]]
) -> tuple[tuple[PoolRow, ...], tuple[PoolRow, ...]]:
    """The rows of bonus points, and those of deductions."""
    drawing = _Pools(asked, spoken, typed, wrong)
    return (
        tuple(drawing.bonus(each) for each in asked.bonus),
        tuple(row for each in asked.deductions for row in drawing.deductions(each)),
    )


class _Pools:
    def __init__(
        self, asked: SheetAsked, spoken: Spoken, typed: Typed, wrong: Mapping[str, list[str]]
    ) -> None:
        self._asked, self._spoken, self._typed, self._wrong = asked, spoken, typed, wrong

    def bonus(self, reason: BonusReason) -> PoolRow:
        row = inside(BONUS, reason.id)
        most = self._spoken.words(
            "web.sheet.at_most", maximum=self._spoken.value(reason.max, "number")
        )
        points = self._input("number", inside(row, "points"), "web.sheet.bonus_points", most)
        title = reason.text(self._spoken.language)
        return self._row(row, reason.id, title, (points, self._remark(row)))

    def deductions(self, reason: DeductionReason) -> Iterator[PoolRow]:
        """One row; of a reason that is counted by criterion those that were filled in, and one more."""
        own = [inside(DEDUCTIONS, reason.id)]
        if reason.level == "criterion":
            own = list(self._rows_of(reason.id))
        for row in own:
            yield self._row(
                row, reason.id, self._title(reason), tuple(self._deduction(reason, row))
            )

    def _rows_of(self, reason: str) -> Iterator[str]:
        said = parts_that_say(self._typed, DEDUCTIONS)
        used = [each for each in said if one(self._typed, f"{DEDUCTIONS}.{each}.reason") == reason]
        yield from (f"{DEDUCTIONS}.{each}" for each in used)
        names = [
            inside(DEDUCTIONS, f"{reason}-{number}" if number else reason)
            for number in range(len(used) + 1)
        ]
        taken = {f"{DEDUCTIONS}.{each}" for each in used}
        yield next((name for name in names if name not in taken), names[-1])

    def _title(self, reason: DeductionReason) -> str:
        points = self._spoken.value(reason.points, "number")
        title = reason.text(self._spoken.language)
        if reason.cap is None:
            return self._spoken.words("web.sheet.deduction", reason=title, points=points)
        cap = self._spoken.value(reason.cap, "number")
        return self._spoken.words("web.sheet.deduction_up_to", reason=title, points=points, cap=cap)

    def _deduction(self, reason: DeductionReason, row: str) -> Iterator[Input]:
        yield self._input("number", inside(row, "times"), "web.sheet.times")
        if reason.level == "criterion":
            name = inside(row, "node")
            drawn = self._input("select", name, "web.sheet.deducted_from")
            yield drawn._replace(options=tuple(self._places(one(self._typed, name))))
        yield self._remark(row)

    def _places(self, chosen: str) -> Iterable[Option]:
        for group in self._asked.groups:
            yield Option(group.code, group.title, group.code == chosen)
            for each in group.criteria:
                code = each.shown.criterion
                yield Option(code, f"{code} {each.shown.words}", code == chosen)

    def _remark(self, row: str) -> Input:
        return self._input("lines", inside(row, "remark"), "web.sheet.pool_reason")

    def _input(self, draw: str, name: str, key: str, hint: str = "") -> Input:
        value = "\n".join(self._typed.get(name, ()))
        return Input(draw, name, self._spoken.words(key), hint, required=True, value=value)

    def _row(self, row: str, reason: str, title: str, inputs: tuple[Input, ...]) -> PoolRow:
        own = [s for name, said in self._wrong.items() if name.startswith(f"{row}.") for s in said]
        return PoolRow(row, reason, title, inputs, tuple(dict.fromkeys(own)))
