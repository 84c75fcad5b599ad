"""Why a value does not fit where it stands, told from msgspec's messages."""

from __future__ import annotations

import re

from words.kinds import Because, Said, because, of, text

_FORMS: tuple[tuple[str, str], ...] = (
    (r"Object contains unknown field `(?P<a>.*)`", "unknown_key"),
    (r"Text cut at a comma `(?P<a>.*)`", "comma"),
    (r"Object missing required field `(?P<a>.*)`", "missing_key"),
    (r"Invalid enum value '?(?P<a>.*?)'?", "unknown_value"),
    (r"Invalid RFC3339 encoded date|day is out of range.*|month must be.*", "date"),
    (r"Invalid decimal string", "number"),
    (r"Expected `str` matching regex.*", "name"),
    (r"Expected `(?P<a>[^`]*)`, got `(?P<b>[^`]*)`", "wrong_kind"),
    (r"Expected `(?P<a>[^`]*)` (?P<b>[<>]=? ?[-\d.]+)", "out_of_bounds"),
    (r"give exactly one of on, before, quarter, within, variants", "deadline_kinds"),
    (r"give either days or business_days", "deadline_days"),
    (r"two variants are meant for the same year", "deadline_variants"),
    (r"JSON is malformed: .*\(byte (?P<a>\d+)\)", "malformed"),
    (r"Input data was truncated", "truncated"),
    (r".*", "other"),
)
"""Messages by form, the first that fits, and what the catalogues call them (`misfit.<name>`)."""


_PLACED = re.compile(r"(?P<said>.*?)(?: - at `\$\.?(?P<at>[^`]*)`)?", re.DOTALL)


def placed(message: str) -> tuple[str, str]:
    """What a message says, and where: `documents[0].on`, empty for the whole of the data."""
    match = _PLACED.fullmatch(message)
    return (match["said"], match["at"] or "") if match else (message, "")


def told(message: str, choices: tuple[object, ...] = ()) -> Because:
    """Why a value does not fit; `choices` are what may stand there."""
    for form, name in _FORMS:
        match = re.fullmatch(form, message, re.DOTALL)
        if match is not None:
            return _because(name, match.groupdict(), choices)
    raise AssertionError(message)


def _because(name: str, parts: dict[str, str], choices: tuple[object, ...]) -> Because:
    if name == "wrong_kind":
        return because(f"misfit.{name}", a=_kinds(parts["a"]), b=_kinds(parts["b"]))
    if name == "out_of_bounds":
        return because(f"misfit.{name}", a=_kinds(parts["a"]), b=parts["b"])
    if choices and name in ("unknown_key", "unknown_value"):
        return because(
            f"misfit.{name}.choices", choices=text(", ".join(map(str, choices))), **parts
        )
    return because(f"misfit.{name}", **parts)


def _kinds(names: str) -> Said:
    """Msgspec's kinds, such as `decimal | null`, as people call them."""
    return Said("either", tuple(of("json_kind", name) for name in names.split(" | ")))
