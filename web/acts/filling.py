"""Fills a form in: an input for each field, with what was typed and what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from web.acts.inputs import Input, Option, Row
from web.acts.paths import DATA, inside, one, parts_in, read, written
from web.acts.typed_data import KEY

if TYPE_CHECKING:
    from application.questions.form_choices import Choice
    from application.questions.forms import Field
    from web.acts.paths import Typed
    from web.spoken import Spoken

MOST_OFFERED = 7
"""Up to so many choices stand under each other, more in a list that opens."""


SPARE = 2
"""Empty rows under those that were filled in; more come when a form is asked for them."""


class Filling(NamedTuple):
    """What a form is filled in with: what was typed, what is wrong by the name of an input, how many rows it has."""

    spoken: Spoken
    typed: Typed
    wrong: Mapping[str, list[str]]
    more: str = ""

    def inputs(self, fields: Iterable[Field], path: str = DATA) -> tuple[Input, ...]:
        """An input for each field that a person types."""
        return tuple(self._input(each, inside(path, each.name)) for each in fields if each.is_typed)

    def _input(self, field: Field, path: str) -> Input:
        blank = self._blank(field, path)
        if field.keyed_by or (field.many and field.fields):
            return blank._replace(draw="rows", rows=tuple(self._rows(field, path)))
        if field.fields:
            return blank._replace(draw="record", inputs=self.inputs(field.fields, path))
        return self._single(field, path, blank)

    def _blank(self, field: Field, path: str) -> Input:
        language = self.spoken.language
        wrong = tuple(self.wrong.get(path, ()))
        title, hint = field.title(language), field.hint(language)
        return Input("text", path, title, hint, field.required, wrong=wrong, kind=field.kind)

    def _single(self, field: Field, path: str, blank: Input) -> Input:
        values = [*self.typed.get(path, ())]
        if field.kind == "yes_no":
            return blank._replace(
                draw="choices", options=self._yes_no(one(self.typed, path), field)
            )
        if field.choices:
            options = self._options(field, values)
            draw = "choices" if len(options) <= MOST_OFFERED or field.many else "select"
            return blank._replace(draw=draw, options=options, several=field.many, hint="")
        draw = "lines" if field.many or field.erasable else _DRAWN.get(field.kind, "text")
        return blank._replace(draw=draw, value="\n".join(values))

    def _options(self, field: Field, values: list[str]) -> tuple[Option, ...]:
        return tuple(
            Option(str(each.value), self._words(each), str(each.value) in values)
            for each in field.choices
        )

    def _words(self, choice: Choice) -> str:
        said, on = self.spoken.said(choice.said), choice.on
        return f"{said}, {self.spoken.value(on, 'date')}" if on else said

    def _yes_no(self, value: str, field: Field) -> tuple[Option, ...]:
        said = [
            Option("yes", self.spoken.value(value=True, kind="yes_no"), value == "yes"),
            Option("no", self.spoken.value(value=False, kind="yes_no"), value == "no"),
        ]
        left_out = Option("", self.spoken.words("web.left_out"), value == "")
        return tuple(said if field.required else [*said, left_out])

    def _rows(self, field: Field, path: str) -> Iterable[Row]:
        """Of a mapping whose names are known one row for each; else what was typed and a few more."""
        if field.keyed_by and field.choices:
            for choice in field.choices:
                row = inside(path, choice.value)
                yield Row(self._words(choice), self._inside(field, row))
            return
        parts = parts_in(self.typed, path)
        spare = SPARE * (2 if self.more == path else 1)
        for part in [*parts, *_unused(parts, spare)]:
            yield Row("", self._inside(field, f"{path}.{part}", with_key=bool(field.keyed_by)))

    def _inside(self, field: Field, row: str, *, with_key: bool = False) -> tuple[Input, ...]:
        key = self._key(row) if with_key else ()
        if field.fields:
            return (*key, *self.inputs(field.fields, row))
        return (*key, self._single(field, row, self._blank(field, row)))

    def _key(self, row: str) -> tuple[Input, ...]:
        name = inside(row, KEY)
        title = self.spoken.words("web.row_name")
        value = one(self.typed, name) or ("" if name in self.typed else _named(row))
        return (Input("text", name, title, "", required=False, value=value),)


def _named(row: str) -> str:
    """What a row is called that was filled in from data, and not by a form of ours."""
    part = row.rpartition(".")[2]
    return "" if part.startswith("new") else read(part)


def _unused(parts: list[str], count: int) -> list[str]:
    taken = set(parts)
    fresh = (f"new{number}" for number in range(len(parts) + count + len(taken)))
    return [part for part in fresh if written(part) not in taken][:count]


_DRAWN = {"date": "date", "number": "number", "whole": "number"}
