"""Loading a case; a bare command; a whole command."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from application.commands.handle import handle
from application.commands.request import Request
from application.commands.withheld_texts import Withholder
from application.running.system import HERE, System
from application.running.world import load_case
from domain.events import case as c
from domain.events import details as d
from ledger.commit import Commit
from ledger.entry import Happened
from scripts.benchmarks import library
from scripts.benchmarks.bare import BareTable
from scripts.benchmarks.generate import cell, generated, stream
from scripts.benchmarks.measure import Measurement, Target, interleaved

LOAD_LIBRARY = Target("theirs", "at_most", 1 / 15)
LOAD_SELECT = Target("limit", "at_most", 2.6)
BARE_LIBRARY = Target("theirs", "at_least", 2.2)
BARE_COMMIT = Target("limit", "at_least", 0.55)
WHOLE_LIBRARY = Target("theirs", "at_least", 1.2)
CASES = 300
AT = datetime(2024, 12, 20, 9, tzinfo=HERE)


def case_load(folder: Path, rounds: int) -> list[Measurement]:
    """Load one case of eighteen events, on an open connection."""
    system = generated(f"sqlite:///{folder}/load.sqlite", CASES * 18)
    app = library.on_sqlite(folder / "load-library.sqlite")
    theirs = [library.a_case(app) for _ in range(50)]
    at, of = itertools.cycle(map(stream, range(CASES))), itertools.cycle(theirs)
    select = _select(system)

    def ours() -> object:
        return [load_case(system.app, next(at)) for _ in range(20)]

    def library_get() -> object:
        return [app.repository.get(next(of)) for _ in range(20)]

    def bare() -> object:
        return [select(next(at)) for _ in range(20)]

    taken = [seconds / 20 * 1e6 for seconds in interleaved(rounds * 5, ours, library_get, bare)]
    system.close()
    return [
        Measurement(
            "load a case, against the library",
            taken[0],
            taken[1],
            taken[2],
            "µs",
            LOAD_LIBRARY,
        ),
        Measurement(
            "load a case, against the select alone",
            taken[0],
            taken[1],
            taken[2],
            "µs",
            LOAD_SELECT,
        ),
    ]


def _select(system: System) -> Callable[[str], object]:
    fetch = system.ledger.readers.fetch
    sql = "SELECT topic, state FROM event WHERE stream = ? ORDER BY version"
    return lambda name: fetch(sql, (name,))


def bare_command(folder: Path, rounds: int) -> list[Measurement]:
    """Load, decide a little, append with the tree; against load, change, save and insert + commit."""
    system = generated(f"sqlite:///{folder}/bare.sqlite", CASES * 18)
    app = library.on_sqlite(folder / "bare-library.sqlite")
    theirs = [library.a_case(app) for _ in range(CASES)]
    table = BareTable(folder / "bare-table.sqlite")
    at, of = itertools.cycle(range(CASES)), itertools.cycle(theirs)
    taken = interleaved(
        rounds * 40,
        lambda: append_one(system, stream(next(at))),
        lambda: library.change(app, next(of)),
        table.insert,
    )
    system.close()
    ours, theirs_rate, limit = (1 / seconds for seconds in taken)
    rates = (ours, theirs_rate, limit)
    return [
        Measurement("a bare command, against the library", *rates, "/s", BARE_LIBRARY),
        Measurement(
            "a bare command, against insert + commit",
            *rates,
            "/s",
            BARE_COMMIT,
        ),
    ]


def append_one(system: System, name: str) -> None:
    """Load a case and append one act to it."""
    commit, happened = act(*load_case(system.app, name), name)
    system.app.append([happened], commit=commit)


def act(case: Any, version: int, name: str) -> tuple[Commit, Happened]:
    """New evidence for a case as it was loaded, ready to be appended."""
    withholder, command = Withholder(), str(uuid4())
    event = c.EvidenceAttached(
        step="attach-evidence",
        from_stage=case.stage,
        to_stage=case.stage,
        details=d.Evidence(evidence=command, nodes=["I.1"], kind="figure", value="1"),
    )
    happened = Happened(
        originator_id=name, originator_version=version + 1, event=event, effective_on="2024-12-20",
        actor="p0", signed_by="p0", organ="x/cell", authority="person:p0@2",
        reason=withholder.text("lý do"), command_id=command,
    )  # fmt: skip
    return Commit(command_id=command, command_digest=command, texts=withholder.texts), happened


def whole_command(folder: Path, rounds: int) -> list[Measurement]:
    """A command as people give it: authority from four fact streams, guards, read models caught up."""
    system = generated(f"sqlite:///{folder}/whole.sqlite", CASES * 18)
    app = library.on_sqlite(folder / "whole-library.sqlite")
    theirs = [library.a_case(app) for _ in range(CASES)]
    caught_up(system)
    at, of = itertools.cycle(range(CASES)), itertools.cycle(theirs)
    taken = interleaved(
        rounds * 40,
        lambda: attach_evidence(system, next(at)),
        lambda: library.change(app, next(of)),
    )
    system.close()
    rates = [1 / seconds for seconds in taken]
    return [Measurement("a whole command", rates[0], rates[1], None, "/s", WHOLE_LIBRARY)]


def caught_up(system: System) -> None:
    """Let the read models know of all that was generated."""
    from projections.engine import catch_up  # noqa: PLC0415 -- one use, beside the log it is about

    catch_up(system.ledger)


def attach_evidence(system: System, at: int) -> None:
    """Carry out a real command on the case of a cell."""
    handle(system, evidence_attached(at))


def evidence_attached(at: int) -> Request:
    """New evidence for the case of a cell, by its own secretary."""
    evidence = str(uuid4())
    return Request(
        verb="attach-evidence",
        actor=f"p{at}",
        reason="Minh chứng bổ sung",
        command_id=evidence,
        data={"evidence": evidence, "nodes": ["I.1"], "kind": "figure", "value": "12"},
        target=stream(at),
        organ=f"{cell(at)}/cell",
        at=AT,
    )
