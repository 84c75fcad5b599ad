"""What a revocation would touch, on the page on which it is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.cases import stream_named
from application.questions.revocation_preview import COLUMNS, preview
from domain.refusal import RefusedError

if TYPE_CHECKING:
    from web.acts.giving import Giving


class TouchedRow(NamedTuple):
    cells: tuple[str, ...]
    address: str


class RevocationShown(NamedTuple):
    """Every outcome that relied on the recognition, in a table; the row of years; targets of the round."""

    titles: tuple[str, ...]
    rows: tuple[TouchedRow, ...]
    streak: str
    targets: tuple[str, ...]


def revocation_shown(giving: Giving) -> RevocationShown | None:
    """The consequences of a revocation; None for any other command."""
    if giving.verb != "revoke" or not giving.case:
        return None
    spoken = giving.spoken
    try:
        found = preview(
            giving.asked.system,
            stream_named(giving.case),
            language=giving.asked.language,
            names=spoken.names,
        )
    except RefusedError:
        return None
    return RevocationShown(
        titles=tuple(spoken.titles(COLUMNS)),
        rows=tuple(
            TouchedRow(tuple(spoken.cells(each, COLUMNS)), _address(each.stream))
            for each in found["touched"]
        ),
        streak=spoken.words("web.revocation.streak", **found["streak"]),
        targets=tuple(
            spoken.words(
                "web.revocation.target",
                target=each[giving.asked.language],
                was=each["was"],
                would_be=each["would_be"],
            )
            for each in found["targets"]
        ),
    )


def _address(stream: str) -> str:
    kind, _, name = stream.partition(":")
    return f"/cases/{name}" if kind == "case" else ""
