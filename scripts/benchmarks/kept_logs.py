"""Long logs kept from one run of the bench to the next, in a folder that the bench itself made."""

from __future__ import annotations

from pathlib import Path

from application.running.bootstrap import open_system
from application.running.system import System
from documents.files.set_aside import NEW, set_aside, tidy
from projections.engine import prepare, rebuild
from scripts.benchmarks.generate import generated

MARK = "made-by-scripts-bench"


class NotOursError(Exception):
    """A folder that is there and was not made by the bench."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} was not made by scripts/bench; name another folder, or none")


def kept_in(folder: Path) -> Path:
    """The folder, made where there is none. Raises NotOursError, having changed nothing."""
    if folder.exists() and not (folder / MARK).exists():
        raise NotOursError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
    return folder


def long_log(folder: Path, events: int, open_cases: int) -> System:
    """A log of about so many events with its read models, made where the folder has none of that size."""
    path = folder / f"{events}-events-{open_cases}-open.sqlite"
    if not path.exists():
        tidy(folder)
        with set_aside(folder) as aside:
            _make(aside / NEW / path.name, events, open_cases).rename(path)
    system = open_system(f"sqlite:///{path}")
    prepare(system.ledger)
    return system


def _make(path: Path, events: int, open_cases: int) -> Path:
    system = generated(f"sqlite:///{path}", events, open_cases)
    rebuild(system.ledger)
    system.close()
    return path
