"""A trial told on the screen: what would be recorded, what it comes to, what would then wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from application.commands.trial import trial
from application.questions.trial_shown import trial_shown
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
        _say(spoken, "trial.outcome", outcome=_outcome(spoken, shown["outcome"]))
    if shown["due_on"]:
        _say(spoken, "trial.late" if tried.late else "trial.due", due_on=spoken.shown(tried.due_on))
    for warning in shown["warnings"]:
        _say(spoken, "trial.lacks", reason=warning["sentence"])
    for key, values in {
        str(told): told for told in map(partial(_task, spoken), tried.tasks)
    }.values():
        _say(spoken, key, **values)


def _tell_events(spoken: Terminal, events: list[dict[str, Any]]) -> None:
    for event in events:
        said = event["sentence"] or (spoken.labels and spoken.labels.item(event["event"]))
        _say(spoken, "trial.event", event=str(said or event["event"]).rstrip("."))


def _outcome(spoken: Terminal, outcome: dict[str, Any]) -> str:
    key = "trial.passes" if outcome["passes"] else "trial.fails"
    passes = spoken.words(key)
    total = outcome["total"]
    return passes if total is None else f"{passes} ({spoken.shown(total)})"


def _task(spoken: Terminal, task: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """What is said of a task: the same is said once, whichever role it waits for."""
    worded = spoken.labels.shown(task) if spoken.labels else task
    what = spoken.shown(worded["commands"])
    who = spoken.shown(spoken.many("organ", task["organs"])) or worded["role"]
    key = "trial.task_due" if task["due_on"] else "trial.task"
    return key, {"who": who, "what": what, "due_on": spoken.shown(task["due_on"])}


def _say(spoken: Terminal, key: str, **values: str) -> None:
    spoken.say(key, **values)
