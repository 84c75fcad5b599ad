"""Spoils a line of a scenario in one of the ways in which people and programs do."""

from __future__ import annotations

VALUES = (
    None, True, -1, 0, 10**12, 1.5, "", " ", "không có", "x" * 5_000, "31/02/2024", "1900-01-01", "NaN", "Infinity",
    "Chi bo\u0301 b\u00f4\u0301n t\u00f4\u0301t", "'; DROP TABLE event; --", "../../x", "a\u2028b",
    [], {}, [[[]]], {"a": {"b": 1}},
)  # fmt: skip
"""What stands where something else belongs."""


def spoiled(line, rng):
    """The line with one thing wrong, or two."""
    line = {**line, "data": dict(line.get("data", {}))}
    for _ in range(rng.choice((1, 1, 2))):
        rng.choice(_WAYS)(line, rng)
    return line


def _value(line, rng):
    if line["data"]:
        line["data"][rng.choice(sorted(line["data"]))] = rng.choice(VALUES)


def _inside(line, rng):
    """Somewhere inside the data."""
    place = line["data"]
    while isinstance(place, dict) and place:
        key = rng.choice(sorted(place))
        if not isinstance(place[key], dict) or rng.random() < 0.3:
            place[key] = rng.choice(VALUES)
            return
        place[key] = dict(place[key])
        place = place[key]


def _missing(line, rng):
    if line["data"]:
        del line["data"][rng.choice(sorted(line["data"]))]


def _unknown(line, rng):
    line["data"][rng.choice(("nmae", "til", "level ", "số"))] = rng.choice(VALUES)


def _person(line, rng):
    line[rng.choice(("by", "signed_by"))] = rng.choice(("nguoi-la", "", "quan-tri", "X" * 300))


def _organ(line, rng):
    line["for"] = rng.choice(("x/y", "log", "/", "KT-TU/standing_committee", "Ban Thường vụ"))


def _day(line, rng):
    line["on"] = rng.choice(("2010-01-01", "2030-12-31", "30/02/2024", "01/06/2024", "hôm qua"))


def _about(line, rng):
    line[rng.choice(("subject", "period", "programme", "unit"))] = rng.choice(
        ("unit:X", "2024", "2031", "", "kon-tum", "member:", "case:1")
    )


_WAYS = (_value, _value, _inside, _missing, _unknown, _person, _organ, _day, _about)
