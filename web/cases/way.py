"""The way of a case: the stages it has been at with their days, and where it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from web.spoken import Spoken


class Stop(NamedTuple):
    """A stage: its words, since when, who brought the case there; `state` is `past` or `now`."""

    words: str
    on: str
    who: str
    state: str


def way_of(history: list[dict[str, Any]], spoken: Spoken) -> list[Stop]:
    """Each move of the case, in order; going back to a stage is a stop of its own."""
    stops = [
        Stop(
            spoken.value(change["new"], "stage"),
            spoken.value(entry["effective_on"], "date"),
            spoken.value(entry["organ"], "organ"),
            "past",
        )
        for entry in history
        for change in entry["changes"]
        if change["field"] == "stage" and change["new"] != "new"
    ]
    if stops:
        stops[-1] = stops[-1]._replace(state="now")
    return stops
