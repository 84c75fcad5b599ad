"""A simulation on the screen: what would change, and why; marked as one from its first line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from command_line.terminal import Terminal

_COLUMNS = {
    "case": ("Hồ sơ", "Case"),
    "subject": ("Đối tượng", "Subject"),
    "unit_name": ("Đơn vị", "Unit"),
    "decided": ("Đã quyết định", "Decided"),
    "outcome": ("Theo quy định khác", "Under the other rules"),
    "why": ("Vì", "Because"),
}
_LACKING = {
    "case": ("Hồ sơ", "Case"),
    "subject": ("Đối tượng", "Subject"),
    "unit_name": ("Đơn vị", "Unit"),
    "lacking": ("Thiếu dữ kiện ở", "Lacks facts at"),
}
_WORDS = {
    "met": ("đạt", "met"),
    "not_met": ("không đạt", "not met"),
    "knockout": ("bị loại trừ", "knocked out"),
    "total": ("tổng điểm", "total"),
}


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
    spoken.answer([{**row, "why": why(spoken, row)} for row in found["changed"]], _COLUMNS)
    if found["lacking"]:
        spoken.answer(found["lacking"], _LACKING)


def tell_case(spoken: Terminal, row: dict[str, Any]) -> None:
    """One case under other rules: what it comes to, and why that differs."""
    spoken.say("cli.what_if_rules")
    spoken.answer([{**row, "why": why(spoken, row)}], _COLUMNS)
    if row["lacking"]:
        spoken.answer([row], _LACKING)


def why(spoken: Terminal, row: dict[str, Any]) -> str:
    """What turned a case, in words."""
    return "; ".join(_turn(spoken, turn) for turn in row["turned"])


def _turn(spoken: Terminal, turn: dict[str, str]) -> str:
    label = spoken.word(turn["vi"], turn["en"])
    about = f"{turn['about']} {label}".strip() if label else _word(spoken, turn["about"])
    was = f"{_word(spoken, turn['was'])} → " if turn["was"] else ""
    return f"{about}: {was}{_word(spoken, turn['would_be'])}"


def _word(spoken: Terminal, code: str) -> str:
    return spoken.word(*_WORDS[code]) if code in _WORDS else code
