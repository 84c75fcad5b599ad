"""The command line as a person uses it: what it prints, what it refuses, its exit codes."""

import json

import pytest

from tests.command_line.conftest import SIMULATED


def test_the_list_of_cases_has_the_keys_it_promises(year):
    [case] = json.loads(year("cases", "list", "--json").stdout)

    assert list(case) == [
        "case", "programme", "programme_version", "subject", "unit", "unit_name", "period",
        "subject_kind", "stage", "outcome", "claimed", "waiting_for", "since", "due_on", "late",
    ]  # fmt: skip


def test_the_history_has_the_keys_it_promises(year):
    [case] = json.loads(year("cases", "list", "--json").stdout)
    history = json.loads(year("cases", "history", case["case"], "--json").stdout)

    assert {tuple(entry) for entry in history} == {
        ("position", "recorded_at", "effective_on", "event", "actor", "signed_by", "organ",
         "authority", "delegated_by", "reason", "changes", "sentence", "corrected", "rests_on")
    }  # fmt: skip


def test_the_register_has_the_keys_it_promises(year):
    [entry] = json.loads(year("register", "--json").stdout)

    assert list(entry) == [
        "case", "subject", "title", "period", "decision_number", "decided_on", "effective_on",
        "decided_by", "standing", "revoked_on", "revocation_effect",
    ]  # fmt: skip


def test_what_people_read_is_vietnamese_unless_english_is_asked_for(year):
    assert "Số quyết định" in year("register").stdout
    assert "Decision" in year("register", "--lang", "en").stdout
    assert "SIMULATED" in year("register").stdout


def test_every_question_answers(year):
    [case] = json.loads(year("cases", "list", "--json").stdout)
    for words in (
        ("status",), ("tasks",), ("refusals",), ("review", "2024"), ("units", "list"),
        ("units", "show", "CB", "--on", "05/12/2024"), ("rounds", "list"), ("programmes", "list"),
        ("programmes", "show", "kon-tum"), ("cases", "show", case["case"]),
        ("cases", "blame", case["case"]), ("cases", "history", case["case"]),
        ("cases", "allowed", case["case"], "--by", "DB-party_committee"), ("verify",), ("rebuild",),
        ("programmes", "diagram", "kon-tum", "subordinate_cell", "--format", "svg"),
    ):  # fmt: skip
        assert year(*words).stdout


def test_known_at_a_position_gives_what_was_known(year):
    last = json.loads(year("status", "--json").stdout)["position"]
    now, before = (
        json.loads(year("register", "--known-at", position, "--json").stdout)
        for position in (last, last - 1)
    )

    assert ([now[0]["standing"]], [before[0]["standing"]]) == ([False], [True])
    assert "999" in year("register", "--known-at", "9999", code=1).stderr


def test_a_register_known_earlier_says_that_a_recognition_on_it_stands_no_more(year):
    """Revoked as if it had never been made, it does not stand on an earlier day as known today: its row says so."""
    last = json.loads(year("status", "--json").stdout)["position"]
    told = "Có 1 công nhận còn giá trị trong danh sách này nhưng nay không còn"

    assert told in year("register", "--known-at", last - 1).stderr
    assert told in year("register", "--known-at", last - 1, "--as-of", "2025-06-01").stderr
    assert told not in year("register", "--as-of", "2025-06-01").stderr
    assert told not in year("register").stderr
    assert told not in year("register", "--known-at", last).stderr


def test_a_scenario_line_that_goes_otherwise_is_told_with_its_number_and_reasons(run, tmp_path):
    run("init", "--by", "quan-tri", *SIMULATED)
    bad = tmp_path / "bad.jsonl"
    bad.write_text(
        '{"do": "declare-holidays", "by": "quan-tri", "reason": "r", "data": {"year": 2024, "days": []}}\n'
        "not json\n"
        '{"do": "rename-unit", "by": "quan-tri", "unit": "KHONG-CO", "reason": "r", "data": {"name": "n"}}\n'
        '{"do": "declare-holidays", "by": "quan-tri", "reason": "r", "data": {"year": 2025, "days": []}}\n'
    )

    done = run("play", bad, "--json", code=1)

    assert [line["line"] for line in json.loads(done.stdout)["otherwise"]] == [2, 3]
    assert json.loads(done.stdout)["done"] == 2
    assert "KHONG-CO" in done.stderr
    assert json.loads(run("status", "--json").stdout)["position"] == 5


def test_a_units_file_with_a_wrong_row_imports_nothing(run, tmp_path):
    run("init", "--by", "quan-tri", *SIMULATED)
    table = tmp_path / "units.csv"
    table.write_text(
        "mã;tên;loại;cấp trên\nA;Đơn vị A;BASE_COMMITTEE;\n;B;BASE_CELL;A\nC;C;BASE_CELL;X\n"
    )

    done = run("units", "import", table, "--by", "quan-tri", code=1)

    assert "Dòng 3" in done.stderr
    assert "Dòng 4" in done.stderr
    assert json.loads(run("units", "list", "--json").stdout) == []


