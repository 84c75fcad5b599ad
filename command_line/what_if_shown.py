"""A simulation on the screen: what would change, and why; marked as one from its first line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.what_if import CHANGED, LACKING, turned

if TYPE_CHECKING:
    from command_line.terminal import Terminal


def tell(spoken: Terminal, found: dict[str, Any]) -> None:
    """Counts, the cases that would turn with their reasons, those that cannot be said."""
    counts = found["counts"]
    spoken.say(
        "cli.what_if_head",
    )
    spoken.say(
        "cli.what_if_counts",
        cases=counts["cases"],
        passed=counts["passed"],
        would_pass=counts["would_pass"],
        changed=counts["changed"],
        lacking=counts["lacking"],
    )
    spoken.answer(CHANGED, [{**row, "why": turned(row)} for row in found["changed"]])
    if found["lacking"]:
        spoken.answer(LACKING, found["lacking"])


def tell_simulated(spoken: Terminal, row: dict[str, Any]) -> None:
    """One case under other rules: what it comes to, and why that differs."""
    spoken.say("cli.what_if_rules")
    spoken.answer(CHANGED, [{**row, "why": turned(row)}])
    if row["lacking"]:
        spoken.answer(LACKING, [row])
