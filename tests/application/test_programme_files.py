"""Programme files: the real ones have no faults; broken copies are refused, each at its line."""

import pytest

from application.programme_files import MAX_BYTES, check_file, load
from domain.case.guards import GUARDS
from domain.case.names import GUARD_NAMES
from tests.support.world import PROGRAMMES

SOUND = sorted(PROGRAMMES.glob("*.yaml"))
BREAKS = {
    "points_that_do_not_sum": ("kon-tum", "max: {assumed: 40, default: D-02}", "max: {assumed: 41, default: D-02}"),
    "no_mark": (
        "kon-tum",
        "pass: &pass {rule: total, mark: {assumed: 80, default: D-01}}",
        "pass: &pass {rule: total}",
    ),
    "a_gap_between_bands": ("son-la", 'range: {assumed: "[80, 90)"', 'range: {assumed: "[82, 90)"'),
    "an_unreadable_threshold": ("cam-giang", '">= 90"', '"ít nhất 90"'),
    "an_unknown_guard": ("kon-tum", "guards: [sheet_complete]", "guards: [sheet_is_fine]"),
    "an_unknown_role": ("kon-tum", "      by: pilot_chooser\n", "      by: pilot_boss\n"),
    "an_unknown_command": ("kon-tum", "    - step: explain\n", "    - step: excuse\n"),
    "an_unreachable_stage": ("kon-tum", "      to: explained\n", "      to: under_reexamination\n"),
    "a_step_nobody_may_take": ("kon-tum", "      by: asked\n", "      by: []\n"),
    "a_hole_in_time": (
        "kon-tum",
        "        until: 2025-06-30\n        clause: KT-AUT-1",
        "        until: 2025-05-31\n        clause: KT-AUT-1",
    ),
    "an_unknown_document": ("kon-tum", "document: DOC-REPORT", "document: DOC-REPORTS"),
    "an_unknown_default": ("kon-tum", "{assumed: 80, default: D-01}", "{assumed: 80, default: D-99}"),
    "a_criterion_twice": ("kon-tum", "            id: I.2\n", "            id: I.1\n"),
    "a_wrong_key": ("kon-tum", "cadence: {every: year", "cadence: {evry: year"),
    "a_wrong_value": ("kon-tum", "explanation_days: {assumed: 15", "explanation_days: {assumed: mười lăm"),
    "a_missing_section": ("kon-tum", "titles:\n", "titels:\n"),
    "a_bypassed_stage": (
        "kon-tum",
        "        from: consulted\n        to: recognised\n",
        "        from: appraised\n        to: recognised\n",
    ),
    "a_vote_share_above_one": ("son-la", "majority: {assumed: 1/2", "majority: {assumed: 3/2"),
    "a_deadline_that_is_not_there": ("kon-tum", "      deadline: year_end\n", "      deadline: year_and\n"),
    "a_title_that_is_not_there": ("kon-tum", "    title: four_good_cell\n", "    title: four_good_call\n"),
    "a_step_that_never_succeeds": ("cam-giang", "    - step: claim-level\n", "    - step: recall-reward\n"),
    "a_key_twice": ("kon-tum", "code: kon-tum\n", "code: kon-tum\ncode: kon-tum\n"),
    "no_yaml": ("kon-tum", "code: kon-tum\n", "code: [kon-tum\n"),
}  # fmt: skip
STEP = 2
"""A missing part of a step is told where the step begins."""
ELSEWHERE = {
    "points_that_do_not_sum", "a_gap_between_bands", "an_unreachable_stage", "a_hole_in_time",
    "a_missing_section", "no_yaml", "a_bypassed_stage",
}  # fmt: skip
"""Faults told at what holds the broken line: a list that leaves a gap, a goal that can be bypassed."""


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_shipped_file_has_no_faults(path):
    assert check_file(path) == []


@pytest.mark.parametrize("kind", BREAKS)
def test_a_broken_copy_is_refused_at_its_line(kind, tmp_path):
    name, old, new = BREAKS[kind]
    text = (PROGRAMMES / f"{name}.yaml").read_text(encoding="utf-8")
    assert old in text, kind
    before = text[: text.index(old)].count("\n") + 1
    copy = tmp_path / f"{name}.yaml"
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")

    found = check_file(copy)

    assert found, kind
    lines = [fault.line for fault in found]
    if kind in ELSEWHERE:
        assert min(lines) >= 1
    else:
        changed = range(before - STEP, before + max(old.count("\n"), 1) + 1)
        assert any(line in changed for line in lines), (lines, before)
    for fault in found:
        assert fault.vi
        assert fault.en


@pytest.mark.parametrize(
    ("kind", "anchor"),
    [
        ("points_that_do_not_sum", "    groups:\n"),
        ("a_gap_between_bands", "    bands:"),
        ("an_unreachable_stage", "  explained:"),
        ("a_hole_in_time", "  decider:\n"),
        ("a_bypassed_stage", "  base_unit:\n"),
    ],
)
def test_a_fault_of_a_whole_is_told_where_the_whole_begins(kind, anchor, tmp_path):
    name, old, new = BREAKS[kind]
    text = (PROGRAMMES / f"{name}.yaml").read_text(encoding="utf-8").replace(old, new, 1)
    copy = tmp_path / f"{name}.yaml"
    copy.write_text(text, encoding="utf-8")
    begins = text[: text.index(anchor)].count("\n") + 1

    near = [fault.line for fault in check_file(copy) if 0 <= fault.line - begins <= 60]

    assert near, ([fault.line for fault in check_file(copy)], begins)


def test_what_is_too_large_too_deep_or_a_bomb_is_refused_plainly(tmp_path):
    path = tmp_path / "x.yaml"
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(22)
    )
    for text in ("x: " + "y" * MAX_BYTES, "[" * 200 + "]" * 200, bomb):
        path.write_text(text)
        [fault] = check_file(path)
        assert fault.line >= 1


def test_on_stays_a_key_and_dates_are_dates(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("on: 2024-05-07\nno: yes\ntrue: false\n")

    tree, lines = load(path)

    assert (str(tree["on"]), tree["no"]) == ("2024-05-07", "yes")
    assert lines.of(("no", "deeper")) == 2


def test_a_file_that_is_no_programme_says_what_is_missing(tmp_path):
    path = tmp_path / "x.yaml"
    for text in ("", "- 1\n", "code: x\n", "text\n"):
        path.write_text(text)
        assert check_file(path)


def test_every_guard_that_a_file_may_name_has_a_rule():
    assert set(GUARD_NAMES) == set(GUARDS)
