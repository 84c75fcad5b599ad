"""A trial told on the screen: what would be recorded, what it comes to, what would then wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from application.commands.trial import trial
from application.questions.trial_shown import outcome_told, trial_shown
from command_line.terminal import REFUSED, Terminal

if TYPE_CHECKING:
    from application.commands.request import Request
    from application.running.system import System


def tell_trial(spoken: Terminal, system: System, request: Request) -> None:
    """Try a request and say what came of it; exit code 1 where it would be refused."""
    tried = trial(system, request)
    shown = trial_shown(system, tried, spoken.language, spoken.names)
    if spoken.as_json:
        spoken.json(shown)
    if tried.refusals:
        _say(spoken, "trial.refused")
        spoken.refused(tried.refusals)
        raise typer.Exit(REFUSED)
    _say(spoken, "trial.repeated" if tried.receipt else "trial.done")
    _tell_events(spoken, shown["events"])
    if shown["outcome"]:
        _say(spoken, "trial.outcome", outcome=outcome_told(shown["outcome"], spoken.language))
    if shown["due_on"]:
        _say(
            spoken,
            "trial.late" if tried.late else "trial.due",
            due_on=spoken.value(tried.due_on, "date"),
        )
    spoken.note(tried.warnings)
    for key, values in {
        str(told): told for told in map(partial(_task, spoken), tried.tasks)
    }.values():
        _say(spoken, key, **values)


def _tell_events(spoken: Terminal, events: list[dict[str, Any]]) -> None:
    for event in events:
        said = event["sentence"] or spoken.value(event["event"], "event")
        _say(spoken, "trial.event", event=said.rstrip("."))


def _task(spoken: Terminal, task: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """What is said of a task: the same is said once, whichever role it waits for."""
    what = spoken.value(task["commands"], "verb")
    who = spoken.value(task["organs"], "organ") or spoken.value(
        task["role"], "role", spoken.names_within(task)
    )
    key = "trial.task_due" if task["due_on"] else "trial.task"
    return key, {"who": who, "what": what, "due_on": spoken.value(task["due_on"], "date")}


def _say(spoken: Terminal, key: str, **values: str) -> None:
    spoken.say(key, **values)
