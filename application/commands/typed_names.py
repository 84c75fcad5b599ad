"""A unit or a person as people type them: by code, however it is written, or by a name that fits one alone.

Nobody is guessed: a name of several is refused with each of them, a name of none with the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

import msgspec

from application.running.person_name import name_of
from domain.refusal import Refusal, RefusedError, refusal
from projections.engine import catch_up
from projections.organisation.called import CALLED_PERSONS, CALLED_UNITS, Called
from words import kinds

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from words.kinds import Said

Read = Callable[[str, "LedgerWorld", str], str]
"""Reads what was typed as a code, in a world; a refusal is about the field named last."""
MOST = 12
"""So many are named where a name fits several."""
NEAREST = 3
"""So many are named where it fits none."""
_SHOWN = re.compile(r"(?P<name>.*\S)\s+\((?P<code>\S+)\)")
"""As screens show namesakes: `NAME (CODE)`."""


class _Sort(NamedTuple):
    """Units or persons: who knows one by its code, where names are looked up, and the codes of what is refused."""

    known: Callable[[LedgerWorld, str], Any]
    name: Callable[[LedgerWorld, str], str]
    called: Called
    said: Callable[[str], Said]
    placeholder: str
    unknown: str
    nearest: str
    unclear: str


def typed_unit(text: str, world: LedgerWorld, about: str = "") -> str:
    """The code of the unit that is meant; nothing typed stays nothing.

    Raises RefusedError, about a field, for what is no unit or may be several.
    """
    return _typed(text, world, _UNITS, about)


def typed_person(text: str, world: LedgerWorld, about: str = "") -> str:
    """The id of the person who is meant; nothing typed stays nothing.

    Raises RefusedError, about a field, for who is nobody or may be several.
    """
    return _typed(text, world, _PERSONS, about)


def typed_subject(text: str, world: LedgerWorld, about: str = "subject") -> str:
    """Whom a case is about, `unit:CODE` or `member:ID`, each of which may be a name; anything else as it is."""
    kind, _, name = text.partition(":")
    read = {"unit": typed_unit, "member": typed_person}.get(kind)
    return f"{kind}:{read(name, world, about)}" if read and name else text


def units_called(text: str, world: LedgerWorld) -> list[str]:
    """The codes of the units that may be meant."""
    return _called(text, world, _UNITS)


def persons_called(text: str, world: LedgerWorld) -> list[str]:
    """The ids of the persons who may be meant."""
    return _called(text, world, _PERSONS)


def near_units_and_persons(text: str, world: LedgerWorld) -> list[Said]:
    """The units and the persons that a text may have been meant for, by turns, each with its code."""
    turns = zip_longest(_near(text, world, _UNITS), _near(text, world, _PERSONS))
    return [each for each in chain(*turns) if each is not None][:NEAREST]


def _typed(text: str, world: LedgerWorld, sort: _Sort, about: str) -> str:
    if not text or sort.known(world, text):
        return text
    found = _called(text, world, sort)
    if len(found) == 1:
        return found[0]
    reason = _several(text, found, sort) if found else _none(text, world, sort)
    raise RefusedError([msgspec.structs.replace(reason, about=about)])


def _called(text: str, world: LedgerWorld, sort: _Sort) -> list[str]:
    """Those of that name; where several have it tone marks aside, those of just that name if there are any."""
    shown = _SHOWN.fullmatch(text.strip())
    name, code = (shown["name"], shown["code"]) if shown else (text.strip(), "")
    found = _of(name, world, sort) or (_of(text.strip(), world, sort) if shown else [])
    if code in found:
        return [code]
    if len(found) <= 1:
        return found
    own = normalize("NFC", name).casefold()
    return [each for each in found if sort.name(world, each).casefold() == own] or found


def _of(name: str, world: LedgerWorld, sort: _Sort) -> list[str]:
    ledger = world.app.ledger
    catch_up(ledger)
    with ledger.connection() as connection:
        return sort.called.of(connection, name)


def _several(text: str, found: list[str], sort: _Sort) -> Refusal:
    fitting = [kinds.typed(sort.said(code)) for code in found[:MOST]]
    return refusal(sort.unclear, name=text, fitting=fitting)


def _none(text: str, world: LedgerWorld, sort: _Sort) -> Refusal:
    own, near = {sort.placeholder: sort.said(text)}, _near(text, world, sort)
    return refusal(sort.nearest, nearest=near, **own) if near else refusal(sort.unknown, **own)


def _near(text: str, world: LedgerWorld, sort: _Sort) -> list[Said]:
    ledger = world.app.ledger
    catch_up(ledger)
    with ledger.connection() as connection:
        codes = sort.called.near(connection, text, NEAREST)
    return [kinds.typed(sort.said(code)) for code in codes]


def _unit_name(world: LedgerWorld, code: str) -> str:
    unit = world.unit(code)
    return unit.name_on(world.today) if unit else ""


def _person_name(world: LedgerWorld, person: str) -> str:
    return name_of(world.app.ledger, person) or ""


_UNITS = _Sort(
    lambda world, code: world.unit(code), _unit_name, CALLED_UNITS, kinds.unit,
    "unit", "unit_unknown", "unit_unknown_nearest", "unit_unclear",
)  # fmt: skip
_PERSONS = _Sort(
    lambda world, code: world.person(code), _person_name, CALLED_PERSONS, kinds.person,
    "person", "person_unknown", "person_unknown_nearest", "person_unclear",
)  # fmt: skip
