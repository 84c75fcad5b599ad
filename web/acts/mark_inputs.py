"""The inputs in which a mark is given, by the manner of its criterion: nobody must know how the log writes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from web.acts.inputs import Input, Option
from web.acts.paths import inside, one
from web.acts.typed_rows import COUNT, OF

if TYPE_CHECKING:
    from application.questions.mark_entry import Entry, MarkChoice
    from web.acts.paths import Typed
    from web.spoken import Spoken

MOST_UNDER_EACH_OTHER = 7


class MarkInputs:
    """Draws the inputs of one sheet; `slot` is where what is wrong with a mark is told."""

    def __init__(self, spoken: Spoken, typed: Typed) -> None:
        self._spoken = spoken
        self._typed = typed

    def of(self, entry: Entry, row: str, slot: str, called: str = "") -> tuple[Input, ...]:
        """The inputs of a value, the first `called` after what it is about; none for a mark of points alone."""
        first, *others = self._of(entry, row, slot) or [None]
        if first is None or not called:
            return tuple(each for each in (first, *others) if each)
        return (first._replace(title=called, hint=first.title), *others)

    def _of(self, entry: Entry, row: str, slot: str) -> tuple[Input, ...]:
        path = inside(row, "value")
        match entry.manner:
            case "points":
                return ()
            case "choice":
                return (self._choice(entry, path, slot),)
            case "share" | "count":
                return tuple(self._share(entry, path, slot))
            case "series":
                return tuple(self._series(entry, path, slot))
        return (self._figure(entry, path, slot),)

    def points(self, row: str, slot: str, *, hint: str, alone: bool) -> Input:
        """Points given outright: of a criterion that is marked so, or as the mean of several."""
        name = inside(row, "points")
        key = "web.sheet.points" if alone else "web.sheet.points_instead"
        return self._input("number", name, key, slot, hint=hint, value=one(self._typed, name))

    def text(self, name: str, key: str, slot: str, *, required: bool = False) -> Input:
        value = "\n".join(self._typed.get(name, ()))
        return self._input("lines", name, key, slot, value=value)._replace(required=required)

    def evidence(self, row: str, slot: str, options: Iterable[tuple[str, str]]) -> Input:
        """The evidence of the case, to be ticked."""
        name = inside(row, "evidence")
        given = self._typed.get(name, ())
        told = tuple(Option(value, words, value in given) for value, words in options)
        drawn = self._input("choices", name, "web.sheet.evidence", slot)
        return drawn._replace(options=told, several=True)

    def _choice(self, entry: Entry, path: str, slot: str) -> Input:
        value = one(self._typed, path)
        options = [
            Option(each.value, self._words(each), each.value == value) for each in entry.choices
        ]
        nothing = Option("", self._spoken.words("web.sheet.not_yet"), not value)
        few = len(options) < MOST_UNDER_EACH_OTHER
        drawn = self._input("choices" if few else "select", path, "web.sheet.mark", slot)
        return drawn._replace(options=(*options, *([nothing] if few else [])))

    def _words(self, choice: MarkChoice) -> str:
        said = self._spoken.said(choice.said)
        if choice.points is None:
            return said
        points = self._spoken.value(choice.points, "number")
        return self._spoken.words("web.sheet.choice_with_points", choice=said, points=points)

    def _figure(self, entry: Entry, path: str, slot: str) -> Input:
        key = "web.sheet.percent" if entry.manner == "percent" else "web.sheet.figure"
        return self._input("number", path, key, slot, value=one(self._typed, path))

    def _share(self, entry: Entry, path: str, slot: str) -> Iterable[Input]:
        count, _, of = one(self._typed, path).partition("/")
        count = one(self._typed, inside(path, COUNT)) or count.strip()
        of = one(self._typed, inside(path, OF)) or of.strip()
        key = "web.sheet.count" if entry.of else "web.sheet.share_count"
        yield self._input("number", inside(path, COUNT), key, slot, value=count, of=entry.of or "")
        if entry.of:
            given = inside(inside(path, OF), "given")
            yield Input("hidden", given, "", "", required=True, value=str(entry.of))
        else:
            yield self._input("number", inside(path, OF), "web.sheet.share_of", slot, value=of)

    def _series(self, entry: Entry, path: str, slot: str) -> Iterable[Input]:
        known = [each.strip() for each in one(self._typed, path).split(";")]
        for number in range(entry.of):
            name = inside(path, number)
            before = known[number] if number < len(known) else ""
            value = one(self._typed, name) or before.strip("-")
            yield self._input(
                "number", name, "web.sheet.each", slot, value=value, number=number + 1
            )

    def _input(
        self,
        draw: str,
        name: str,
        key: str,
        slot: str,
        *,
        value: str = "",
        hint: str = "",
        **told: object,
    ) -> Input:
        title = self._spoken.words(key, **told)
        return Input(draw, name, title, hint, required=True, value=value, slot=slot)
