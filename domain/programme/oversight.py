"""What a body owes and is measured by: reports, conferences, targets, limits, duties."""

from __future__ import annotations

from typing import Literal

from domain.programme.labels import Clauses, Labelled, Record


class Report(Labelled, frozen=True, kw_only=True):
    """A report: from whom, to whom, how often; `occasion` is whenever there is cause.

    With `subjects` only those kinds owe it, as they do a duty.
    """

    every: Literal["month", "quarter", "year", "review", "occasion"]
    by: str
    to: str
    forms: list[str] = []
    subjects: list[str] = []


class ReviewConference(Labelled, frozen=True, kw_only=True):
    """An interim or a final review: who holds it, of which kinds, in which periods; without any, in each."""

    by: str
    periods: list[str] = []
    subjects: list[str] = []


class Feed(Labelled, frozen=True, kw_only=True):
    """What a recognition counts for in the annual classification; `level` is one that asks for a recognition."""

    level: str = ""


class ClassificationLink(Record, frozen=True, kw_only=True):
    """The link with the annual classification (D-20).

    `feeds`: a final classification rests on the recognition, and is not recorded before its decision where a level
    asks for one. Unless the recognition `replaces` it, its decision is no instrument of the classification. Where both
    are one `joint` job, the annual level is claimed and proposed with the title; of the kinds `reviewed` the appraisal
    brings together the results of their review.
    """

    feeds: list[Feed] = []
    replaces: bool = False
    joint: bool = False
    reviewed: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Target(Labelled, frozen=True, kw_only=True):
    """A target over cases: a minimum count of registrations, a share of cells recognised.

    Without `periods` it holds in every round.
    """

    measure: Literal["registered", "recognised"]
    passes: str
    subjects: list[str] = []
    periods: list[str] = []


class Quota(Labelled, frozen=True, kw_only=True):
    """A limit: of so many cases with one result, at most a share may have another.

    The share is counted down: 20 % of 9 is 1. `reward` counts that reward alone, `grade` that grade;
    `within` says among whom: all of a round, those under one superior, those of one organisation
    type, the members of one unit. With `refuses` the one too many is not decided at all; without it is told in the
    review. Without `periods` it holds in every round.
    """

    measure: Literal["rewarded", "recognised"]
    of: Literal["recognised", "registered"]
    at_most: str
    reward: str = ""
    grade: str = ""
    within: Literal["round", "superior", "org_type", "unit"] = "round"
    refuses: bool = False
    subjects: list[str] = []
    periods: list[str] = []


class Duty(Labelled, frozen=True, kw_only=True):
    """A duty of an organ that the programme records; `held_by` names the command that records it.

    `code` is what `perform-duty` calls it; `deadline` is a key of the programme's deadlines.
    """

    code: str = ""
    by: str
    held_by: str = ""
    deadline: str = ""
    subjects: list[str] = []
