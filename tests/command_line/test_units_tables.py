"""`units template` and `units import`: a file that is made, filled in, looked at, answered, imported."""

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from command_line.main import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BONTOT_DATABASE", f"sqlite:///{tmp_path / 'log.db'}")

    def run(*arguments):
        done = CliRunner().invoke(app, [*map(str, arguments)])
        return done.exit_code, done.stdout, done.stderr

    assert run("init", "--by", "quan-tri")[0] == 0
    return run


def filled(tmp_path, *rows):
    path = tmp_path / "mau.xlsx"
    book = load_workbook(path)
    for number, row in enumerate(rows, 2):
        for at, text in enumerate(row, 1):
            book.worksheets[0].cell(number, at, text)
    book.save(path)
    return path


def test_a_template_is_filled_in_looked_at_and_imported(run, tmp_path):
    assert run("units", "template", "mau.xlsx")[0] == 0
    path = filled(tmp_path, ("001", "Chi bộ A", "Chi bộ cơ sở"))

    code, out, _ = run("units", "import", path, "--by", "quan-tri", "--preview")
    assert code == 0
    assert all(word in out for word in ("001", "Chi bộ A", "chưa ghi gì"))
    assert run("units", "import", path, "--by", "quan-tri", "--answer", "tra-loi.xlsx")[0] == 0
    assert load_workbook(tmp_path / "tra-loi.xlsx").active["B2"].value == "Đã nhập."


def test_a_wrong_cell_is_told_and_marked_and_nothing_is_imported(run, tmp_path):
    run("units", "template", "mau.xlsx")
    path = filled(tmp_path, (1.5, "Chi bộ A", "Chi bộ cơ sở"))

    code, _, err = run("units", "import", path, "--by", "quan-tri", "--answer", "tra-loi.xlsx")
    assert code == 1
    assert all(word in err for word in ("Dòng 2", "A2", "Không nhập dòng nào"))
    assert "A2" in load_workbook(tmp_path / "tra-loi.xlsx").active["B2"].value
    assert "001" not in run("units", "list", "--json")[1]


@pytest.mark.parametrize(
    "asked", [("template",), ("import", "mau.xlsx", "--by", "quan-tri", "--answer")]
)
def test_a_file_that_is_there_is_never_replaced(run, tmp_path, asked):
    run("units", "template", "mau.xlsx")
    filled(tmp_path, ("001", "Chi bộ A", "Chi bộ cơ sở"))
    (tmp_path / "other.xlsx").write_text("of somebody", encoding="utf-8")

    code, _, err = run("units", *asked, "other.xlsx")
    assert code == 1
    assert "other.xlsx" in err
    assert (tmp_path / "other.xlsx").read_text(encoding="utf-8") == "of somebody"
    assert "001" not in run("units", "list", "--json")[1]


def test_an_answer_that_cannot_be_written_is_told_before_anything_is_imported(run, tmp_path):
    run("units", "template", "mau.xlsx")
    path = filled(tmp_path, ("001", "Chi bộ A", "Chi bộ cơ sở"))

    assert run("units", "import", path, "--by", "quan-tri", "--answer", "khong-co/x.xlsx")[0] != 0
    assert "001" not in run("units", "list", "--json")[1]
