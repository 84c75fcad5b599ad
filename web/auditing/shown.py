"""Whether the log is whole, who looked at whose file, and what became of accounts, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.beside import accounts, readings
from words.language import say

if TYPE_CHECKING:
    from web.asked import Asked

MOST = 500_000
"""Events up to which a page looks at the whole log; a longer one is looked at by the command."""


class Look(NamedTuple):
    """Somebody who looked at a member's file on a day, so many times."""

    day: str
    who: str
    subject: str
    times: int


class Became(NamedTuple):
    """What became of somebody's account, and when."""

    at: str
    whose: str
    what: str


def whole_told(asked: Asked) -> tuple[str, bool]:
    """What a look at the whole log found, as a sentence, and whether it is whole."""
    spoken, ledger = asked.spoken, asked.system.ledger
    if ledger.head().position > MOST:
        return spoken.words("web.log_too_long", most=spoken.value(MOST, "number")), True
    found = ledger.verify()
    if found.ok:
        return spoken.words(
            "web.log_whole", positions=spoken.value(found.positions, "number")
        ), True
    reason = spoken.value(found.reason.partition(": ")[0].replace(" ", "_"), "altered")
    if not found.first_bad:
        told = {"reason": reason, "trusted": found.trusted}
        return say("cli.log_altered_beside", spoken.language, **told), False
    where = {"first_bad": found.first_bad, "trusted": found.trusted}
    return say("cli.log_altered", spoken.language, reason=reason, **where), False


def reading_rows(asked: Asked, people: frozenset[str]) -> list[Look]:
    """Who looked at the file of a member among these people, and where one of these looked at any; newest first."""
    spoken = asked.spoken
    return [
        Look(
            spoken.value(each.day, "date"),
            spoken.value(each.person, "person"),
            spoken.value(each.subject, "subject"),
            each.times,
        )
        for each in readings.readings(asked.desk.ledger)
        if each.person in people or each.subject.removeprefix("member:") in people
    ]


def change_rows(asked: Asked, people: frozenset[str]) -> list[Became]:
    """What became of the accounts of these people; newest first."""
    spoken, ledger = asked.spoken, asked.desk.ledger
    whose = {each.id: each.person for each in accounts.listed(ledger) if each.person in people}
    return [
        Became(
            spoken.value(each.at, "instant"),
            spoken.value(whose[each.account], "person"),
            spoken.words(f"account_change.{each.what}"),
        )
        for each in accounts.changes(ledger)
        if each.account in whose
    ]
