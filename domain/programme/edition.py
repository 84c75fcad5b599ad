"""One published version of a programme, read and compiled: what a case is pinned to."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.programme.model import Programme
from workflow.definition import Definition
from workflow.machine import Table


@dataclass(frozen=True)
class Edition:
    """`version` is the SHA-256 of `content` (canonical JSON); `assumptions` map a path to a D-id.

    `definitions` and `tables` are by the name of the workflow. An instrument has none.
    """

    programme: Programme
    version: str
    content: str
    assumptions: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, Definition] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
