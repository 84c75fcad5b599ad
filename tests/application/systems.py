"""A simulated log with a small year in it."""

from __future__ import annotations

from datetime import datetime

from application.bootstrap import initialise
from application.intake.scenario import play
from application.running.system import HERE
from tests.support import small_year
from words.sentences import sentence

OPENED_AT = datetime(2023, 12, 1, 8, tzinfo=HERE)


def a_system(url):
    return initialise(url, by="quan-tri", simulated=True, at=OPENED_AT)


def played(system, path, *parts):
    """Play lines; answer the lines that went otherwise, as text."""
    told = list(play(system, [small_year.write(path, *parts)]))
    return [
        f"{line.number} {line.line and line.line.do}: "
        + "; ".join(sentence(reason, "en") for reason in line.refusals)
        for line in told
        if not line.as_expected
    ]
