"""What a command would do, as the check before it is sent shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.trial_shown import outcome_told, trial_shown

if TYPE_CHECKING:
    from application.commands.trial import Trial
    from application.running.system import System
    from web.spoken import Spoken


def foreseen(system: System, tried: Trial, spoken: Spoken) -> dict[str, Any]:
    """What a command would do: what is recorded, what it comes to, when it is due, who is next, warnings."""
    shown = trial_shown(system, tried, spoken.language, spoken.names)
    return {
        "events": [
            each["sentence"] or spoken.value(each["event"], "event") for each in shown["events"]
        ],
        "outcome": outcome_told(shown["outcome"], spoken.language) if shown["outcome"] else "",
        "due_on": spoken.value(tried.due_on, "date"),
        "late": tried.late,
        "tasks": list(dict.fromkeys(_task(each, spoken) for each in tried.tasks)),
        "warnings": [spoken.reason(each) for each in tried.warnings],
    }


def _task(task: dict[str, Any], spoken: Spoken) -> str:
    own = spoken.within(task)
    who = own.value(task["organs"], "organ") or own.value(task["role"], "role")
    key = "trial.task_due" if task["due_on"] else "trial.task"
    return own.words(
        key,
        who=who,
        what=own.value(task["commands"], "verb"),
        due_on=own.value(task["due_on"], "date"),
    )
