"""What a place of a programme file rests on: its clauses, or the default under which it is assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.programme.edition import Edition
    from domain.programme.faults import Path


def basis_at(edition: Edition, place: str) -> list[str]:
    """What `consultation.days` rests on: the default of the value where it is assumed, else the nearest record's.

    A place that is a list or a mapping rests on what its own parts rest on; `dossier.DOC-SELF` is the part of a
    list with that code. Nothing for a place that the programme has not.
    """
    way = list(_way(edition.programme, place.split(".")))
    if not place or len(way) < len(place.split(".")):
        return []
    assumed = [edition.assumptions.get(".".join(map(str, at))) for at, _ in way]
    if named := next(filter(None, reversed(assumed)), None):
        return [named]
    parts = _parts(way[-1][1])
    found = [each for part in parts for each in basis_of(part)]
    return list(dict.fromkeys(found)) or _nearest(each for _, each in reversed(way))


def basis_of(record: Any) -> list[str]:
    """The clauses of a record, then its default."""
    clause = getattr(record, "clause", "")
    clauses = [clause] if isinstance(clause, str) else [*clause]
    return [each for each in (*clauses, getattr(record, "default", "")) if each]


def _nearest(records: Iterable[Any]) -> list[str]:
    return next((found for record in records if (found := basis_of(record))), [])


def _parts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []


def _way(value: Any, keys: list[str]) -> Iterator[tuple[Path, Any]]:
    """Each value on the way to a place, with the keys of the file that lead to it."""
    at: Path = ()
    for key in keys:
        found = _below(value, key)
        if found is None:
            return
        step, value = found
        at = (*at, step)
        yield at, value


def _below(value: Any, key: str) -> tuple[str | int, Any] | None:
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        field = next((name for encoded, name in names if encoded == key), None)
        return (key, getattr(value, field)) if field else None
    if isinstance(value, dict):
        return (key, value[key]) if key in value else None
    if isinstance(value, list):
        return next((each for each in enumerate(value) if key in _codes(each[1])), None)
    return None


def _codes(part: Any) -> set[str]:
    return {getattr(part, name, "") for name in ("code", "document")} - {""}
