"""A simulated log with a small year in it."""

from __future__ import annotations

from datetime import datetime

from application.commands.opening import initialise
from application.intake.scenario import play
from application.running.system import HERE
from command_line.demonstration import samples
from tests.support import small_year
from words.sentences import sentence

OPENED_AT = datetime(2023, 12, 1, 8, tzinfo=HERE)


def a_system(url):
    return initialise(url, by="quan-tri", simulated=True, at=OPENED_AT)


def scenario_of(code):
    """The sample year of a programme."""
    [path] = [path for path in samples() if path.parent.name == code]
    return path


def a_sample(url, code):
    """A log in which the sample year of a programme has happened."""
    system = a_system(url)
    for _ in play(system, [scenario_of(code)]):
        pass
    return system


def played(system, path, *parts):
    """Play lines; answer the lines that went otherwise, as text."""
    told = list(play(system, [small_year.write(path, *parts)]))
    return [
        f"{line.number} {line.line and line.line.do}: "
        + "; ".join(sentence(reason, "en") for reason in line.refusals)
        for line in told
        if not line.as_expected
    ]
