"""Programme files: the real ones have no faults; broken copies are refused, each at its line."""

import sys
import time

import pytest

from application.intake.programme_files import MAX_BYTES, UnreadableFileError, check_file, load
from application.intake.programme_yaml import MAX_DEPTH, MAX_NODES
from domain.case.guard_names import GUARD_NAMES
from domain.case.guards import GUARDS
from tests.application.broken import BREAKS
from tests.support.world import PROGRAMMES
from words.sentences import sentence

ROOT = PROGRAMMES.parent
SIXTH = ROOT / "tests" / "programmes" / "sixth.yaml"
SOUND = [*sorted(PROGRAMMES.glob("*.yaml")), SIXTH]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_file_has_no_faults(path):
    assert check_file(path) == []


@pytest.mark.parametrize("kind", BREAKS)
def test_a_broken_copy_is_refused_at_its_line(kind, tmp_path):
    broken = BREAKS[kind]
    text = (ROOT / broken.file).read_text(encoding="utf-8")
    assert broken.old in text
    place = text.index(broken.old)
    text = text.replace(broken.old, broken.new, 1)
    copy = tmp_path / "copy.yaml"
    copy.write_text(text, encoding="utf-8")

    found = check_file(copy)

    places = [once(text, each) for each in broken.told] or [place]
    assert sorted({fault.line for fault in found}) == sorted(line_at(text, at) for at in places)
    assert {fault.file for fault in found} == {copy}
    assert all(sentence(fault.why, "vi").endswith((".", "?).")) for fault in found)
    assert all(sentence(fault.why, "en").endswith((".", "?).")) for fault in found)


def once(text, part):
    assert text.count(part) == 1, part
    return text.index(part)


def line_at(text, place):
    return text[:place].count("\n") + 1


