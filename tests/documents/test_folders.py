"""A folder is written as a whole or not at all."""

import pytest

from documents import folders
from documents.folders import write_folder
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
def test_an_interruption_just_before_the_end_leaves_what_was_there(tmp_path, monkeypatch, error):
    folder = tmp_path / "out"
    write_folder(folder, FILES)

    def interrupted(_made, _folder):
        raise error

    monkeypatch.setattr(folders, "_take_the_place", interrupted)
    with pytest.raises(RefusedError if error is OSError else error):
        write_folder(folder, each(NEW))
    assert there(folder) == CONTENTS
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_if_the_new_folder_cannot_take_the_place_the_old_one_comes_back(tmp_path):
    folder, made = tmp_path / "out", tmp_path / "made"
    write_folder(folder, FILES)
    with pytest.raises(OSError, match="made"):
        folders._take_the_place(made, folder)
    assert there(folder) == CONTENTS
