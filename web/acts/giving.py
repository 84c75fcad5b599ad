"""One command that a person gives on a page: what it is about, its form, the request made of what was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from application.commands.request import Request
from application.commands.typed_days import typed_day
from application.questions.cases import rules_asked
from application.questions.forms import About, form_of
from domain.catalogue import VERBS
from domain.refusal import RefusedError, refusal
from web.acts.attendance import with_attendance
from web.acts.filling import Filling
from web.acts.inputs import Input
from web.acts.offered import offered
from web.acts.paths import UNIT, YEAR, one
from web.acts.sheet_typed import is_shown
from web.acts.typed_data import data_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from application.questions.forms import Field
    from web.acts.paths import Typed
    from web.asked import Asked
    from web.spoken import Spoken

ABOUT = ("target", "programme", "subject", "period")
"""What a command that is about no case yet names: inputs of its page."""


@dataclass
class Giving:
    """A command as it stands on its page; `case` is the id of the case it is about, empty for none."""

    asked: Asked
    verb: str
    case: str
    typed: Typed = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = VERBS.get(self.verb)
        if known is None or (known.stream == "case") != bool(self.case or self.opens):
            raise RefusedError([refusal("verb_unknown", verb=self.verb)])

    @property
    def opens(self) -> bool:
        """Whether it opens a case, which is named by programme, subject and period."""
        return self.verb in {"open-case", "select-pilot"} and not self.case

    @property
    def about(self) -> str:
        """What a draft of it is kept under."""
        return self.case or " ".join(filter(None, (one(self.typed, name) for name in ABOUT)))

    @property
    def target(self) -> str:
        """The unit, the person, or the unit and its year, typed or chosen."""
        unit, year = one(self.typed, UNIT), one(self.typed, YEAR)
        return one(self.typed, "target") or (f"{unit}:{year}" if unit and year else "")

    @property
    def spoken(self) -> Spoken:
        programme = one(self.typed, "programme")
        return self.asked.spoken.about(rules_asked(self.asked.system, self.case, programme))

    @cached_property
    def fields(self) -> list[Field]:
        found = form_of(self.asked.system, self.verb, About(self.case) if self.case else None)
        return offered(self, found)

    def inputs(self, wrong: Mapping[str, list[str]], more: str = "") -> Sequence[Input]:
        return Filling(self.spoken, self.typed, wrong, more).inputs(self.fields)

    @property
    def must_have_sheet(self) -> bool:
        """Whether the command is refused without a score sheet."""
        return bool(self.case) and any(f.name == "sheet" and f.required for f in self.fields)

    @property
    def has_sheet(self) -> bool:
        """Whether its form shows a score sheet."""
        return self.must_have_sheet or bool(self.case and is_shown(self.typed))

    @property
    def data(self) -> dict[str, Any]:
        data = with_attendance(data_of(self.typed, self.fields), self.typed)
        if self.has_sheet:
            data.setdefault("sheet", {}).setdefault("marks", [])
        return data

    @property
    def on(self) -> date | None:
        """The day that was typed; raises RefusedError for what is none."""
        text = one(self.typed, "on")
        return typed_day(text, "on") if text else None

    @property
    def command_id(self) -> str:
        """One id from the first sight of the form to the end: sent twice, it is done once."""
        return one(self.typed, "command_id") or str(uuid4())

    def request(self) -> Request:
        """The request that was typed; raises RefusedError for a day that is none."""
        seen = one(self.typed, "made_from")
        return Request(
            verb=self.verb,
            actor=self.asked.person,
            reason=one(self.typed, "reason"),
            command_id=self.command_id,
            data=self.data,
            target=self.case or self.target,
            programme="" if self.case else one(self.typed, "programme"),
            subject="" if self.case else one(self.typed, "subject"),
            period="" if self.case else one(self.typed, "period"),
            signed_by=one(self.typed, "signed_by"),
            organ=one(self.typed, "organ"),
            on=self.on,
            made_from=int(seen) if seen.isdecimal() else None,
        )
