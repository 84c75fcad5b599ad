"""Names of streams and tags: text ids that say what they are."""

from __future__ import annotations

from uuid import UUID, uuid5

LOG = "log"
_CASES = UUID("5b0f6c1e-6f0a-5a50-9a3e-3d7b6f1c2a10")


def case_stream(programme: str, subject: str, period: str) -> str:
    """Name the case of a subject (`unit:…` or `member:…`) in a programme and period.

    The version of the programme has no part in it, so a second case for the same three cannot
    exist (docs/engine.md).
    """
    return f"case:{uuid5(_CASES, f'{programme}|{subject}|{period}')}"


def unit_stream(code: str) -> str:
    return f"unit:{code}"


def person_stream(person: str) -> str:
    return f"person:{person}"


def programme_stream(code: str) -> str:
    return f"programme:{code}"


def round_stream(programme: str, period: str) -> str:
    return f"round:{programme}:{period}"


def unit_year_stream(code: str, year: int) -> str:
    return f"unit-year:{code}:{year}"


def unit_year_of(stream: str) -> tuple[str, int]:
    """The unit's code and the year that a unit-year stream is named for."""
    unit, _, year = stream.removeprefix("unit-year:").rpartition(":")
    return unit, int(year)


def child_tag(parent: str) -> str:
    """Tag the units that are or were under a parent."""
    return f"child-of:{parent}"


def member_tag(unit: str) -> str:
    """Tag the persons who are or were on a unit's roll."""
    return f"member-of:{unit}"


def round_tag(programme: str, period: str) -> str:
    """Tag the cases of a round."""
    return f"case-of-round:{programme}:{period}"


def subject_tag(subject: str) -> str:
    """Tag the cases of a subject, of every programme and period."""
    return f"case-of-subject:{subject}"


def unit_case_tag(unit: str) -> str:
    """Tag the cases whose subject belongs to a unit."""
    return f"case-of-unit:{unit}"


def reliance_tag(stream: str) -> str:
    """Tag the streams that relied on a stream."""
    return f"relies-on:{stream}"


def split_organ(organ: str) -> tuple[str, str]:
    """Split `unit/organ`; raise ValueError when it has no slash."""
    unit, slash, name = organ.rpartition("/")
    if not slash:
        raise ValueError(organ)
    return unit, name
