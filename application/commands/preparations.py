"""What is put into a command before it is decided, by its verb: what the log knows now and nobody has to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.commands.corrections import as_stored
from application.commands.sealing import sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from application.running.system import System
    from domain.commands import Command

    Preparation = Callable[[System, Command], Command]

PREPARATIONS: Mapping[str, Preparation] = {"correct": as_stored, "seal-round": sealed}
