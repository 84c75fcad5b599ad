"""A request read as a command on a stream: names as codes, data as the record of the verb; or every reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from application.commands.case_meant import case_meant
from application.commands.names_in_data import with_codes_in_data
from application.commands.request import Request, payload_of, stream_of
from application.commands.typed_request import with_codes
from domain.commands import Command
from domain.refusal import Refusal, RefusedError, refusal, refuse_if_any
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.catalogue import Verb


def command_of(system: System, request: Request, verb: Verb, world: LedgerWorld) -> Command:
    """Read a request as a command on a stream; refuse data that does not fit the verb."""
    request, payload = _read(request, verb, world)
    stream = _stream(request, verb, payload, world)
    programme, subject, period = _named(request, stream, world)
    return Command(
        verb=verb.verb,
        stream=stream,
        actor=request.actor,
        signed_by=request.signed_by or request.actor,
        organ=request.organ,
        effective_on=request.on or world.today,
        reason=request.reason,
        command_id=request.command_id,
        recorded_at=system.now(request.at, request.on),
        payload=payload,
        programme=programme,
        subject=subject,
        period=period,
    )


def _read(request: Request, verb: Verb, world: LedgerWorld) -> tuple[Request, Any]:
    """The request by its codes, and its data as the record of its verb; raise RefusedError with all that is neither."""
    reasons: list[Refusal] = []
    coded: Request = _or_reasons(reasons, request, lambda: with_codes(request, verb, world))
    data, unnamed = with_codes_in_data(request.data, verb, world)
    reasons += unnamed
    payload = _or_reasons(reasons, None, lambda: payload_of(replace(request, data=data), verb))
    refuse_if_any(reasons)
    return coded, payload


def _or_reasons(reasons: list[Refusal], otherwise: Any, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except RefusedError as refused:
        reasons += refused.refusals
        return otherwise


def _named(request: Request, stream: str, world: LedgerWorld) -> tuple[str, str, str]:
    """Programme, subject and period: as the case knows them, or as the request opens it."""
    if not stream.startswith("case:"):
        return request.programme, request.subject, request.period
    case = world.case(stream)
    if case is not None:
        return case.opened.programme, case.subject, case.opened.period
    if not (request.programme and request.subject and request.period):
        raise RefusedError([refusal("no_such_case", case=kinds.case(stream.removeprefix("case:")))])
    return request.programme, request.subject, request.period


def stream_meant(request: Request, verb: Verb, world: LedgerWorld) -> str:
    """The stream that a request changes; refuses what `command_of` refuses."""
    coded, payload = _read(request, verb, world)
    return _stream(coded, verb, payload, world)


def _stream(request: Request, verb: Verb, payload: Any, world: LedgerWorld) -> str:
    stream = stream_of(request, verb, payload)
    return case_meant(request, stream, world) if verb.stream == "case" else stream
