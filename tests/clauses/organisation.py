"""The organisations of a guideline as its sample has them, in memory, with a round and no case."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from domain.events import round as r
from domain.events import unit as u
from domain.streams import round_stream, unit_stream
from tests.support.world import MemoryWorld

SAMPLES = Path(__file__).parents[2] / "samples"
END = date(2025, 12, 31)


def organisation(edition, period, today=END):
    """A world with every unit of the sample and a round of the period."""
    world, programme = MemoryWorld(today, edition), edition.programme
    with (SAMPLES / programme.code / "units.csv").open(encoding="utf-8-sig") as rows:
        for row in csv.DictReader(rows, delimiter=";"):
            world.give(unit_stream(row["mã"]), _unit(row), on=row["từ ngày"])
    opened = r.RoundOpened(
        programme=programme.code, version=edition.version, period=period, closing_on=END
    )
    world.give(round_stream(programme.code, period), opened, on=f"{period}-01-02")
    return world


def _unit(row):
    return u.UnitRegistered(
        code=row["mã"],
        name=row["tên"],
        kind=row["loại"],
        org_type=row["loại hình"],
        parent=row["cấp trên"],
        organs=_several(row["cơ quan"]),
        attributes=_several(row["thuộc tính"]),
    )


def _several(cell):
    return [each.strip() for each in cell.split(";") if each.strip()]
