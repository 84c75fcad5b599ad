"""Reasons as sentences and values as words: no code ever reaches a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from words import places, values
from words.kinds import Kind, Said
from words.language import Language, find, say


class Names(Protocol):
    """Who knows the names that people and programmes gave: of persons, units, organs, programmes.

    Answers None for what it does not know, which is then said with the words of this room.
    """

    def __call__(self, kind: Kind, code: str, language: Language, /) -> str | None: ...


class Reason(Protocol):
    """Why something is so: a key of the catalogues and the values of its placeholders."""

    @property
    def key(self) -> str: ...
    @property
    def values(self) -> Mapping[str, Said]: ...


def nameless(kind: Kind, code: str, language: Language) -> None:
    """The names of somebody who knows none."""
    del kind, code, language


def sentence(reason: Reason, language: Language, names: Names = nameless) -> str:
    """A reason as a person reads it; raises KeyError for a key that has no words."""
    placeholders = {name: of(value, language, names) for name, value in reason.values.items()}
    return say(reason.key, language, **placeholders)


def of(value: Said, language: Language, names: Names = nameless) -> str:
    """A value that says what it is, in words."""
    if value.kind == "because":
        return sentence(value.value, language, names)
    if value.kind == "either":
        return values.either([of(each, language, names) for each in value.value], language)
    if value.kind == "typed":
        told, code = value.value
        return _with_code(of(told, language, names), code, language)
    if value.vi:
        return value.en if language == "en" else value.vi
    if value.kind == "typed_field":
        return places.told(value.value, language, lambda each: of(each, language, names))
    return shown(value.value, value.kind, language, names)


def _with_code(told: str, code: str, language: Language) -> str:
    """What is told, and the code as it is typed behind it, once."""
    if told == code or told.endswith(f"({code})"):
        return told
    return say("shown.typed_field", language, title=told, path=code)


def shown(value: Any, kind: Kind, language: Language, names: Names = nameless) -> str:
    """A value of a kind in words, several of them as a list; a dash where there is none."""
    if value is None or value in ("", [], ()):
        return values.NOTHING
    if isinstance(value, Said):
        return of(value, language, names)
    if isinstance(value, list | tuple):
        own: Kind = "text" if kind in {"list", "lines"} else kind
        each = [shown(item, own, language, names) for item in value]
        return "\n".join(each) if kind == "lines" else values.listed(each, language)
    plain = _PLAIN.get(kind)
    return plain(value, language) if plain else word(str(value), kind, language, names)


def word(code: str, kind: Kind, language: Language, names: Names = nameless) -> str:
    """The words for a code: the name it was given, those of its parts, those of this room."""
    named = names(kind, code, language) or find(f"{kind}.{code}", language)
    if named:
        return named
    parts = _PARTS.get(kind)
    return parts(code, language, names) if parts else code


def _organ(code: str, language: Language, names: Names) -> str:
    unit, cut, organ = code.rpartition("/")
    if not cut:
        return code
    if unit.startswith("member:"):
        return _subject(unit, language, names)  # a member who acts for themselves
    told, of_unit = word(organ, "organ", language, names), word(unit, "unit", language, names)
    if of_unit.casefold().startswith(told.casefold()):
        return of_unit  # a unit that is called by its organ: "Đảng ủy xã …"
    return say("organ.of_unit", language, organ=told, unit=of_unit)


def _limit(code: str, language: Language, names: Names) -> str:
    """A comparison with a level by what the level is called; with a figure as it is written."""
    sign, cut, level = code.partition(" ")
    return f"{sign} {word(level, 'level', language, names)}" if cut else code


def _change(code: str, language: Language, names: Names) -> str:
    """What became of a unit, and when: `unit-merged 2025-07-01`; anything else as it was typed."""
    topic, _, day = code.rpartition(" ")
    event = find(f"event.{topic}", language)
    if not event:
        return code
    return say("change.on_day", language, event=event, day=shown(day, "date", language, names))


def _criterion(code: str, language: Language, names: Names) -> str:
    """A criterion by its id as on the paper; a mark of a task of the subject's own, `T/1` or `T/1/A`, as one.

    A criterion of such tasks is named as `T//`; what stands behind another's id is one of its conditions.
    """
    criterion, _, of_task = code.partition("/")
    task, _, ratio = of_task.partition("/")
    if not task or names("criterion", f"{criterion}//", language) is None:
        return code
    told = say("criterion.task", language, task=task, criterion=criterion)
    named = names("criterion", f"{criterion}//{ratio}", language) if ratio else None
    return say("criterion.ratio_of_task", language, ratio=named, task=told) if named else told


def _subject(code: str, language: Language, names: Names) -> str:
    kind, cut, own = code.partition(":")
    return word(own, _SUBJECTS.get(kind, "unit"), language, names) if cut else code


def _round(code: str, language: Language, names: Names) -> str:
    programme, cut, period = code.removeprefix("round:").rpartition(":")
    if not cut:
        return code
    told = word(programme, "programme", language, names)
    return say("round.of_programme", language, period=period, programme=told)


def _stream(code: str, language: Language, names: Names) -> str:
    """What a stream of the log is about: a case, a unit, a unit's year, a person, a round, a programme."""
    kind, cut, own = code.partition(":")
    if kind == "unit-year":
        unit, _, year = own.rpartition(":")
        return say("shown.unit_year", language, unit=word(unit, "unit", language, names), year=year)
    return word(own, _STREAMS[kind], language, names) if cut and kind in _STREAMS else code


