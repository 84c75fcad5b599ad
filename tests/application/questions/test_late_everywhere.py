"""A case is late in the year's review where the list of cases says so, and the other way round."""

from datetime import timedelta

import pytest

from application.intake import scenario
from application.questions import year as reviewing
from application.questions.cases import cases
from domain.periods import year_of
from domain.refusal import RefusedError
from tests.application.systems import OPENED_AT
from tests.application.test_trial import SCENARIOS, YEAR_END, _opened

WITH_LATE = {"kon-tum", "son-la"}
"""Samples in which something came late, or is overdue on some day."""
EVERY = 30
"""The log is looked at after so many events each time, and at its end."""


def late_in_list(system, year, **moment):
    rows = cases(system, **moment)
    return sum(row["late"] for row in rows if year_of(row["period"]) == year)


def late_in_review(system, year, **moment):
    try:
        found = reviewing.review(system, reviewing.Question(year, processes=1, **moment))
    except RefusedError:
        return 0  # no round of that year was open by then
    return sum(row["late"] for row in found.table("counts").dicts())


@pytest.mark.parametrize(
    "paths", [*([path] for path in SCENARIOS), YEAR_END], ids=lambda paths: paths[0].parent.name
)
def test_a_review_counts_the_late_cases_of_the_list(sqlite_url, paths):
    system = _opened(sqlite_url())
    for path in paths:
        list(scenario.play(system, [path]))
    years = sorted({year_of(row["period"]) for row in cases(system)})
    head = system.ledger.head().position
    days = [
        OPENED_AT.date().replace(year=year + 1, month=month) for year in years for month in (1, 6)
    ]
    moments = [{"known_at": at} for at in (*range(EVERY, head, EVERY), head)]
    moments += [{"as_of": day - timedelta(days=1)} for day in days]

    found = {
        (str(moment), year): (
            late_in_list(system, year, **moment),
            late_in_review(system, year, **moment),
        )
        for moment in moments
        for year in years
    }

    assert any(both[0] for both in found.values()) or paths[0].parent.name not in WITH_LATE
    assert {key: both for key, both in found.items() if both[0] != both[1]} == {}
    system.close()
