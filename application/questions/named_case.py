"""Which case is meant by what people type: a unit or a person and a period, or the case's id."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from application.running.world import newest_world
from domain.catalogue import VERBS
from domain.refusals import Refusal, RefusedError, refusal
from projections.cases.case_list import CASES, CaseFilter, order_of
from projections.cases.status import Status
from projections.engine import catch_up
from projections.machinery.criteria import Among, AnyOf
from projections.organisation.unit_list import codes_and_names
from words import kinds
from words.folded import folded

if TYPE_CHECKING:
    from application.running.system import System

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KINDS = ("unit", "member")
MOST = 12
"""How many cases are named where the words fit several."""


def case_named(system: System, name: str, period: str = "", programme: str = "") -> str:
    """The id of a case by its subject, and by period and programme where it has several.

    `name` is a unit's code or name, a member's person id, or the case's id, which is taken as it is.
    A unit's name is compared without tone marks. Refuses words that fit no case, or several: each
    of them is then named.
    """
    own = name.removeprefix("case:")
    if _ID.fullmatch(own):
        return own
    cases = _of_subject(system, name)
    fitting = [
        case for case in cases if period in ("", case.period) and programme in ("", case.programme)
    ]
    fitting = [case for case in fitting if _is_about(case, name)] or fitting
    if len(fitting) == 1:
        return fitting[0].case
    if fitting:
        raise RefusedError([refusal("case_unclear", name=name, cases=_told(fitting))])
    if cases:
        raise RefusedError([refusal("case_of_another_period", name=name, cases=_told(cases))])
    raise RefusedError([_no_case(system, name)])


def _is_about(case: Status, name: str) -> bool:
    """Whether the one named is the case's subject, and not only the unit of its member."""
    return folded(name) in {folded(case.subject), folded(case.subject.partition(":")[2])}


def _no_case(system: System, name: str) -> Refusal:
    """Somebody who has no case yet; or nobody at all, with the units that are called something like it."""
    if _subject(system, name):
        return refusal("no_case_named", name=name)
    with system.ledger.connection() as connection:
        units = codes_and_names(connection)
    called = {folded(word): f"{code} ({title})" for code, title in units for word in (code, title)}
    near = [called[word] for word in get_close_matches(folded(name), called, n=3, cutoff=0.7)]
    if not near:
        return refusal("nobody_named", name=name)
    return refusal("nobody_named_nearest", name=name, nearest=list(dict.fromkeys(near)))


def target_named(
    system: System, verb: str, name: str, period: str = "", programme: str = ""
) -> tuple[str, str]:
    """What a request is about, as `Request.target` and `Request.subject` name it.

    A command on a case finds the case; a unit or a person that has none yet is the subject of the
    one to be opened, where programme and period are given. Other commands take the name as it is.
    Refuses what `case_named` refuses.
    """
    known = VERBS.get(verb)
    if known is None or known.stream != "case" or not name:
        return name, ""
    try:
        return case_named(system, name, period, programme), ""
    except RefusedError:
        subject = _subject(system, name) if programme and period else ""
        if not subject:
            raise
        return "", subject


def _subject(system: System, code: str) -> str:
    world = newest_world(system)
    if world.unit(code) is not None:
        return f"unit:{code}"
    return f"member:{code}" if world.person(code) is not None else ""


def _of_subject(system: System, name: str) -> list[Status]:
    catch_up(system.ledger)
    codes = frozenset({name, name.upper(), name.lower()})
    meant = AnyOf(
        (
            Among("unit", codes),
            Among(
                "subject", frozenset(f"{kind}:{code}" for kind in _KINDS for code in codes) | {name}
            ),
            Among("unit_folded", frozenset({folded(name)})),
        )
    )
    criteria = [*CaseFilter().criteria(system.today()), meant]
    with system.ledger.connection() as connection:
        return CASES.page(connection, criteria, order_of("place"))


def _told(cases: list[Status]) -> kinds.Said:
    """Each as it can be typed."""
    return kinds.many("text", [_typed(case) for case in cases[:MOST]])


def _typed(case: Status) -> str:
    code = case.subject.partition(":")[2]
    return f"{code} {case.period} --programme {case.programme}"
