"""Which case a request means: by its id, or by programme, subject and period as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.succession import case_of
from domain.refusal import RefusedError, refusal
from domain.streams import case_stream

if TYPE_CHECKING:
    from application.commands.request import Request
    from domain.case.state import Case
    from domain.world import World


def case_meant(request: Request, stream: str, world: World) -> str:
    """The stream of the case. One that followed its unit to an heir is the heir's, and keeps its id.

    Raises RefusedError where a target and what stands beside it name two cases.
    """
    case = world.case(stream)
    if request.target:
        _refuse_two(request, stream, case)
    if request.target or case is not None:
        return stream
    return case_of(request.programme, request.subject, request.period, world) or stream


def _refuse_two(request: Request, stream: str, case: Case | None) -> None:
    named = (request.programme, request.subject, request.period)
    if case is None:
        fits = not all(named) or case_stream(*named) == stream
    else:
        known = (
            {case.opened.programme},
            {case.subject, case.opened.subject},
            {case.opened.period},
        )
        fits = all(not name or name in any_of for name, any_of in zip(named, known, strict=True))
    if not fits:
        told = " ".join(filter(None, named))
        values = {"target": request.target, "data": told}
        raise RefusedError([refusal("names_two_things", about="target", **values)])