def refused(path, content):
    """The line and the English sentence of the one fault of an unreadable file."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    [fault] = check_file(path)
    with pytest.raises(UnreadableFileError) as error:
        load(path)
    assert error.value.fault == fault
    return fault.line, sentence(fault.why, "en")


def doubling(first, again):
    lines = [first, *(again.format(at=at, before=at - 1) for at in range(1, 40))]
    return "".join(lines)


LISTS = doubling("a0: &a0 [x, x]\n", "a{at}: &a{at} [*a{before}, *a{before}]\n")
MAPS = doubling("a0: &a0 {{x: 1}}\n".format(), "a{at}: &a{at} {{x: *a{before}, y: *a{before}}}\n")
MERGES = doubling("a0: &a0 {{x: 1}}\n".format(), "a{at}: &a{at} {{<<: [*a{before}, *a{before}]}}\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("x: " + "y" * MAX_BYTES, "at most 300 KB", id="large"),
        pytest.param("[" * 100_000, "Too many levels", id="deep_list"),
        pytest.param("{a: " * 50_000, "Too many levels", id="deep_mapping"),
        pytest.param(LISTS, "Repeated parts", id="bomb_of_lists"),
        pytest.param(MAPS, "Repeated parts", id="bomb_of_mappings"),
        pytest.param(MERGES, "Repeated parts", id="bomb_of_merges"),
        pytest.param("a: &a [*a]\n", "Repeated parts", id="list_in_itself"),
        pytest.param("a: &a {b: *a}\n", "Repeated parts", id="mapping_in_itself"),
        pytest.param("a: &a {<<: *a}\n", "Repeated parts", id="merge_of_itself"),
        pytest.param("a: &a {b: 1}\nc: {<<: *a}\n", "“<<” is not used", id="merge"),
        pytest.param("? [a, b]\n: 1\n", "A key is a word", id="list_as_key"),
        pytest.param("a: !!binary aGVsbG8=\n", "Type tags", id="binary"),
        pytest.param(b"a: \xff\xfe\n", "Save the file as UTF-8", id="no_utf8"),
        pytest.param(b"a: \x00\n", "Save the file as UTF-8", id="zero_byte"),
        pytest.param("a: 1\n---\nb: 2\n", "one programme a file", id="two_documents"),
        pytest.param("a: 2024-13-45\n", "does not exist", id="no_date"),
        pytest.param("a: " + "9" * 5000, "does not exist", id="endless_number"),
        pytest.param('a: "open\n', "Close it", id="open_quote"),
        pytest.param("a:\n  b: 1\n c: 2\n", "Line it up", id="indentation"),
        pytest.param("a: b: c\n", "A colon where there may be none", id="two_colons"),
        pytest.param("a: 1\nb\nc: 2\n", "A colon is missing", id="no_colon"),
        pytest.param("a: %b\n", "Nothing may begin with “%”", id="sign"),
        pytest.param('a: "b\\c"\n', "Use single ones", id="escape"),
        pytest.param("a: & b\n", "no valid YAML", id="anything_else"),
    ],
)
def test_what_is_no_usable_yaml_is_refused_plainly_and_at_once(content, words, tmp_path):
    begun = time.process_time()
    _, sentence = refused(tmp_path / "x.yaml", content)
    assert words in sentence
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\nb: 2024-13-45\n", 2),
        ("a: 1\nb: {c: 1,\n  c: 2}\n", 3),
        (b"a: 1\nb: 2\nc: \xff\n", 3),
        ("a: 1\nb: *c\n", 2),
        ("a: 1\n" + "b: " + "[" * 100, 2),
    ],
    ids=["date", "twice", "character", "alias", "depth"],
)
def test_what_is_no_usable_yaml_is_told_at_its_line(content, line, tmp_path):
    assert refused(tmp_path / "x.yaml", content)[0] == line


def test_every_name_that_stands_twice_or_is_none_is_told_in_one_run(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("a: 1\na: 2\nb: {c: 1, c: 2}\n? [d]\n: 1\ne: [{f: 1, f: 1}]\n")
    assert [(fault.line, fault.why.key) for fault in check_file(path)] == [
        (2, "yaml.twice"), (3, "yaml.twice"), (4, "yaml.key"), (6, "yaml.twice"),
    ]  # fmt: skip


def test_a_text_that_is_cut_at_a_comma_is_told_as_that_and_not_as_an_unknown_key(tmp_path):
    whole = (PROGRAMMES / "kon-tum.yaml").read_text()
    path = tmp_path / "kon-tum.yaml"
    once(whole, 'vi: "Đạt, được công nhận"')
    path.write_text(whole.replace('vi: "Đạt, được công nhận"', "vi: Đạt, được công nhận"))
    [fault] = [each for each in check_file(path) if "comma" in sentence(each.why, "en")]
    assert "“được công nhận”" in sentence(fault.why, "en")
    assert "được công nhận, en" in path.read_text().splitlines()[fault.line - 1]


def test_no_english_of_a_library_is_passed_on(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("a: & b\n")
    [fault] = check_file(path)
    assert "expected alphabetic" not in sentence(fault.why, "vi")


def test_a_file_at_the_bounds_is_read(tmp_path):
    path = tmp_path / "x.yaml"
    depth = MAX_DEPTH - 2
    path.write_text(f"a: {'[' * depth}{']' * depth}\n".ljust(MAX_BYTES, "#"))
    assert load(path)[0].keys() == {"a"}
    assert sys.getrecursionlimit() > MAX_DEPTH * 10
    path.write_text("a: [" + "1," * (MAX_NODES - 5) + "1]\n")
    assert len(load(path)[0]["a"]) == MAX_NODES - 4


def test_words_stay_words_and_dates_are_dates(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("on: 2024-05-07\nno: yes\na: 010\nb: 12:30\nc: .nan\nd: 1_0\ne: -7\nf: 0.5\n")

    tree, lines = load(path)

    assert str(tree.pop("on")) == "2024-05-07"
    assert tree == {
        "no": "yes", "a": "010", "b": "12:30", "c": ".nan", "d": "1_0", "e": -7, "f": 0.5,
    }  # fmt: skip
    assert lines.of(("no", "deeper")) == 2
    assert lines.of(("nowhere",)) == 1


def test_a_file_that_is_no_programme_says_what_is_missing(tmp_path):
    path = tmp_path / "x.yaml"
    for text in ("", "- 1\n", "code: x\n", "text\n"):
        path.write_text(text)
        assert check_file(path)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        check_file(tmp_path / "x.yaml")


def test_every_guard_that_a_file_may_name_has_a_rule():
    assert set(GUARD_NAMES) == set(GUARDS)
