"""“Allowed”, the tasks and what a command then does agree: for cases of the samples at every stage they come to.

A trial stands for the command: tests/application/test_trial.py proves for every line of every sample that it
says what the command does.
"""

from collections import Counter, defaultdict
from datetime import timedelta
from zlib import crc32

import pytest

from application.commands.request import Request
from application.commands.trial import trial
from application.intake import scenario
from application.questions.steps_open import steps_allowed
from application.running.world import newest_world
from domain.authority.acting import acting_authority
from domain.case.choices import CHOICES
from domain.case.decide import question, situate
from projections.cases import task_list as waiting
from tests.application.test_trial import SCENARIOS, YEAR_END, _opened
from tests.support.right_data import RIGHT, Asked

OFTEN = 6
"""Every so many lines about a case, the case is looked at."""
STRANGERS = 2
"""How many of twenty persons are asked about a command who may act for none of its organs."""
WHO = {"no_mandate", "no_recording_mandate", "organ_missing", "organ_not_competent"}
BEFORE_TYPING = {
    *WHO, "round_not_open", "case_suspended", "case_not_suspended", "cooling_down",
    "date_in_future", "date_before_opening", "date_before_last_step", "not_at_this_stage",
    "not_on_pilot_list", "pilot_round", "registration_over", "plan_missing", "commitment_missing",
    "no_sheet", "no_aggregate", "vote_missing", "vote_lost", "hop_missing",
    "consultation_not_closed", "appraiser_assessed", "input_not_final", "not_standing",
    "no_finding", "inquiry_runs", "nothing_decided",
}  # fmt: skip
"""What nothing typed can mend: where a command is allowed, none of them speaks against it."""
DEPENDING_ON_WHO = {"of_position", "body", "revoked"}


class Looking:
    """Plays a scenario and looks at the cases from time to time."""

    def __init__(self, lines):
        self.data = defaultdict(list)
        for line in lines:
            if line.subject and line.expect == "done":
                self.data[line.do].insert(0, (line.subject, line.data))
        self.lines = self.looked_at = 0
        self.counts = Counter()

    def __call__(self, system, request):
        done = self.handle(system, request)
        if done.stream.startswith("case:"):
            self.lines += 1
            if self.lines % OFTEN == 1:
                self.look(system, done.stream, request.at + timedelta(days=1))
        return done

    def look(self, system, stream, at):
        world = newest_world(system, at)
        case, on = world.case(stream), world.today
        self.looked_at += 1
        tasks = _tasks(system, case, on)
        for person in self.persons(system):
            for allowed in steps_allowed(case, person, "", on, world):
                if not allowed.organs and not self.is_asked(person, allowed.command):
                    continue
                self.compare(system, case, person, allowed, at)
                self.compare_with_tasks(allowed, person, tasks, world)

    def persons(self, system):
        rows = (row for batch in system.ledger.read() for row in batch)
        return [
            row.stream.removeprefix("person:") for row in rows if row.topic == "person-registered"
        ]

    def is_asked(self, person, command):
        """A few of those who may not, other ones each time."""
        return crc32(f"{person} {command} {self.looked_at}".encode()) % 20 < STRANGERS

    def compare(self, system, case, person, allowed, at):
        tried = [
            trial(system, _request(case, person, allowed, data, at))
            for data in self.right_data(system, case, allowed, at)
        ]
        tried = [each for each in tried if not _unreadable(each)]
        told = f"{case.stream} at {case.stage}: {person} {allowed}"
        if allowed.reasons:
            self.compare_refused(allowed, tried, told)
        elif any(not each.refusals for each in tried):
            self.counts["done"] += 1
        else:
            self.compare_depending(allowed, tried, told)

    def compare_refused(self, allowed, tried, told):
        reasons = {reason.code for reason in allowed.reasons} - {"nothing_to_name"}
        for each in tried:
            codes = {reason.code for reason in each.refusals}
            assert codes, told
            assert reasons <= codes, (told, codes)
            self.counts["refused"] += 1

    def compare_depending(self, allowed, tried, told):
        """Nothing tried was right: what spoke against it is what was typed."""
        by_typing = WHO if DEPENDING_ON_WHO & {*allowed.depends_on} else set()
        for each in tried:
            codes = {reason.code for reason in each.refusals}
            assert not codes & (BEFORE_TYPING - by_typing), (told, codes)
            self.counts[
                "depends" if allowed.depends_on else f"typed wrongly: {allowed.command}"
            ] += 1

    def compare_with_tasks(self, allowed, person, tasks, world):
        """Who holds an organ that a task waits for is not told that it is not theirs."""
        for task in tasks:
            if allowed.command not in task["commands"]:
                continue
            held = [o for o in task["organs"] if _holds(person, o, world, allowed.command)]
            if held:
                codes = {reason.code for reason in allowed.reasons}
                assert not codes & WHO, (allowed, task)
                assert codes or {*held} & {*allowed.organs}, (allowed, task)
                self.counts["task"] += 1

    def right_data(self, system, case, allowed, at):
        """Data of the scenario's own lines, those of this subject first; else made up from the case."""
        named = self.data[allowed.command]
        own = [data for subject, data in named if subject == case.subject]
        others = [data for subject, data in named if subject != case.subject]
        made = _made_up(system, case, allowed, at)
        typed = [] if allowed.command in CHOICES else [*own[:2], *others[:1]]
        return [*made[:4], *typed] or [{}]


def _tasks(system, case, on):
    with system.ledger.connection() as connection:
        found = waiting.tasks(connection, on)
    return [task for task in found if f"case:{task['case']}" == case.stream]


def _holds(person, organ, world, verb):
    return acting_authority(person, organ, world.today, verb, world) is not None


def _request(case, person, allowed, data, at):
    return Request(
        verb=allowed.command, actor=person, reason="r", command_id=f"try-{person}", data=data,
        target=case.stream, organ=next(iter(allowed.organs), ""), at=at,
    )  # fmt: skip


def _unreadable(tried):
    return any(reason.code == "payload_unreadable" for reason in tried.refusals)


def _made_up(system, case, allowed, at):
    world = newest_world(system, at)
    situation = situate(case, question(case, world.today, world), world).asking(allowed.command)
    make = RIGHT.get(allowed.command)
    return make(Asked(situation, allowed.organs)) if make else []


@pytest.mark.parametrize(
    "paths", [*([path] for path in SCENARIOS), YEAR_END], ids=lambda paths: paths[0].parent.name
)
def test_allowed_tasks_and_what_is_done_agree(sqlite_url, monkeypatch, paths):
    system = _opened(sqlite_url())
    looking = Looking(
        scenario.read_line(text) for path in paths for text in path.read_text("utf-8").splitlines()
    )
    looking.handle = scenario.handle
    monkeypatch.setattr(scenario, "handle", looking)

    told = [line for path in paths for line in scenario.play(system, [path])]

    assert [line for line in told if not line.as_expected] == []
    assert min(looking.counts[name] for name in ("done", "refused", "task")) > 5, looking.counts
    assert [name for name in looking.counts if name.startswith("typed wrongly")] == []
    system.close()
