"""A command: who asks for what, signed by whom, for which organ, on which date, why."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from domain.events.base import Data


class Command(Data, frozen=True, kw_only=True):
    """A request to change one stream.

    `actor` enters it, `signed_by` does it, `organ` (`unit/organ`) is the organ they do it for;
    `effective_on` is the date on the paper; `recorded_at` is the edge's clock (UTC). `payload` is
    the record that the verb asks for (`domain.catalogue`). A command on a case also names the
    programme, the subject (`unit:…`, `member:…`) and the period, which open it if need be.
    """

    verb: str
    stream: str
    actor: str
    signed_by: str
    organ: str
    effective_on: date
    reason: str
    command_id: str
    recorded_at: datetime
    payload: Any
    programme: str = ""
    subject: str = ""
    period: str = ""
