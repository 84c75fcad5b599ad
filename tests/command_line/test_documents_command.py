"""`bontot documents`: which papers there are, one of them as a file that is never put over somebody's work."""

import json
import zipfile
from io import BytesIO


def test_papers_are_listed_with_what_they_need(year):
    rows = json.loads(year("documents", "list", "--json").stdout)

    by_code = {row["code"]: row for row in rows}
    assert by_code["DOC-AUDIT"] == {
        "code": "DOC-AUDIT", "name": "Trích lịch sử hồ sơ", "programmes": ["kon-tum"], "needs": [],
    }  # fmt: skip


def test_a_paper_is_named_by_its_word_or_its_code(year, tmp_path):
    told = year("documents", "make", "trích lịch sử hồ sơ", "CB", "2024").stdout
    year("documents", "make", "DOC-AUDIT", "CB", "2024", "--out", "other.docx")

    name = "trich-lich-su-ho-so-CB-2024-kon-tum.docx"
    assert f"Đã lập Trích lịch sử hồ sơ theo sổ tại vị trí 39: {name}" in told.replace("\n", "")
    assert (tmp_path / name).read_bytes() == (tmp_path / "other.docx").read_bytes()


def test_what_was_made_is_told_as_json(year):
    told = json.loads(year("documents", "make", "DOC-AUDIT", "CB", "2024", "--json").stdout)

    assert told.pop("case")
    assert told == {
        "document": "DOC-AUDIT", "file": "trich-lich-su-ho-so-CB-2024-kon-tum.docx", "position": 39,
        "format_rules": "HD-36",
    }  # fmt: skip


def test_a_paper_is_made_as_known_at_a_moment_in_the_place_of_the_one_before(year, tmp_path):
    words = ("documents", "make", "DOC-AUDIT", "CB", "2024", "--out", "a.docx")
    year(*words)
    whole = (tmp_path / "a.docx").read_bytes()

    year(*words, "--known-at", "2024-12-20")
    assert (tmp_path / "a.docx").read_bytes() != whole
    year(*words)
    assert (tmp_path / "a.docx").read_bytes() == whole


def test_a_paper_that_was_filled_in_is_left_alone(year, tmp_path):
    words = ("documents", "make", "DOC-AUDIT", "CB", "2024", "--out", "a.docx")
    year(*words)
    mine = with_a_number(tmp_path / "a.docx")

    done = year(*words, code=1)

    told = done.stderr.replace("\n", "")
    assert "a.docx không do lệnh này viết, hoặc đã được sửa từ khi viết" in told
    assert (tmp_path / "a.docx").read_bytes() == mine


def with_a_number(path):
    into = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(into, "w") as target:
        for each in source.namelist():
            target.writestr(
                each, source.read(each).replace("TRÍCH".encode(), "Số 7 TRÍCH".encode())
            )
    path.write_bytes(into.getvalue())
    return into.getvalue()


def test_a_place_where_nothing_can_be_written_is_said(year):
    done = year("documents", "make", "DOC-AUDIT", "CB", "2024", "--out", "no/such/a.docx", code=1)

    assert "no/such" in done.stderr


def test_no_paper_and_no_case_are_refused(year):
    wrong = year("documents", "make", "giấy lạ", "CB", "2024", code=1)
    none = year("documents", "make", "DOC-AUDIT", "KHONG-CO", "2024", code=1)
    not_yet = year("documents", "make", "DOC-PLAN", "CB", "2024", code=1)

    assert "giấy lạ" in wrong.stderr
    assert "KHONG-CO" in none.stderr
    assert "chưa lập được Kế hoạch triển khai" in not_yet.stderr


def test_a_file_that_is_not_called_a_word_file_is_not_written(year, tmp_path):
    done = year("documents", "make", "DOC-AUDIT", "CB", "2024", "--out", "a.pdf", code=2)

    assert "a.pdf phải kết thúc bằng .docx" in done.stderr
    assert not (tmp_path / "a.pdf").exists()
