"""The next round of a programme, filled in from its last: the newest rules, the period that follows, its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from application.questions.organisation import round_data
from domain.periods import year_of
from domain.refusal import RefusedError
from web.lists.listing import Link
from words.values import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from application.questions.round_list import RoundRow
    from web.asked import Asked


def newest(rows: Iterable[RoundRow]) -> list[RoundRow]:
    """Of each programme the round of its latest year, whenever each was opened."""
    found: dict[str, RoundRow] = {}
    for row in rows:
        known = found.get(row.programme)
        if known is None or year_of(row.period) >= year_of(known.period):
            found[row.programme] = row
    return list(found.values())


def next_round(asked: Asked, last: RoundRow) -> Link | None:
    """To the form; None where what would follow is no period, or is opened already."""
    year = year_of(last.period)
    period = last.period.replace(str(year), str(year + 1), 1)
    try:
        data = round_data(asked.system, last.programme, period, None)
    except RefusedError:
        return None
    closing = day(data["closing_on"], asked.language)
    given = {f"data.{name}": value for name, value in {**data, "closing_on": closing}.items()}
    programme = asked.spoken.value(last.programme, "programme")
    words = asked.spoken.words("web.open_next_round", programme=programme, period=period)
    return Link(words, f"/do/open-round?{urlencode(given)}")
