"""What a killed run left of a folder is put back and cleared by the next; a file is replaced by whom it belongs to."""

import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from documents.files.folder_contents import MARK
from documents.files.whole_file import replace_file
from documents.files.whole_folder import whole_folder
from domain.refusal import RefusedError
from tests.documents.files.test_whole_folder import CONTENTS, FILES, NEW, there, write


def killed_at(folder, moves, contents):
    """Write into a folder in another process, which is killed before a move."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.killed_folder", folder, str(moves), *contents],
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize("moves", range(6))
def test_what_a_killed_run_left_half_moved_is_old_or_new_and_cleared_by_the_next(tmp_path, moves):
    write(tmp_path, FILES, "killed")
    assert killed_at(tmp_path, moves, NEW) == -signal.SIGKILL
    assert any(each.name.startswith(".bontot-") for each in tmp_path.iterdir())

    with whole_folder(tmp_path, "killed") as made:
        assert {name: (tmp_path / name).read_bytes() for name in CONTENTS} == CONTENTS
        assert {MARK, *CONTENTS} == {n.name for n in tmp_path.iterdir() if n != made.parent}
        (made / "a.json").write_bytes(b"third")

    assert {each.name for each in tmp_path.iterdir()} == {MARK, "a.json"}


def test_what_a_killed_run_left_beside_a_new_folder_is_cleared_by_the_next(tmp_path):
    folder = tmp_path / "out"
    assert killed_at(folder, 0, NEW) == -signal.SIGKILL
    assert [each.name.startswith(".bontot-") for each in tmp_path.iterdir()] == [True]

    write(folder)

    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_another_run_is_writing_is_not_touched(tmp_path):
    with whole_folder(tmp_path / "one", "test") as first:
        write(tmp_path / "two")
        (first / "a.json").write_bytes(b"{}")

    assert there(tmp_path / "one") == {"a.json": b"{}"}


def test_a_hidden_folder_that_only_is_called_so_is_nobodys_leftover(tmp_path):
    (tmp_path / ".bontot-mine").mkdir()
    (tmp_path / ".bontot-mine" / "lock").write_text("mine")
    (tmp_path / ".bontot-link").symlink_to(tmp_path / ".bontot-mine")

    write(tmp_path / "out")

    assert (tmp_path / ".bontot-mine" / "lock").read_text() == "mine"


@pytest.mark.parametrize("to", ["../theirs", "/theirs", "out/../../theirs"])
def test_moves_that_lead_elsewhere_are_not_taken_back(tmp_path, to):
    folder = tmp_path / "here"
    write(folder, FILES, "killed")
    killed_at(folder, 1, NEW)
    [aside] = folder.glob(".bontot-*")
    (tmp_path / "theirs").write_text("mine")
    (aside / "moves").write_text(f'[["a.json", "{to}"]]')

    with suppress(RefusedError):
        write(folder, FILES, "killed")

    assert (tmp_path / "theirs").read_text() == "mine"


def test_a_file_of_somebody_else_is_not_replaced_and_one_of_ours_is(tmp_path):
    page = tmp_path / "page.md"
    for content in (b"drawn: 1", b"drawn: 2"):
        replace_file(page, content, lambda was: was.startswith(b"drawn"))
        assert page.read_bytes() == content
    page.write_bytes(b"mine")

    with pytest.raises(RefusedError) as error:
        replace_file(page, b"drawn: 3", lambda was: was.startswith(b"drawn"))

    assert [reason.code for reason in error.value.refusals] == ["file_is_anothers"]
    assert there(tmp_path) == {"page.md": b"mine"}
