"""What is open where the samples end is done for real; what is refused is refused for the reasons told before.

Covered: every case of every sample, every person of its log, every command of the stage. What is open is done in a
copy of the log, one for each; what is refused leaves nothing, so that it is asked of the log itself.
"""

import shutil
from datetime import timedelta

import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.trial import trial
from application.intake import scenario
from application.running.bootstrap import open_system
from application.running.world import newest_world
from domain.events.case import CaseOpened
from domain.refusal import RefusedError
from tests.application.everybody import UNREAD, Everybody
from tests.application.systems import OPENED_AT
from tests.application.test_trial import SCENARIOS, YEAR_END


def played(url, paths):
    """Play samples into a log older than all of them; answer it and the day after the last line."""
    system = initialise(url, by="quan-tri", simulated=True, at=OPENED_AT.replace(year=2019))
    told = [line for path in paths for line in scenario.play(system, [path])]
    assert [line for line in told if not line.as_expected] == []
    at = max(each for path in paths for each in scenario.instants_of(path))
    return system, at + timedelta(days=1)


def cases(system):
    rows = (row for batch in system.ledger.read(topics=(CaseOpened.TOPIC,)) for row in batch)
    return [row.stream for row in rows]


def done_in_a_copy(original, copy, request):
    shutil.copy(original, copy)
    system = open_system(f"sqlite:///{copy}")
    before = system.ledger.head().position
    handle(system, request)
    appended = [row._replace(leaf=b"") for rows in system.ledger.read(before) for row in rows]
    system.close()
    return appended


@pytest.mark.parametrize(
    "paths", [*([path] for path in SCENARIOS), YEAR_END], ids=lambda paths: paths[0].parent.name
)
def test_what_is_open_is_done_and_what_is_refused_is_refused(tmp_path, paths):
    original, copy = tmp_path / "log.sqlite", tmp_path / "copy.sqlite"
    system, at = played(f"sqlite:///{original}", paths)
    system.close()
    system = open_system(f"sqlite:///{original}")
    everybody = Everybody(line for path in paths for line in scenario.lines_of(path))
    done, refused = [], set()

    for stream in cases(system):
        case = newest_world(system, at).case(stream)
        for told in everybody.told(system, case, at):
            if told.allowed.reasons:
                refused |= refused_for_what_was_told(system, told)
            elif right := first_right(system, told):
                request, foreseen = right
                assert done_in_a_copy(original, copy, request) == foreseen.rows
                done.append(request.verb)

    assert len(set(done)) > 2
    assert len(refused) > 2
    system.close()


def first_right(system, told):
    tried = ((request, trial(system, request)) for request in told.requests)
    return next(((request, each) for request, each in tried if not each.refusals), None)


def refused_for_what_was_told(system, told):
    codes = {reason.code for reason in told.allowed.reasons} - {"nothing_to_name"}
    with pytest.raises(RefusedError) as error:
        handle(system, told.requests[0])
    answered = {reason.code for reason in error.value.refusals}
    assert codes <= answered or answered <= UNREAD, (told.about, answered)
    return answered
