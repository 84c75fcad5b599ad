"""Which case is meant by what people type: a unit or a person and a period, or the case's id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from application.commands.typed_names import (
    near_units_and_persons,
    persons_called,
    typed_person,
    typed_unit,
    units_called,
)
from application.commands.typed_programme import typed_programme
from application.questions.editions import editions
from application.questions.round_list import rounds
from application.running.world import newest_world
from domain.catalogue import VERBS
from domain.refusal import Refusal, RefusedError, refusal
from domain.streams import case_stream
from projections.cases.case_list import CASES, CaseFilter, order_of
from projections.cases.status import Status
from projections.machinery.criteria import Among, AnyOf, Criterion
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CALLED = {"unit": units_called, "member": persons_called}
MOST = 12
"""How many cases are named where the words fit several."""


def case_named(system: System, name: str, period: str = "", programme: str = "") -> str:
    """The id of a case by its subject, and by period and programme where it has several.

    `name` is a unit's or a member's code or name, or the case's id, which is taken as it is.
    Names are compared without tone marks. Refuses words that fit no case, or several: each
    of them is then named.
    """
    programme = typed_programme(programme, newest_world(system))
    own = name.removeprefix("case:")
    if _ID.fullmatch(own):
        return own
    meant = _meant(system, name)
    cases = _of(system, meant) or _that_left(system, meant)
    fitting = [
        case for case in cases if period in ("", case.period) and programme in ("", case.programme)
    ]
    fitting = [case for case in fitting if case.subject in meant] or fitting
    if len(fitting) == 1:
        return fitting[0].case
    if fitting:
        raise RefusedError([refusal("case_unclear", name=name, cases=_told(fitting))])
    if cases:
        raise RefusedError([refusal("case_of_another_period", name=name, cases=_told(cases))])
    raise RefusedError([_no_case(system, name, period, programme)])


def _no_case(system: System, name: str, period: str, programme: str) -> Refusal:
    """Somebody who has no case yet; or nobody at all, with the units that are called something like it."""
    if subject := _subject(system, name):
        programmes = sorted(each.programme.code for each in editions(system) if each.tables)
        return refusal(
            "no_case_named",
            name=name,
            verb=kinds.of("code", "open-case"),
            subject=kinds.of("code", subject.removeprefix("unit:")),
            period=kinds.of("code", period or str(system.today().year)),
            programme=kinds.of("code", programme or next(iter(programmes), "")),
            programmes=kinds.many("text", programmes),
        )
    near = near_units_and_persons(name, newest_world(system))
    if not near:
        return refusal("nobody_named", name=name)
    return refusal("nobody_named_nearest", name=name, nearest=near)


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


def _subject(system: System, name: str) -> str:
    """The unit or the person of a code or a name, as a case is about them; empty for nobody, refuses several."""
    world = newest_world(system)
    for kind, read in (("unit", typed_unit), ("member", typed_person)):
        try:
            return f"{kind}:{read(name.removeprefix(f'{kind}:'), world)}"
        except RefusedError as refused:
            if refused.refusals[0].code.endswith("_unclear"):
                raise
    return ""


def _meant(system: System, name: str) -> frozenset[str]:
    """Every subject that a code or a name may mean: `unit:CB`, `member:kt-09`."""
    world = newest_world(system)
    return frozenset(
        f"{kind}:{code}"
        for kind, called in _CALLED.items()
        for code in called(name.removeprefix(f"{kind}:"), world)
    )


def _of(system: System, subjects: frozenset[str]) -> list[Status]:
    """The cases of subjects, and of the members of units among them."""
    units = frozenset(each.removeprefix("unit:") for each in subjects if each.startswith("unit:"))
    return _listed(system, AnyOf((Among("unit", units), Among("subject", subjects))))


def _that_left(system: System, subjects: frozenset[str]) -> list[Status]:
    """The cases that were opened for subjects and are an heir's now: their papers bear the older name."""
    cases = frozenset(
        case_stream(opened.programme, subject, opened.period)
        for opened in rounds(system)
        for subject in subjects
    )
    return _listed(system, Among("stream", cases))


def _listed(system: System, meant: Criterion) -> list[Status]:
    criteria = [*CaseFilter().criteria(system.today()), meant]
    with system.ledger.connection() as connection:
        return CASES.page(connection, criteria, order_of("place"))


def _told(cases: list[Status]) -> kinds.Said:
    """Each as it can be typed."""
    return kinds.many("text", [_typed(case) for case in cases[:MOST]])


def _typed(case: Status) -> str:
    code = case.subject.partition(":")[2]
    return f"{code} {case.period} --programme {case.programme}"
