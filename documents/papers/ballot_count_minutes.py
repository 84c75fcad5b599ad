"""Ballot-count minutes (DOC-COUNT): who was present, what was counted, whether the vote was carried."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from documents.papers.parts.bases import dated, period, subject, title
from documents.papers.parts.content import (
    BLANK,
    Block,
    Column,
    Content,
    Ending,
    Table,
    body,
    heading,
)
from documents.papers.parts.endings import by_hand
from documents.papers.parts.letterhead import head_of, organ_said
from documents.papers.parts.paper import Material, Paper
from domain.case.ballots import base_of, has_quorum
from domain.events import case as c
from domain.programme.places import parts_at
from words import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.events.details import Ballots
    from domain.programme.procedure import Vote


def content(m: Material) -> Content:
    """The newest count of the case, with the rule by which it was carried or lost."""
    ballots: Ballots = m.act.details
    number = ballots.minutes.number if ballots.minutes else ""
    said = {"title": title(m), "subject": subject(m), "period": period(m)}
    return Content(
        head=head_of(m, m.act.organ, "minutes", number),
        kind=m.say("count.kind"),
        subject=m.say("count.about", **said),
        blocks=[
            body(m.say("count.opening", day=dated(m), place=BLANK, body=_body(m))),
            heading(m.say("count.team")),
            body(m.say("count.team_of", head=ballots.counting_head or BLANK, clerk=BLANK)),
            heading(m.say("count.result")),
            body(_manner(m, ballots)),
            Table(_columns(m), _rows(m, ballots)),
            *_on_criteria(m, ballots),
            *_conclusion(m, ballots),
        ],
        ending=Ending(by_hand(m, "counting_head"), by_hand(m, "counting_clerk")),
    )


def _body(m: Material) -> str:
    return organ_said(m, m.act.organ) if m.act.organ else BLANK


def _manner(m: Material, ballots: Ballots) -> str:
    """How the vote was held; left open where nobody said so."""
    if ballots.secret is None:
        return m.say("count.manner.unsaid", manner=BLANK)
    return m.say(f"count.manner.{'secret' if ballots.secret else 'open'}")


def _columns(m: Material) -> Sequence[Column]:
    return (
        Column(m.say("column.ordinal"), 8, "centre"),
        Column(m.say("column.counted"), 42),
        Column(m.say("column.number"), 14, "right"),
        Column(m.say("column.share"), 36, "right"),
    )


def _rows(m: Material, b: Ballots) -> list[Sequence[str]]:
    vote = m.case.edition.programme.vote
    of_votes = vote.majority_of if vote else "valid"
    counted = [
        ("roll", b.roll, "", 0),
        ("present", b.present, "roll", b.roll),
        ("issued", b.issued, "", 0),
        ("returned", b.returned, "issued", b.issued),
        ("valid", b.valid, "returned", b.returned),
        ("invalid", b.invalid, "returned", b.returned),
        ("votes_for", b.votes_for, of_votes, _base(b, vote)),
        ("votes_against", b.votes_against, of_votes, _base(b, vote)),
    ]
    return [
        (str(at), m.say(f"count.{name}"), m.word(number, "number"), _share(m, number, of, base))
        for at, (name, number, of, base) in enumerate(counted, 1)
    ]


def _on_criteria(m: Material, b: Ballots) -> list[Block]:
    """The votes on each criterion, where each was voted on."""
    if not b.by_criterion:
        return []
    columns = (
        Column(m.say("column.symbol"), 8),
        Column(m.say("column.criterion"), 50),
        *(Column(m.say(f"count.{name}"), 14, "right") for name in ("votes_for", "votes_against")),
        Column(m.say("count.carried"), 14, "centre"),
    )
    return [heading(m.say("count.by_criterion")), Table(columns, [*_votes_on(m, b)])]


def _votes_on(m: Material, b: Ballots) -> Iterator[Sequence[str]]:
    programme = m.case.edition.programme
    criteria = programme.criteria[programme.subjects[m.case.subject_kind].criteria]
    called = {part.id: part for _, part in parts_at(criteria, ())}
    for each in b.by_criterion:
        part = called.get(each.node)
        yield (
            each.node,
            part.text(m.case.language) if part else "",
            m.word(each.votes_for, "number"),
            m.word(each.votes_against, "number"),
            m.word(each.node not in b.lost_on, "yes_no"),
        )


def _base(ballots: Ballots, vote: Vote | None) -> int:
    return base_of(ballots, vote) if vote else ballots.valid


def _share(m: Material, number: int, of: str, base: int) -> str:
    """A share, and of what; nothing of nothing."""
    if not of or not base:
        return ""
    share = values.share(Fraction(number, base), m.case.language)
    return m.say(f"count.share_of.{of}", share=share)


def _conclusion(m: Material, ballots: Ballots) -> list[Block]:
    vote = m.case.edition.programme.vote
    passed = "passed" if ballots.passed else "lost"
    told = m.say(f"count.{passed}", title=title(m), subject=subject(m), period=period(m))
    return [heading(m.say("count.conclusion")), *_rule(m, ballots, vote), body(told)]


def _rule(m: Material, ballots: Ballots, vote: Vote | None) -> list[Block]:
    """The rule of the programme, and whether enough were present."""
    if vote is None:
        return []
    met = "met" if has_quorum(ballots, vote) else "not_met"
    whom = m.say(f"count.of.{vote.majority_of}")
    return [
        body(
            m.say(
                f"count.quorum.{met}",
                quorum=vote.quorum,
                present=ballots.present,
                roll=ballots.roll,
            )
        ),
        body(m.say("count.rule", majority=vote.majority, of=whom)),
    ]


PAPER = Paper("DOC-COUNT", content, after=(c.BallotsCounted,))
