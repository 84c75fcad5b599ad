"""A file that is there already is never replaced, and that is told before the work for it is begun."""

import pytest

from documents.files.whole_file import keep_file, refuse_place
from domain.refusal import RefusedError


def test_a_file_is_kept_once_and_never_replaced(tmp_path):
    keep_file(tmp_path / "a.xlsx", b"first")
    with pytest.raises(RefusedError) as refused:
        keep_file(tmp_path / "a.xlsx", b"first")

    assert [each.code for each in refused.value.refusals] == ["file_is_there"]
    assert (tmp_path / "a.xlsx").read_bytes() == b"first"


def test_a_place_is_refused_where_a_file_is_or_no_folder(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"of somebody")
    with pytest.raises(RefusedError) as refused:
        refuse_place(tmp_path / "a.xlsx")
    assert [each.code for each in refused.value.refusals] == ["file_is_there"]
    with pytest.raises(FileNotFoundError):
        refuse_place(tmp_path / "none" / "a.xlsx")

    refuse_place(tmp_path / "b.xlsx")
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]
