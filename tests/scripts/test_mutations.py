"""What `scripts/mutation` measures, and what it says of it; the measuring itself takes minutes."""

import pytest

from scripts.mutations.areas import AREAS, NoSuchAreaError, Part, parts
from scripts.mutations.changed import changed_functions, changed_parts
from scripts.mutations.report import Change, Measured, is_enough, report
from scripts.mutations.running import changes, names_of, settings
from scripts.mutations.tree import differing, is_commit, text, text_in, tracked

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
    folders = {tests for area in AREAS.values() for tests in area.tests}
    assert [each for each in folders if not any(f.startswith(f"{each}/") for f in files)] == []


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

    ledger, domain = changed_parts(list(now), now.__getitem__, lambda _: "")

    assert ledger.area == AREAS["append"]
    assert domain.area.tests == ("tests/domain",)
    assert sorted(domain.area.files) == [
        BOUND,
        "domain/case/guards/typed.py",
        "domain/round/votes.py",
    ]
    assert len(domain.functions) == 9


def test_a_clone_without_the_commit_has_nothing_to_compare_with():
    assert not is_commit("0" * 40)
    assert not is_commit("no-such-branch")


def test_the_newest_commit_is_compared_with_the_tree_as_it_stands():
    assert is_commit("HEAD")
    assert set(differing("HEAD")) <= set(tracked())
    assert text_in("HEAD", "no/such/file.py") == ""
    assert text("scripts/mutation").startswith("#!/bin/sh")


def test_mutmut_is_told_what_to_change_and_what_to_run():
    told = settings(Part("append", AREAS["append"]), ["ledger", "tests", "words"])

    assert (
        "source_paths = ['ledger']\nonly_mutate = ['ledger/append.py']\nalso_copy = ['words']"
        in told
    )
    assert "'-k=not postgres'" in told


TOLD = """    domain.round.votes.x_shares__mutmut_1: killed
    domain.round.votes.x_shares__mutmut_2: survived
    domain.round.votes.x_shares_of__mutmut_1: not checked
"""


def test_only_changes_of_the_functions_asked_for_are_counted():
    assert len(list(changes(TOLD, ()))) == 3
    assert list(changes(TOLD, ["domain.round.votes.x_shares_of"])) == [
        Change("domain.round.votes.x_shares_of__mutmut_1", "not checked")
    ]


def test_mutmut_is_given_a_name_for_its_tests_and_a_pattern_for_its_changes():
    assert names_of(["m.x_f"]) == ["m.x_f__mutmut_1", "m.x_f__mutmut_*"]


def tried(noticed, unnoticed):
    outcomes = ["killed"] * noticed + ["survived"] * unnoticed
    return [Change(f"m.x_f__mutmut_{number}", each) for number, each in enumerate(outcomes)]


@pytest.mark.parametrize(
    ("noticed", "unnoticed", "enough"),
    [(0, 0, True), (0, 19, True), (17, 3, False), (18, 2, True), (89, 11, False), (90, 10, True)],
)
def test_nine_in_ten_are_enough_and_of_fewer_than_twenty_nothing_is_said(
    noticed, unnoticed, enough
):
    assert is_enough(tried(noticed, unnoticed)) is enough


@pytest.mark.parametrize("outcome", ["survived", "no tests", "suspicious", "segfault"])
def test_only_a_failing_test_or_an_endless_one_notices(outcome):
    assert not Change("m.x_f__mutmut_1", outcome).noticed
    assert Change("m.x_f__mutmut_1", "timeout").noticed


def test_a_report_gives_the_share_and_the_places():
    assert list(report("round", Measured(tried(3, 1)))) == [
        "round: 3 of 4 changes were noticed (75.0%)",
        "     1 m.x_f",
    ]


def test_a_report_says_that_it_stopped_early_and_how_much_was_left():
    assert list(report("round", Measured(tried(1, 0), left=7, stopped=True)))[1] == (
        "  stopped when the time was over, with 7 changes not tried"
    )
    assert "with all changes" in list(report("round", Measured([], stopped=True)))[1]


def test_a_change_is_shown_where_it_was_asked_for():
    diff = "--- a.py\n+++ a.py\n@@ -1 +1 @@\n-a < b\n+a <= b"
    found = Measured(tried(0, 1), diffs={"m.x_f__mutmut_0": diff})

    assert list(report("round", found))[-4:] == [
        "       m.x_f__mutmut_0",
        "       @@ -1 +1 @@",
        "       -a < b",
        "       +a <= b",
    ]
