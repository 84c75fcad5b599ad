"""Which acts of a case the review keeps, and for which of them it also keeps the persons behind them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from domain.case.acts import KINDS

if TYPE_CHECKING:
    from domain.case.acts.act_kind import InReview


def _topics(what: InReview) -> tuple[str, ...]:
    return tuple(kind.topic for kind in KINDS if what in kind.in_review)


LASTING = _topics("lasting")
"""What is kept of a case of another year."""
ORDINARY = _topics("ordinary")
"""Acts of the ordinary course after a dossier was submitted, which change nothing that was there."""
ONCE = _topics("once")
"""Acts of the ordinary course that change something when they come a second time."""
SUBMITTING = _topics("hands_in")
"""The act that hands a case in: its dossier, or the claimed level where a programme asks for none."""
_ALWAYS = _topics("always")
SUBMITTED = 1
_BIT = {topic: 2 << at for at, topic in enumerate(ONCE)}
ANYTHING = SUBMITTED | sum(_BIT.values())
"""Every bit of `CaseFacts.met`: that the dossier was submitted, and one for each topic of `ONCE` that has happened.

A case that was opened in an earlier part of the log has all of them: nobody knows yet what happened before.
"""


class Telling(NamedTuple):
    """What becomes of the acts of a topic.

    `lasting` ones are kept even in a case of another year. The persons behind an act are kept
    `always`, or, where `told` is set, once the dossier was submitted and `bit` is among the bits of
    the case (so that a topic of `ONCE` counts from its second act). `meets` are the bits that such
    an act sets.
    """

    lasting: bool
    always: bool
    told: bool
    bit: int
    meets: int

    def tells(self, met: int) -> bool:
        """Whether the persons behind an act are kept; `met` are the bits of its case before the act."""
        return self.always or (self.told and met & SUBMITTED != 0 and met & self.bit == self.bit)


@cache
def telling(topic: str) -> Telling:
    bit = _BIT.get(topic, 0)
    meets = bit | (SUBMITTED if topic in SUBMITTING else 0)
    return Telling(topic in LASTING, topic in _ALWAYS, topic not in ORDINARY, bit, meets)
