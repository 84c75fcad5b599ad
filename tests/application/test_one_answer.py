"""“Allowed”, the tasks, the forms and what a command then does agree, whoever asks.

Covered: every case of every sample after every line about it and after the last line of its scenario; every person
of the log; every command of the stage. A trial stands for the command: tests/application/test_trial.py proves for
every line of every sample that it says what the command does, tests/application/test_done_as_allowed.py for what is
open or refused where the samples end.
"""

import pytest

from application.intake import scenario
from tests.application.everybody import Everybody, after
from tests.application.test_trial import SCENARIOS, YEAR_END, _opened


class Looking:
    """Looks at a case whenever something was done with it."""

    def __init__(self, everybody):
        self.everybody, self.handle = everybody, scenario.handle
        self.cases, self.at = {}, None

    def __call__(self, system, request):
        done = self.handle(system, request)
        self.at = after(request)
        if done.stream.startswith("case:"):
            self.cases[done.stream] = None
            self.everybody.look(system, done.stream, self.at)
        return done


@pytest.mark.parametrize(
    "paths", [*([path] for path in SCENARIOS), YEAR_END], ids=lambda paths: paths[0].parent.name
)
def test_allowed_tasks_forms_and_what_is_done_agree(sqlite_url, monkeypatch, paths):
    system = _opened(sqlite_url())
    everybody = Everybody(line for path in paths for line in scenario.lines_of(path))
    looking = Looking(everybody)
    monkeypatch.setattr(scenario, "handle", looking)

    told = [line for path in paths for line in scenario.play(system, [path])]
    for stream in looking.cases:
        everybody.look(system, stream, looking.at)

    counts = everybody.counts
    assert [line for line in told if not line.as_expected] == []
    assert min(counts[name] for name in ("done", "refused", "task")) > 5, counts
    system.close()