def _authority(code: str, language: Language, names: Names) -> str:
    """The right that an act relied on, `person:ID@version`, by whose it is; or who acts for themselves."""
    return word(code.rpartition("@")[0] or code, "subject", language, names)


def _use(code: str, language: Language, names: Names) -> str:
    """What a recognition was used for: a figure, or `streak:<reward>`, `selection:<reward>`."""
    kind, cut, reward = code.partition(":")
    if not cut:
        return word(code, "measure", language, names)
    told = word(reward, "reward", language, names)
    return say(f"use.of_reward.{kind}", language, reward=told)


def _mark(code: str, language: Language, names: Names) -> str:
    """What was entered for a criterion that has no level of that name: yes or no, a number, a ratio."""
    del names
    if code in {"true", "false"}:
        return values.yes_no(code == "true", language)
    try:
        return values.number(Decimal(code), language)
    except InvalidOperation:
        return code


class _Unfilled(dict[str, str]):
    """Placeholders of a sentence whose values are not known any more: what stood there, in brackets."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, name: str) -> str:
        return f"[{placeholder(name, self._language)}]"


def placeholder(name: str, language: Language) -> str:
    """What a placeholder of a sentence stands for; raises KeyError for one that has no words."""
    keys = (f"placeholder.{name}", f"field.{name}", f"column.{name}")
    told = next((words for key in keys if (words := find(key, language))), None)
    if told is None:
        raise KeyError(name)
    return told[:1].lower() + told[1:]


def _counted(code: str, language: Language) -> str:
    """The sentence of a refusal that was counted by its code alone."""
    words = find(f"refusal.{code}", language)
    return words.format_map(_Unfilled(language)) if words else code


_SUBJECTS: Mapping[str, Kind] = {"unit": "unit", "member": "person", "person": "person"}
_STREAMS: Mapping[str, Kind] = {
    "case": "case", "unit": "unit", "person": "person", "programme": "programme", "round": "round",
}  # fmt: skip
_PARTS: Mapping[Kind, Callable[[str, Language, Names], str]] = {
    "limit": _limit, "criterion": _criterion,
    "organ": _organ, "subject": _subject, "round": _round, "stream": _stream, "use": _use,
    "authority": _authority, "change": _change, "mark": _mark,
}  # fmt: skip
_PLAIN: Mapping[Kind, Callable[[Any, Language], str]] = {
    "text": lambda value, _: str(value),
    "code": lambda value, _: str(value),
    "refusal": _counted,
    "ordinal": lambda value, _: str(value),
    "number": values.number,
    "share": values.share,
    "money": values.money,
    "date": values.day,
    "instant": values.instant,
    "yes_no": values.yes_no,
}
