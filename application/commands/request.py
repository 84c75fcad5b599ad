"""A request as it arrives from outside: plain values, before anything is looked up."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

import msgspec

from application.commands.payload import payload_from
from domain.catalogue import VERBS, Verb
from domain.refusal import Refusal, RefusedError, refusal
from domain.streams import case_stream
from words import kinds
from words.days import FIRST, LAST
from words.folded import folded
from words.language import in_both


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One command as a form, the command line or a scenario line gives it.

    `target` names the stream without its kind (a unit's code, `CODE:2024` for a unit-year); a
    case is named by `programme`, `subject` and `period`, or by its id. `at` is an instant with or
    without offset that counts in a simulated log only. Empty `signed_by`, `organ` and `on` are
    filled in: the actor, the organ they may act for, the day of recording. `made_from` is the version
    of the case that the sender looked at; None where they looked at none.
    """

    verb: str
    actor: str
    reason: str
    command_id: str
    data: dict[str, Any] = {}
    target: str = ""
    programme: str = ""
    subject: str = ""
    period: str = ""
    signed_by: str = ""
    organ: str = ""
    on: date | None = None
    at: datetime | None = None
    made_from: int | None = None

    @property
    def about(self) -> str:
        """What the request is about, in its own words: a target, a subject, a code."""
        named = (self.target, self.programme, self.subject, self.period)
        codes = (self.data.get("code"), self.data.get("person"))
        return " ".join(str(word) for word in (*named, *codes) if word)

    @property
    def digest(self) -> str:
        """SHA-256 of the content, so that the same id with other content can be told apart.

        The version it was made from is no content: the same form may be sent again from a newer one.
        """
        *content, _ = msgspec.structs.astuple(self)
        return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def verb_of(request: Request) -> Verb:
    """Look the verb up; refuse an unknown one."""
    verb = VERBS.get(request.verb)
    if verb is None:
        raise RefusedError([unknown_verb(request.verb)])
    return verb


def unknown_verb(typed: str) -> Refusal:
    """The reason against a command that is none, with those that it may have been meant for."""
    words = {folded(word): verb for verb in VERBS for word in (verb, *in_both(f"verb.{verb}"))}
    near = get_close_matches(folded(typed), words, n=3)
    if not near:
        return refusal("verb_unknown", verb=typed)
    nearest = [
        kinds.as_typed(verb, in_both(f"verb.{verb}"))
        for verb in dict.fromkeys(words[word] for word in near)
    ]
    return refusal("verb_unknown_nearest", verb=typed, nearest=nearest)


def payload_of(request: Request, verb: Verb) -> Any:
    """Read the data as the record that the verb asks for; refuse what does not fit, naming the field."""
    return payload_from(request.data, verb)


def stream_of(request: Request, verb: Verb, payload: Any) -> str:
    """Name the stream that the request changes; refuse when it is not named."""
    name = _TARGETS[verb.stream](request, payload)
    if not name:
        raise RefusedError([refusal("target_missing", verb=kinds.verb(verb.verb))])
    if verb.stream == "unit-year" and not _is_unit_year(name):
        raise RefusedError([refusal("year_unreadable", about="target", target=name)])
    return name if verb.stream in ("case", "log") else f"{verb.stream}:{name}"


_YEAR = re.compile(r"[0-9]{4}")


def _is_unit_year(name: str) -> bool:
    """`CODE:2024`, the year in four plain digits: one year has one name."""
    unit, _, year = name.rpartition(":")
    return bool(unit and _YEAR.fullmatch(year)) and FIRST <= int(year) <= LAST


def _one_name(target: str, named: str) -> str:
    """What the target and the data both name; refuse where they name two things."""
    if target and named and target != named:
        raise RefusedError([refusal("names_two_things", about="target", target=target, data=named)])
    return target or named


def _case(request: Request, _payload: Any) -> str:
    if request.target:
        return f"case:{request.target.removeprefix('case:')}"
    if request.programme and request.subject and request.period:
        return case_stream(request.programme, request.subject, request.period)
    return ""


def _round(request: Request, payload: Any) -> str:
    programme = _one_name(request.programme, getattr(payload, "programme", ""))
    period = _one_name(request.period, getattr(payload, "period", ""))
    return _one_name(request.target, f"{programme}:{period}" if programme and period else "")


def _named(field: str) -> Any:
    def target(request: Request, payload: Any) -> str:
        return _one_name(request.target, getattr(payload, field, ""))

    return target


_TARGETS = {
    "case": _case,
    "round": _round,
    "unit": _named("code"),
    "person": _named("person"),
    "programme": _named("code"),
    "unit-year": _named("unit_year"),
    "log": lambda _request, _payload: "log",
}
