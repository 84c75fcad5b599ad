"""A folder is written as a whole or not at all."""

from pathlib import Path

import pytest

from documents.whole_folder import write_folder
from domain.refusals import RefusedError


def each(contents):
    return {
        name: lambda path, content=content: path.write_bytes(content)
        for name, content in contents.items()
    }


CONTENTS = {"a.json": b"{}", "b.csv": b"x"}
FILES = each(CONTENTS)
NEW = {"a.json": b"new", "b.csv": b"new"}


def there(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def refused(folder, files=FILES):
    with pytest.raises(RefusedError) as error:
        write_folder(folder, files)
    [reason] = error.value.refusals
    return reason.code


def test_a_new_folder_below_others_that_are_not_there_yet(tmp_path):
    write_folder(tmp_path / "x" / "y", FILES)
    assert there(tmp_path / "x" / "y") == CONTENTS
    assert [each.name for each in (tmp_path / "x").iterdir()] == ["y"]


def test_an_empty_folder_and_one_of_the_same_names_are_replaced(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    write_folder(folder, FILES)
    write_folder(folder, each(NEW))
    assert there(folder) == NEW
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_it_tells_how_many_files_are_done_before_each(tmp_path):
    told = []
    write_folder(tmp_path / "out", FILES, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    assert refused(tmp_path) == "folder_has_other_things"
    assert there(tmp_path) == {"thesis.docx": b"mine"}


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    assert refused(tmp_path / "out") == "folder_is_a_file"
    assert refused(tmp_path / "out" / "below") == "folder_unwritable"
    assert there(tmp_path) == {"out": b"mine"}


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    folder = tmp_path / "out"
    assert refused(folder, each({"a.json": b"{}", "no/such/place": b""})) == "folder_unwritable"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
@pytest.mark.parametrize("moves", range(5))
def test_an_interruption_between_two_moves_brings_back_what_was_there(
    tmp_path, monkeypatch, error, moves
):
    write_folder(tmp_path, FILES)
    rename, left = Path.rename, [moves]

    def interrupted(self, target):
        left[0] -= 1
        if left[0] == -1:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    if moves == 4:
        write_folder(tmp_path, each(NEW))
        assert there(tmp_path) == NEW
        return
    with pytest.raises(RefusedError if error is OSError else error):
        write_folder(tmp_path, each(NEW))
    assert there(tmp_path) == CONTENTS


def test_a_folder_that_is_there_stays_the_same_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    for contents in (CONTENTS, NEW):
        write_folder(Path(), each(contents))
        assert there(Path()) == contents
    assert tmp_path.stat().st_ino == before


def test_what_was_left_by_a_program_that_was_killed_is_in_nobodys_way(tmp_path):
    (tmp_path / ".bontot-0").mkdir()
    write_folder(tmp_path, FILES)
    assert {each.name for each in tmp_path.iterdir()} == {".bontot-0", *CONTENTS}
