"""Why a command is refused: a code with values that say what they are; `words` makes the sentence.

No list of codes exists: `refusal("…")` where a rule stands is the declaration, and a test demands its words.
"""

from __future__ import annotations

from domain.events.base import Data
from domain.refusal_fields import ABOUT
from words.kinds import Said, said


class Refusal(Data, frozen=True, kw_only=True):
    """One reason for a refusal. `code` is counted; the sentence is made when it is shown.

    `about` is the field of the request or of its data, or the node of a sheet, that it is about:
    `level`, `documents[0].on`, `sheet.marks.III.3.points`; empty where it is about none.
    `rests_on` are the clauses of the programme that say no, and the defaults under which they are assumed.
    """

    code: str
    values: dict[str, Said] = {}
    about: str = ""
    rests_on: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the catalogues of words call it."""
        return f"refusal.{self.code}"

    def __str__(self) -> str:
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}({values})"


class RefusedError(Exception):
    """A command that is refused, with every reason."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("; ".join(map(str, refusals)))
        self.refusals = refusals


def refusal(code: str, *, about: object = "", **values: object) -> Refusal:
    """Make a refusal; a plain value is shown by its type, a code says its kind (`words.kinds`).

    It is about the field that its code is about (`domain.refusal_fields`), unless another is named.
    """
    told = {name: said(value) for name, value in values.items()}
    return Refusal(code=code, values=told, about=str(about) or ABOUT.get(code, "").format(**told))


def refuse_if_any(refusals: list[Refusal]) -> None:
    """Raise RefusedError with all the reasons, if there are any."""
    if refusals:
        raise RefusedError(refusals)
