"""A backup put back into an empty place, once it was looked at whole; or looked at as a rehearsal, and not kept."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from documents.files.set_aside import NEW, set_aside, tidy
from documents.files.whole_file import refuse_place
from domain.refusal import RefusedError, refusal
from ledger.ledger import Ledger
from ledger.sqlite_copy import file_of, is_cut
from projections.engine import differing, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[int, int], None]


def restore(file: Path, url: str, progress: Progress | None = None) -> int:
    """Put a backup where a database URL names nothing yet; how many events it has.

    Every leaf, the root and every read model are recomputed before it stands there. Raises OSError, the errors of
    `Ledger.open` for what is no log of this version, and RefusedError for a place that is taken, a backup that is cut,
    and one whose events do not agree with their proof.
    """
    place = _place(url)
    refuse_place(place)
    tidy(place.parent)
    with set_aside(place.parent) as aside:
        events = _looked_at(file, aside / NEW / place.name, progress)
        refuse_place(place)
        (aside / NEW / place.name).rename(place)
    return events


def rehearse(file: Path, progress: Progress | None = None) -> int:
    """Restore a backup into a temporary folder, look at it whole, and throw it away; how many events it has.

    Raises as `restore` does.
    """
    with TemporaryDirectory(prefix="bontot-") as folder:
        return _looked_at(file, Path(folder) / "rehearsal.sqlite", progress)


def _place(url: str) -> Path:
    place = file_of(url)
    if place is None:
        raise RefusedError([refusal("backup_by_pg_dump")])
    return place


def _looked_at(file: Path, copy: Path, progress: Progress | None) -> int:
    if is_cut(file):
        raise RefusedError([refusal("backup_cut", file=file)])
    shutil.copyfile(file, copy)
    with Ledger.open(f"sqlite:///{copy}", upgrade=False) as ledger:
        found = ledger.verify(progress)
        if not found.ok:
            where: dict[str, Any] = {"file": file, "trusted": found.trusted}
            raise RefusedError([refusal("backup_altered", **where)])
        prepare(ledger)
        if differing(ledger):
            raise RefusedError([refusal("backup_altered", file=file, trusted=found.trusted)])
    return found.positions
