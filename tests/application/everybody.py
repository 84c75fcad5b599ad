"""Asks everybody about every command on a case: what they are told beforehand, and what it then comes to."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import Any, NamedTuple

from application.commands.request import Request
from application.commands.trial import trial
from application.questions.forms import fields_of
from application.questions.steps_open import steps_allowed
from application.running.world import newest_world
from domain.authority.acting import acting_authority
from domain.case.choices import CHOICES
from domain.case.decide import question, situate
from domain.catalogue import VERBS
from projections.cases import task_list
from tests.support.right_data import NOTHING, RIGHT, Asked
from words.sentences import of

WHO = {"no_mandate", "no_recording_mandate", "organ_missing", "organ_not_competent"}
BEFORE_TYPING = {
    *WHO, "round_not_open", "case_suspended", "case_not_suspended", "cooling_down",
    "date_in_future", "date_before_opening", "date_before_last_step", "not_at_this_stage",
    "not_on_pilot_list", "pilot_round", "registration_over", "plan_missing", "commitment_missing",
    "no_sheet", "no_aggregate", "vote_missing", "vote_lost", "hop_missing",
    "consultation_not_closed", "appraiser_assessed", "input_not_final", "not_standing",
    "no_finding", "inquiry_runs", "consultation_runs", "nothing_decided",
}  # fmt: skip
"""What nothing typed can mend: where a command is allowed, none of them speaks against it."""
UNREAD = {"payload_unreadable", "unit_unknown", "unit_unknown_nearest", "organ_to_be_named"}
"""Why data are not read: nothing else is asked of them."""
DATES = {"date_in_future", "date_before_opening", "date_before_last_step"}
"""What speaks against a date; in a correction that is what was typed, not the day of the request."""
DEPENDING_ON_WHO = {"of_position", "body", "revoked"}


class Told(NamedTuple):
    """What a person is told about a command on a case, and requests with data that are right as far as can be."""

    person: str
    allowed: Any
    requests: list[Request]

    @property
    def about(self):
        return f"{self.requests[0].target}: {self.person} {self.allowed}"


class Everybody:
    """Everybody of a log that a scenario is played into."""

    def __init__(self, lines):
        self.typed = defaultdict(list)
        for line in lines:
            if line.subject and line.expect == "done":
                self.typed[line.do].insert(0, (line.subject, line.data))
        self.counts = Counter()

    def told(self, system, case, at):
        """What each person is told about each command of the stage."""
        world = newest_world(system, at)
        situation = situate(case, question(case, world.today, world), world)
        made = {}
        for person in persons(system):
            for allowed in steps_allowed(case, person, "", world.today, world):
                key = allowed.command, *allowed.organs
                if key not in made:
                    made[key] = self.right_data(situation.asking(allowed.command), allowed.organs)
                requests = [_request(case, person, allowed, data, at) for data in made[key]]
                yield Told(person, allowed, requests)

    def right_data(self, situation, organs):
        """Made up from the case; else what the samples typed, for this subject first."""
        verb, subject = situation.verb, situation.case.subject
        make = RIGHT.get(verb)
        made = make(Asked(situation, organs))[:4] if make else []
        if verb in CHOICES:
            return made or [NOTHING.get(verb, {})]
        own = [data for about, data in self.typed[verb] if about == subject]
        others = [data for about, data in self.typed[verb] if about != subject]
        return [*made, *own[:2], *others[:1]] or [{}]

    def look(self, system, stream, at):
        """What everybody is told of a case agrees with a trial, with the tasks, with the forms."""
        world = newest_world(system, at)
        case, tasks = world.case(stream), tasks_of(system, stream, world.today)
        forms = Forms(situate(case, question(case, world.today, world), world))
        for told in self.told(system, case, at):
            forms.agree(told.allowed)
            if told.allowed.reasons:
                self.refused(system, told)
            else:
                self.open(system, told, forms)
            self.agree_with_tasks(told, tasks, world)

    def refused(self, system, told):
        """Each reason stands against the command, with the first data that can be read."""
        reasons = {reason.code for reason in told.allowed.reasons} - {"nothing_to_name"}
        tried = next(filter(_readable, (trial(system, each) for each in told.requests)), None)
        if tried is None:
            self.counts[f"unreadable {told.allowed.command}"] += 1
            return
        codes = {reason.code for reason in tried.refusals}
        assert codes, told.about
        assert reasons <= codes, (told.about, codes)
        self.counts["refused"] += 1

    def open(self, system, told, forms):
        """It is done with right data; what speaks against other data is what was typed."""
        tried = [(each, trial(system, each)) for each in told.requests]
        done = [request for request, each in tried if not each.refusals]
        for request in done:
            forms.offer(told.allowed.command, request.data)
        if done:
            self.counts["done"] += 1
            return
        by_typing = WHO if DEPENDING_ON_WHO & {*told.allowed.depends_on} else set()
        by_typing = by_typing | (DATES if told.allowed.command == "correct" else set())
        for _, each in tried:
            codes = {reason.code for reason in each.refusals}
            assert not codes & (BEFORE_TYPING - by_typing), (told.about, codes)
        assert told.allowed.depends_on, told.about
        self.counts[f"depends {told.allowed.command} {told.allowed.depends_on}"] += 1

    def agree_with_tasks(self, told, tasks, world):
        """Who holds an organ that a task waits for is not told that it is not theirs."""
        allowed = told.allowed
        for task in tasks:
            if allowed.command not in task["commands"]:
                continue
            held = [o for o in task["organs"] if _holds(told.person, o, world, allowed.command)]
            if held:
                codes = {reason.code for reason in allowed.reasons}
                assert not codes & WHO, (allowed, task)
                assert codes or {*held} & {*allowed.organs}, (allowed, task)
                self.counts["task"] += 1


class Forms:
    """The forms of a case: what can be chosen there is what can be done."""

    def __init__(self, situation):
        self.situation, self._forms = situation, {}

    def chosen(self, verb):
        """The fields in which one of the things of this case is chosen, with what there is."""
        if verb not in self._forms:
            fields = fields_of(VERBS[verb], self.situation.asking(verb))
            self._forms[verb] = {each.name: each for each in fields}
        return self._forms[verb]

    def agree(self, allowed):
        """Where there is nothing to name, nothing is offered; where a command is open, something is."""
        if allowed.command not in NAMED:
            return
        field = self.chosen(allowed.command)[NAMED[allowed.command]]
        if any(reason.code == "nothing_to_name" for reason in allowed.reasons):
            assert not field.choices, allowed
        if not allowed.reasons:
            assert field.choices, allowed

    def offer(self, verb, data):
        """What was done could be chosen in the form."""
        for name, value in data.items():
            field = self.chosen(verb)[name]
            if field.choices and not field.many and not field.keyed_by:
                assert any(_is_meant(value, choice) for choice in field.choices), (
                    verb,
                    name,
                    value,
                )


def _is_meant(value, choice):
    """A choice by its value, or as people call it: an organ without the unit that it is of."""
    return value == choice.value or of(choice.said, "vi").startswith(str(value))


NAMED = {
    "withdraw-evidence": "evidence",
    "answer-petition": "petition",
    "restore-recognition": "petition",
    "review-dependent": "revoked",
    "correct": "of_position",
    "issue-certificate": "reward",
    "recall-reward": "reward",
}
"""By command, the field that names something of the case."""


def persons(system):
    rows = (row for batch in system.ledger.read(topics=("person-registered",)) for row in batch)
    return [row.stream.removeprefix("person:") for row in rows]


def tasks_of(system, stream, on):
    with system.ledger.connection() as connection:
        tasks = task_list.tasks(connection, on)
    return [task for task in tasks if f"case:{task['case']}" == stream]


def after(request):
    """The day after a request."""
    return request.at + timedelta(days=1)


def _holds(person, organ, world, verb):
    return acting_authority(person, organ, world.today, verb, world) is not None


def _request(case, person, allowed, data, at):
    return Request(
        verb=allowed.command, actor=person, reason="r", command_id=f"try-{person}", data=data,
        target=case.stream, organ=next(iter(allowed.organs), ""), at=at,
    )  # fmt: skip


def _readable(tried):
    return all(reason.code not in UNREAD for reason in tried.refusals)
