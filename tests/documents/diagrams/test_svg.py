"""The drawing as a file: well formed, self-contained, told in words, the same every time."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from documents.diagrams.svg import svg
from tests.workflow.lending import lending, tree
from tests.workflow.strategies import definitions

SPACE = "{http://www.w3.org/2000/svg}"


def drawn(definition=None, lang="vi", **more):
    text = svg(definition or lending(), lang, **more)
    return ET.fromstring(text)  # noqa: S314 -- we wrote it ourselves a line above


def texts(root):
    return [text.text for text in root.iter(f"{SPACE}text")]


@settings(max_examples=40, deadline=None)
@given(definitions())
def test_it_is_always_well_formed(definition):
    assert drawn(definition).tag == f"{SPACE}svg"


def test_title_and_description_come_first():
    root = drawn(lang="en")
    assert [child.tag for child in root[:2]] == [f"{SPACE}title", f"{SPACE}desc"]
    assert root[0].text == "lending"
    assert "Asked for → Lent: Lend." in root[1].text
    assert root.get("role") == "img"


def test_a_title_of_its_own_may_be_given():
    assert drawn(title="Cho mượn & trả")[0].text == "Cho mượn & trả"


@pytest.mark.parametrize(("lang", "words"), [("vi", "Đang cho mượn"), ("en", "Lent")])
def test_it_speaks_the_language_asked_for(lang, words):
    root = drawn(lang=lang)
    assert words in texts(root)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang


def test_every_label_of_the_lending_is_written_on_it():
    assert sorted(texts(drawn(lang="en"))) == sorted(
        [
            *("Start", "Asked for", "Lent", "Overdue", "Returned", "Refused", "Lost"),
            *("At any stage", "· Note", "· Renew"),
            *("Hỏi mượn", "Lend", "refuse", "recall", "extend"),
            *("give_back", "give_back", "report_loss", "report_loss"),
        ]
    )


def test_it_needs_nothing_from_elsewhere_and_runs_nothing():
    allowed = {f"{SPACE}{tag}" for tag in ("svg", "title", "desc", "rect", "path", "text")}
    root = drawn()
    assert {element.tag for element in root.iter()} == allowed
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not any(name.endswith("href") or name.startswith("on") for name in attributes)
    assert not attributes & {"id", "class", "style"}


def test_it_is_the_same_to_the_byte_every_time():
    assert svg(lending()) == svg(lending())


def test_words_cannot_break_out_of_the_drawing():
    stages = {**tree()["stages"], "lost": {"vi": "</text><script>", "en": "Lost"}}
    assert "</text><script>" in texts(drawn(lending(stages=stages)))


def test_start_resting_and_any_stage_look_different():
    fills = [rect.get("fill") for rect in drawn().iter(f"{SPACE}rect")]
    assert {"#1f3a5f", "#f3f6fa", "#e6f2e8", "#fbfaf5"} <= set(fills)


def test_an_arrow_that_leads_back_is_dashed():
    lines = [path for path in drawn().iter(f"{SPACE}path") if path.get("fill") == "none"]
    assert [line.get("stroke-dasharray") for line in lines].count("6 3") == 1