def test_names_are_shown_as_they_are_written(run, tmp_path):
    run("init", "--by", "quan-tri", *SIMULATED)
    table = tmp_path / "units.csv"
    table.write_text("mã;tên;loại;cấp trên\nA;Chi bộ [khu 1] [/b] :warning:;BASE_COMMITTEE;\n")
    run("units", "import", table, "--by", "quan-tri")

    assert "Chi bộ [khu 1] [/b] :warning:" in run("units", "list").stdout
    assert "[/b] :x:" in run("units", "show", "[/b] :x:", code=1).stderr


def test_units_come_in_from_excel_once(run, tmp_path):
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    run("init", "--by", "quan-tri", *SIMULATED)
    book = Workbook()
    book.active.append(["Mã", "Tên", "Loại", "Cấp trên", "Cơ quan", "Từ ngày"])
    book.active.append(
        ["A", "Đơn vị A", "BASE_COMMITTEE", "", "party_committee; committee_office", "01/02/2020"]
    )
    book.active.append(["B", "Chi bộ B", "SUBORDINATE_CELL", "A", "cell", ""])
    book.save(tmp_path / "units.xlsx")

    first = run("units", "import", tmp_path / "units.xlsx", "--by", "quan-tri", "--json")
    again = run("units", "import", tmp_path / "units.xlsx", "--by", "quan-tri", "--json")

    assert [json.loads(done.stdout)["imported"] for done in (first, again)] == [2, 0]
    shown = json.loads(run("units", "show", "A", "--on", "2020-02-01", "--json").stdout)
    assert (shown["exists"], shown["organs"]) == (True, ["committee_office", "party_committee"])


@pytest.mark.parametrize(
    ("content", "name", "reasons"),
    [
        ("", "a.csv", 1),
        ("x;y\n1;2\n", "a.csv", 2),
        ("no workbook", "a.xlsx", 1),
        ("\udcff", "a.csv", 1),
    ],
)
def test_what_is_no_table_of_units_is_refused(run, tmp_path, content, name, reasons):
    run("init", "--by", "quan-tri", *SIMULATED)
    (tmp_path / name).write_bytes(content.encode("utf-8", "surrogateescape"))

    told = run("units", "import", tmp_path / name, "--by", "quan-tri", code=1).stderr
    assert told.count("✗") == reasons


def test_a_database_that_is_not_there_not_ours_or_unreachable_is_one_sentence(run, tmp_path):
    foreign = tmp_path / "foreign.sqlite"
    foreign.write_bytes(b"not a database at all" * 100)
    for url in (
        f"sqlite:///{tmp_path}/none.sqlite", f"sqlite:///{foreign}", "mysql://x/y",
        "postgresql://nobody@127.0.0.1:1/none",
    ):  # fmt: skip
        done = run("cases", "list", database=url, code=1)
        assert (done.stdout, len(done.stderr.strip().splitlines())) == ("", 1), url
    assert foreign.read_bytes() == b"not a database at all" * 100


def test_a_log_is_opened_once(run):
    run("init", "--by", "quan-tri")

    assert run("init", "--by", "quan-tri", code=1).stderr


def test_a_missing_file_is_one_sentence(run):
    run("init", "--by", "quan-tri")

    assert "none.jsonl" in run("play", "none.jsonl", code=1).stderr
    assert "none.yaml" in run("programmes", "check", "none.yaml", code=1).stderr


def test_wrong_use_is_exit_two(run):
    run("init", "--by", "quan-tri")

    assert run("cases", "show", code=2).stderr
    assert run("do", "withdraw", "x", "--by", "a", "--reason", "r", "--data", "{", code=2).stderr
    assert run("units", "show", "A", "--on", "mai", code=2).stderr


def test_an_unknown_command_name_is_refused_in_a_sentence(run):
    run("init", "--by", "quan-tri")

    done = run("do", "no-such", "x", "--by", "quan-tri", "--reason", "r", code=1)

    assert "no-such" in done.stderr


def test_a_misspelt_command_name_is_refused_with_the_nearest_as_it_is_typed(run):
    run("init", "--by", "quan-tri")

    done = run("do", "claim-levl", "x", "--by", "quan-tri", "--reason", "r", code=1)
    called = run("forms", "tu nhan muc", code=1)

    assert "claim-level (" in done.stderr
    assert "claim-level (Tự nhận mức" in called.stderr


def test_a_command_sent_twice_is_done_once(year):
    words = ("do", "declare-holidays", "--by", "quan-tri", "--reason", "r", "--command-id", "id-1",
             "--data", '{"year": 2027, "days": []}', "--json")  # fmt: skip
    first, again = json.loads(year(*words).stdout), json.loads(year(*words).stdout)

    assert (first["position"], first["repeated"]) == (again["position"], False)
    assert again["repeated"] is True
    other = (*words[:-2], '{"year": 2028, "days": []}', "--json")
    assert "id-1" in year(*other, code=1).stderr
