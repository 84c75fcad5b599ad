"""What `scripts/mutation` measures, and what it says of it; the measuring itself takes minutes."""

import pytest

from scripts.mutations.areas import AREAS, NoSuchAreaError, parts
from scripts.mutations.changed import changed_functions, changed_parts
from scripts.mutations.changing import Change, changed_into
from scripts.mutations.report import Measured, is_enough, report
from scripts.mutations.running import counted
from scripts.mutations.tree import ROOT, differing, is_commit, text, text_in, tracked

BOUND = "domain/case/guards/bound.py"
FILES = [
    BOUND,
    "domain/case/guards/typed.py",
    "domain/case/may.py",
    "ledger/append.py",
    "words/kinds.py",
]


def test_without_a_word_every_area_is_measured():
    assert [part.name for part in parts([], FILES)] == list(AREAS)


def test_every_area_has_files_and_tests():
    files = tracked()

    assert [name for name, area in AREAS.items() if not any(map(area.holds, files))] == []
    asked = {tests for area in AREAS.values() for tests in area.tests}
    assert [each for each in asked if not any(file.startswith(each) for file in files)] == []


def test_files_are_measured_as_a_part_of_their_area():
    (part,) = parts(["domain/case/guards/*"], FILES)

    assert part.name == "case: domain/case/guards/*"
    assert part.area == AREAS["case"]._replace(files=(BOUND, "domain/case/guards/typed.py"))


def test_a_pattern_over_two_areas_is_two_parts():
    assert [part.area.files for part in parts(["*pe*"], FILES)] == [
        ("ledger/append.py",),
        ("domain/case/guards/typed.py",),
    ]


@pytest.mark.parametrize("word", ["cases", "words/*", "domain/case/guards"])
def test_a_word_that_names_nothing_of_an_area_is_refused(word):
    with pytest.raises(NoSuchAreaError):
        parts([word], FILES)


BEFORE = """
def kept(a):
    return a + 1

def changed(a):
    return a < 1

class Thing:
    def moved(self):
        return 2

    @property
    def read(self):
        return 3
"""


def test_a_function_with_another_code_is_changed():
    now = BEFORE.replace("a < 1", "a <= 1")

    assert changed_functions(BOUND, BEFORE, now) == ("domain.case.guards.bound.x_changed",)


def test_a_method_is_named_with_its_class():
    now = BEFORE.replace("return 2", "return 4")

    assert changed_functions("ledger/append.py", BEFORE, now) == ("ledger.append.xǁThingǁmoved",)


def test_a_comment_or_another_line_changes_no_function():
    assert changed_functions(BOUND, BEFORE, "\n\n" + BEFORE.replace("+ 1", "+ 1  # why")) == ()


def test_what_mutmut_leaves_as_it_is_counts_as_unchanged():
    assert changed_functions(BOUND, BEFORE, BEFORE.replace("return 3", "return 5")) == ()


def test_every_function_of_a_new_file_is_changed():
    assert len(changed_functions("domain/case/acts/__init__.py", "", BEFORE)) == 3
    assert changed_functions("domain/case/acts/__init__.py", "", "def new(): pass") == (
        "domain.case.acts.x_new",
    )


def test_what_changed_is_measured_at_once_where_the_tests_are_the_same():
    now = dict.fromkeys([*FILES, "domain/round/votes.py"], BEFORE) | {"domain/case/may.py": ""}

    found = changed_parts(list(now), now.__getitem__, lambda _: "")

    assert [part.area.tests for part in found] == [
        AREAS[name].tests for name in ("append", "round", "case")
    ]
    ledger, _, case = found
    assert ledger.area == AREAS["append"]
    assert case.area.files == (BOUND, "domain/case/guards/typed.py")
    assert len(case.functions) == 6


def test_a_clone_without_the_commit_has_nothing_to_compare_with():
    assert not is_commit("0" * 40)
    assert not is_commit("no-such-branch")


def test_the_newest_commit_is_compared_with_the_tree_as_it_stands():
    assert is_commit("HEAD")
    assert set(differing("HEAD")) <= set(tracked())
    assert text_in("HEAD", "no/such/file.py") == ""
    assert text("scripts/mutation").startswith("#!/bin/sh")


def test_changes_are_written_into_the_copy_and_named_with_what_they_change(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    (tmp_path / "words").mkdir()
    place = tmp_path / "words" / "days.py"
    text = "def more(a):\n    return a > 1\n\n\ndef less(a):\n    return a < 1\n"

    place.write_text(text)
    every = changed_into(tmp_path, ["words/days.py"], ())
    place.write_text(text)
    found = changed_into(tmp_path, ["words/days.py"], ["words.days.x_less"])

    assert {each.place for each in every} == {"words.days.x_more", "words.days.x_less"}
    assert {each.place for each in found} == {"words.days.x_less"}
    assert ("- return a < 1", "+ return a <= 1") in {each.diff for each in found}
    assert "x_less__mutmut_1" in place.read_text()


def test_what_is_not_told_of_a_change_is_left():
    changes = [Change("m.x_f__mutmut_1", ()), Change("m.x_f__mutmut_2", ())]

    assert counted(changes, {"m.x_f__mutmut_2": "noticed"}) == Measured(
        [(changes[1], "noticed")], left=1
    )


def tried(noticed, unnoticed):
    outcomes = ["noticed"] * noticed + ["unnoticed"] * unnoticed
    return Measured(
        [
            (Change(f"m.x_f__mutmut_{number}", ("-a < b", "+a <= b")), outcome)
            for number, outcome in enumerate(outcomes)
        ]
    )


@pytest.mark.parametrize(
    ("noticed", "unnoticed", "enough"),
    [(0, 0, True), (0, 19, True), (17, 3, False), (18, 2, True), (89, 11, False), (90, 10, True)],
)
def test_nine_in_ten_are_enough_and_of_fewer_than_twenty_nothing_is_said(
    noticed, unnoticed, enough
):
    assert is_enough(tried(noticed, unnoticed)) is enough


@pytest.mark.parametrize(
    ("outcome", "counts"),
    [("noticed", True), ("endless", True), ("unnoticed", False), ("unreached", False)],
)
def test_a_failing_test_or_an_endless_one_notices(outcome, counts):
    found = Measured([(Change("m.x_f__mutmut_1", ()), outcome)])

    assert (found.unnoticed == []) is counts


def test_a_report_gives_the_share_and_the_places():
    assert list(report("round", tried(3, 1))) == [
        "round: 3 of 4 changes were noticed (75.0%)",
        "     1 m.x_f",
    ]


def test_a_report_says_that_it_stopped_early_and_how_much_was_left():
    stopped = tried(1, 0)._replace(left=7)

    assert list(report("round", stopped))[1] == (
        "  stopped when the time was over, with 7 changes not tried"
    )


def test_a_change_is_shown_where_it_was_asked_for():
    assert list(report("round", tried(0, 1), show=True))[-3:] == [
        "       0",
        "         -a < b",
        "         +a <= b",
    ]
