"""A folder is written as a whole or not at all."""

from pathlib import Path

import pytest

from documents.files.folder_contents import MARK
from documents.files.whole_folder import whole_folder, write_folder
from domain.refusal import RefusedError
from words.sentences import sentence


def each(contents):
    return {
        name: lambda path, content=content: path.write_bytes(content)
        for name, content in contents.items()
    }


CONTENTS = {"a.json": b"{}", "b.csv": b"x"}
FILES = each(CONTENTS)
NEW = {"a.json": b"new", "b.csv": b"new"}


def there(folder):
    """Every file by its path, links as what they lead to; the list of the files is left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def write(folder, files=FILES, made_by="test"):
    write_folder(folder, files, made_by)


def refused(folder, files=FILES, made_by="test"):
    with pytest.raises(RefusedError) as error:
        write(folder, files, made_by)
    [reason] = error.value.refusals
    return reason.code


def test_a_new_folder_below_others_that_are_not_there_yet(tmp_path):
    write(tmp_path / "x" / "y", FILES)
    assert there(tmp_path / "x" / "y") == CONTENTS
    assert [each.name for each in (tmp_path / "x").iterdir()] == ["y"]


def test_an_empty_folder_is_used_and_one_that_it_wrote_is_replaced(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    write(folder, FILES)
    write(folder, each(NEW))
    assert there(folder) == NEW
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_it_tells_how_many_files_are_done_before_each(tmp_path):
    told = []
    write_folder(tmp_path / "out", FILES, "test", lambda done, total: told.append((done, total)))
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
@pytest.mark.parametrize("moves", range(7))
def test_an_interruption_between_two_moves_brings_back_what_was_there(
    tmp_path, monkeypatch, error, moves
):
    write(tmp_path, FILES)
    rename, left = Path.rename, [moves]

    def interrupted(self, target):
        left[0] -= 1
        if left[0] == -1:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    if moves == 6:
        write(tmp_path, each(NEW))
        assert there(tmp_path) == NEW
        return
    with pytest.raises(RefusedError if error is OSError else error):
        write(tmp_path, each(NEW))
    assert there(tmp_path) == CONTENTS


def test_a_folder_that_is_there_stays_the_same_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    for contents in (CONTENTS, NEW):
        write(Path(), each(contents))
        assert there(Path()) == contents
    assert tmp_path.stat().st_ino == before


def test_what_was_left_by_a_program_that_was_killed_is_in_nobodys_way(tmp_path):
    (tmp_path / ".bontot-0").mkdir()
    write(tmp_path, FILES)
    assert {each.name for each in tmp_path.iterdir()} == {".bontot", ".bontot-0", *CONTENTS}


NESTED = {"a.json": b"{}", "sub/deep/c.csv": b"x", "log.sqlite": b"db"}


def write_nested(folder, contents=NESTED):
    with whole_folder(folder, "test") as made:
        for name, content in contents.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(content)


def test_folders_within_it_are_replaced_too_and_none_is_left_empty(tmp_path):
    write_nested(tmp_path)
    (tmp_path / "log.sqlite-wal").write_bytes(b"left by a reader")
    write_nested(tmp_path, {"a.json": b"new", "other/d.csv": b"new"})

    assert there(tmp_path) == {"a.json": b"new", "other/d.csv": b"new"}
    assert {each.name for each in tmp_path.iterdir()} == {MARK, "a.json", "other"}


def a_note(folder):
    (folder / "sub" / "note.txt").write_bytes(b"mine")


def an_empty_folder(folder):
    (folder / "mine").mkdir()


def a_link_for_a_file(folder):
    (folder / "a.json").rename(folder.parent / "elsewhere.json")
    (folder / "a.json").symlink_to(folder.parent / "elsewhere.json")


def a_link_for_a_folder(folder):
    (folder / "sub").rename(folder.parent / "elsewhere")
    (folder / "sub").symlink_to(folder.parent / "elsewhere")


def a_folder_for_a_file(folder):
    (folder / "a.json").unlink()
    (folder / "a.json").mkdir()


def no_list(folder):
    (folder / MARK).unlink()


def a_list_of_something_else(folder):
    (folder / MARK).write_text("a.json\nlog.sqlite\nsub/deep/c.csv\n.bontot\n")


def a_link_for_the_list(folder):
    (folder / MARK).rename(folder.parent / "list")
    (folder / MARK).symlink_to(folder.parent / "list")


@pytest.mark.parametrize(
    "change",
    [
        a_note, an_empty_folder, a_link_for_a_file, a_link_for_a_folder, a_folder_for_a_file,
        no_list, a_list_of_something_else, a_link_for_the_list,
    ],
)  # fmt: skip
def test_what_somebody_else_put_there_is_neither_moved_nor_replaced(tmp_path, change):
    folder = tmp_path / "out"
    write_nested(folder)
    change(folder)
    before = {path: path.lstat() for path in tmp_path.rglob("*")}

    assert refused(folder) == "folder_has_other_things"
    assert {path: path.lstat() for path in tmp_path.rglob("*")} == before


def test_what_somebody_puts_there_meanwhile_is_left_alone_too(tmp_path):
    write_nested(tmp_path)

    assert refused(tmp_path, {"a.json": lambda _: a_note(tmp_path)}) == "folder_has_other_things"
    assert there(tmp_path) == {**NESTED, "sub/note.txt": b"mine"}


def test_one_command_replaces_nothing_of_another(tmp_path):
    write(tmp_path, FILES, "review")
    assert refused(tmp_path, FILES, "demo") == "folder_has_other_things"


def test_a_link_to_a_folder_stays_a_link_and_leads_to_the_files(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    for contents in (CONTENTS, NEW):
        write(tmp_path / "out", each(contents))

    assert (tmp_path / "out").is_symlink()
    assert there(tmp_path / "disk") == NEW


@pytest.mark.parametrize("place", ["/", "~"])
def test_the_root_and_a_home_are_left_alone(place, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mine").touch()
    assert refused(Path(place).expanduser()) == "folder_has_other_things"


def test_another_place_is_named_that_nothing_has_yet(tmp_path):
    folder = tmp_path / "my out"
    folder.mkdir()
    (folder / "mine").touch()
    (tmp_path / "my out-2").touch()
    with pytest.raises(RefusedError) as error:
        write(folder)

    assert f"--out '{tmp_path}/my out-3'" in sentence(error.value.refusals[0], "en")
