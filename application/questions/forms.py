"""Forms as data: what a command asks for, field by field, as every face shows it.

A field is derived from the record that the command asks for; its choices come from the case, if one is given.
Its words are `field.<name>` and `field.<name>.hint`, or `field.<of>.<name>` where they are others in one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import inspect

from application.commands.request import unknown_verb
from application.commands.typed_programme import typed_programme
from application.questions.cases import stream_named, world_of
from application.questions.form_choices import Choice, choices_of
from application.questions.log_choices import choices_in
from domain.case.decide import question, question_of, situate
from domain.case.must_be_given import must_be_given
from domain.catalogue import VERBS
from domain.events.marks import marks_of
from domain.events.shapes import arms, fields
from domain.refusal import RefusedError, refusal
from words.language import Language, find, say

if TYPE_CHECKING:
    from application.running.system import System
    from domain.case.situation import Situation
    from domain.catalogue import Verb

Record = type[msgspec.Struct]
Elsewhere = Mapping[str, tuple[Choice, ...]]
"""Choices by what a field names, where no case says any."""
NOWHERE: Elsewhere = {}


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a form, `of` a command or of the field that holds its record.

    `kind` is `text`, `whole`, `number`, `yes_no`, `date`, `choice`, `record`, or what a text names
    (`organ`, `criterion`, `person` … of `domain.events.marks`). `filled_in` is `always` (typed
    values are refused), `if_left_out`, or empty. `many` are a list, or a mapping by `keyed_by`.
    `choices` are all there are; where there are none anything of the kind may be typed. `fields`
    are those of a `record`.
    """

    name: str
    of: str
    kind: str
    required: bool
    filled_in: str
    erasable: bool
    many: bool
    keyed_by: str
    choices: tuple[Choice, ...]
    fields: tuple[Field, ...]

    def title(self, language: Language) -> str:
        """What it is called there, or everywhere; raises KeyError where it has no word."""
        return self._word("", language) or say(f"field.{self.name}", language)

    def hint(self, language: Language) -> str:
        """What to type there, empty where the title says it."""
        return self._word(".hint", language) or ""

    def _word(self, end: str, language: Language) -> str | None:
        own = find(f"field.{self.of}.{self.name}{end}", language)
        return own or find(f"field.{self.name}{end}", language)

    @property
    def is_typed(self) -> bool:
        """Whether a person may type there."""
        return self.filled_in != "always"


def fields_of(
    verb: Verb, situation: Situation | None = None, elsewhere: Elsewhere = NOWHERE
) -> list[Field]:
    """The fields of a command and of records inside them; their choices are a case's, else those from elsewhere.

    Of a case those are required too that its programme refuses the command without.
    """
    fields = [_placed(field, verb.verb, situation, elsewhere) for field in _fields(verb.payload)]
    given = must_be_given(situation.asking(verb.verb, "")) if situation else frozenset()
    return [
        msgspec.structs.replace(field, required=field.required or field.name in given)
        for field in fields
    ]


def _placed(field: Field, of: str, situation: Situation | None, elsewhere: Elsewhere) -> Field:
    """A field where it stands in a form: of what, with the choices of the case there, or from elsewhere."""
    named = field.keyed_by or field.kind
    choices = choices_of(of, field.name, named, situation) if situation else []
    return msgspec.structs.replace(
        field,
        of=of,
        choices=tuple(choices) or field.choices or elsewhere.get(named, ()),
        fields=tuple(_placed(each, field.name, situation, elsewhere) for each in field.fields),
    )


@cache
def _fields(record: Record) -> tuple[Field, ...]:
    marks = marks_of(record)
    return tuple(
        _field(each, marks[each.name].kind, marks[each.name].filled_in, marks[each.name].erasable)
        for each in fields(record)
    )


def _field(field: inspect.Field, named: str, filled_in: str, erasable: bool) -> Field:
    kind, many, keyed_by = _shape(field.type)
    record = kind.cls if isinstance(kind, inspect.StructType) else None
    values = kind.values if isinstance(kind, inspect.LiteralType) else ()
    return Field(
        name=field.encode_name,
        of="",
        kind=_kind(kind, named),
        required=field.required,
        filled_in=filled_in,
        erasable=erasable and record is None,
        many=many,
        keyed_by=keyed_by,
        choices=tuple(Choice.of(field.encode_name, value) for value in values),
        fields=_fields(record) if record else (),
    )


def _shape(kind: inspect.Type) -> tuple[inspect.Type, bool, str]:
    """The kind of one item, whether there are many, and what names each in a mapping."""
    bare = next((each for each in arms(kind) if not isinstance(each, inspect.NoneType)), kind)
    match bare:
        case inspect.ListType(item_type=inner):
            return _shape(inner)[0], True, ""
        case inspect.DictType(key_type=key, value_type=inner):
            return _shape(inner)[0], True, _named(key) or "text"
    return bare, False, ""


def _named(kind: inspect.Type) -> str:
    extra: dict[str, Any] = (kind.extra or {}) if isinstance(kind, inspect.Metadata) else {}
    return str(extra.get("kind", ""))


def _kind(kind: inspect.Type, named: str) -> str:
    if isinstance(kind, inspect.LiteralType):
        return "choice"
    return named or _KINDS.get(type(kind), "text")


_KINDS: dict[type[inspect.Type], str] = {
    inspect.BoolType: "yes_no",
    inspect.DateType: "date",
    inspect.DecimalType: "number",
    inspect.IntType: "whole",
    inspect.StructType: "record",
}


class About(NamedTuple):
    """What a form is for: a case by its id, or the one that a subject may have in a programme and period."""

    case: str = ""
    programme: str = ""
    subject: str = ""
    period: str = ""


def form_of(system: System, verb: str, about: About | None = None) -> list[Field]:
    """The form of a command with the choices of the log, and of the case or the programme that it is about.

    Refuses an unknown command, an unknown case, subject or round, and a case named for a command on something else.
    """
    if verb not in VERBS:
        raise RefusedError([unknown_verb(verb)])
    situation = _situation(system, VERBS[verb], about) if about and any(about) else None
    return fields_of(VERBS[verb], situation, choices_in(system))


def _situation(system: System, verb: Verb, about: About) -> Situation:
    world = world_of(system)
    about = about._replace(programme=typed_programme(about.programme, world))
    if verb.stream != "case":
        raise RefusedError([refusal("no_such_case", case=about.case or about.subject)])
    if not about.case:
        asked = question_of(about.programme, about.subject, about.period, world.today, world)
        return situate(None, asked, world)
    folded = world.case(stream_named(about.case))
    if folded is None:
        raise RefusedError([refusal("no_such_case", case=about.case)])
    return situate(folded, question(folded, world.today, world), world)
