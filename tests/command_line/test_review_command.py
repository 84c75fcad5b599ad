"""`bontot review`: on the screen, as JSON, into a folder; two reviews compared; what it refuses."""

import json
import signal

import pytest

REVIEW_KEYS = [
    "year", "programme", "period", "as_of", "position", "root", "recorded_at", "simulated", "tables",
]  # fmt: skip


def test_the_review_has_the_keys_it_promises_on_the_screen_and_in_the_folder(year, tmp_path):
    out = tmp_path / "review"
    printed = year("review", "2024", "--json", "--as-of", "01/06/2026", "--out", out).stdout
    found = json.loads(printed)

    assert list(found) == REVIEW_KEYS
    assert (found["as_of"], found["simulated"]) == ("2026-06-01", True)
    assert (out / "review.json").read_text(encoding="utf-8") == printed
    names = {each.name for each in out.iterdir()}
    assert names >= {"review.xlsx", "review.json", *(f"{name}.csv" for name in found["tables"])}


def test_the_review_written_again_is_the_same_to_the_byte(year, tmp_path):
    last = json.loads(year("status", "--json").stdout)["position"]
    for name in ("one", "two"):
        year("review", "2024", "--known-at", last, "--out", tmp_path / name)
    files = [{f.name: f.read_bytes() for f in (tmp_path / n).iterdir()} for n in ("one", "two")]

    assert files[0] == files[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2023",), "2023"),
        (("2024", "--as-of", "2020-01-01"), "01/01/2020"),
        (("2024", "--known-at", "9999"), "9999"),
        (("2024", "--period", "2023"), "2023"),
        (("2024", "--against", "9999"), "9999"),
        (("2024", "--against-year", "1999"), "1999"),
    ],
)
def test_a_review_without_an_answer_is_one_sentence_and_nothing_is_written(
    year, tmp_path, words, said
):
    done = year("review", *words, "--out", tmp_path / "out", code=1)

    assert said in done.stderr
    assert done.stderr.strip().count("\n") == 0
    assert not (tmp_path / "out").exists()


def test_a_review_as_of_what_is_no_day_is_a_wrong_use_and_nothing_is_written(year, tmp_path):
    done = year("review", "2024", "--as-of", "hôm qua", "--out", tmp_path / "out", code=2)

    assert "hôm qua" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_review_replaces_a_review_and_nothing_else(year, tmp_path):
    out = tmp_path / "kết quả"
    for _ in range(2):
        year("review", "2024", "--out", out)
    before = {each.name: each.read_bytes() for each in out.iterdir()}

    last = json.loads(year("status", "--json").stdout)["position"]
    for words in (("review", "2024", "--against", last), ("demo",)):
        refused = year(*words, "--out", out, code=1).stderr
        assert f"--out '{tmp_path}/kết quả-2'" in refused
    assert {each.name: each.read_bytes() for each in out.iterdir()} == before


def test_a_folder_that_cannot_take_the_review_is_left_as_it_was(year, tmp_path):
    (tmp_path / "file").write_text("mine")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine")

    for place in ("file", "taken", "file/below"):
        done = year("review", "2024", "--out", tmp_path / place, code=1)
        assert done.stderr.strip().count("\n") == 0
    assert (tmp_path / "file").read_text() == "mine"
    assert [each.name for each in taken.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.usefixtures("year")
def test_a_review_that_is_ended_in_the_middle_leaves_nothing_half_written(
    slow_review, tmp_path, number
):
    [made] = tmp_path.glob(".bontot-*")
    assert (made / "new" / "review.xlsx").exists()
    slow_review.send_signal(number)
    assert slow_review.wait(timeout=30) == 128 + number
    assert list(tmp_path.glob("*out*")) == []
    assert list(tmp_path.glob(".*")) == []


def test_then_and_now_are_compared_with_the_events_between(year, tmp_path):
    last = json.loads(year("status", "--json").stdout)["position"]
    asked = ("review", "2024", "--known-at", last - 1, "--against", last)
    found = json.loads(year(*asked, "--json", "--out", tmp_path / "cmp").stdout)

    assert list(found) == ["before", "after", "tables"]
    [standing] = [row for row in found["tables"]["recognitions"] if row["figure"] == "standing"]
    [cause] = standing["because"]
    assert (standing["before"], standing["after"], cause["position"]) == (True, False, last)
    assert list(cause) == ["stream", "position", "on", "who", "sentence", "reason"]
    assert cause["reason"] == "lý do: revoke"
    assert {each.name for each in (tmp_path / "cmp").iterdir()} == {
        ".bontot", "review-comparison.xlsx", "review-comparison.json",
    }  # fmt: skip
    assert "lý do: revoke" in year(*asked).stdout
    assert "Nothing differs" in year(*asked[:3], last, "--against", last, "--lang", "en").stdout
