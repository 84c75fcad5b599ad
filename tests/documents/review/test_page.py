"""The review as a page: well formed, complete, in one language, and nothing in it runs."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from documents.review.files import review_files
from documents.review.page import page
from projections.review.tables import Review, Table
from tests.documents.made_up import review
from tests.documents.titles import Label
from tests.support.written import written
from words.catalogue import catalogue
from words.tables import Column

SPACE = "{http://www.w3.org/2000/svg}"
VIETNAMESE = re.compile(
    r"[ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]"
)
LANGUAGES = ("vi", "en")
HOSTILE = "</style></svg><script>alert('1')</script><img src=x onerror=\"x\">&amp;{{ 7 * 7 }}"


def parsed(text):
    """The page is written so that an XML reader can read it, which is the stricter one."""
    return ET.fromstring(text)  # noqa: S314 -- we wrote it ourselves


def text_of(element):
    return "".join(element.itertext())


def small(value, *, simulated=False, programme=""):
    """A review in which every text is the value."""
    columns = [
        Column(name, label=Label(value, value))
        for name in ("programme", "superior", "superior_name")
    ]
    counted = (
        "cases",
        "registered",
        "submitted",
        "passed",
        "failed",
        "withdrawn",
        "late",
        "revoked",
        "standing",
    )
    columns += [Column(name, "number", label=Label(value, value)) for name in counted]
    table = Table("counts", columns, [(value, value, value, *range(1, 10))], Label(value, value))
    made = review()
    return Review(
        2024, programme or value, value, made.as_of, 9, "ab", made.recorded_at, simulated, [table]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_stands_in_the_page_with_its_heading_and_rows(language):
    made = review()
    root = parsed(page(made, language))
    rows = {
        each.find("table/caption").get("id"): len(each.findall("table/tbody/tr"))
        for each in root.iter("div")
        if each.get("role") == "region"
    }

    assert [each.get("id") for each in root.iter("h2")][2:] == [each.name for each in made.tables]
    for table in made.tables:
        assert rows.get(f"{table.name}-caption", 0) == len(table.rows)


def test_a_chart_is_followed_by_the_table_of_its_figures():
    root = parsed(page(review(), "vi"))
    for section in root.iter("section"):
        found = [child.tag for child in section if child.tag != "p"]
        for place, tag in enumerate(found):
            assert tag != "figure" or found[place + 1] == "div"


def test_an_empty_table_says_that_there_is_nothing():
    root = parsed(page(review(), "vi"))
    (section,) = [each for each in root.iter("section") if each.get("aria-labelledby") == "quotas"]

    assert text_of(section).split("\n")[2] == "Không có dòng nào."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_review_is_the_same_bytes(language):
    assert page(review(), language) == page(review(), language)


def test_the_page_is_one_of_the_files_of_a_review():
    assert written(review_files(review(), "en"))["review.html"] == page(review(), "en").encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_fetched_and_nothing_runs(language):
    text = page(review(), language)
    root = parsed(text)
    tags = {each.tag for each in root.iter()}
    attributes = {name for each in root.iter() for name in each.attrib}
    addresses = {each.get("href") for each in root.iter("a")}

    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "base", "form"})
    assert not any(name.startswith("on") or name == "src" for name in attributes)
    assert all(address.startswith("#") for address in addresses)
    assert "@import" not in text
    patterns = {f"#{each.get('id')}" for each in root.iter(f"{SPACE}pattern")}
    assert set(re.findall(r"url\(([^)]*)\)", text)) <= patterns


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(language):
    text = page(small(HOSTILE), language)
    root = parsed(text)

    assert "<script" not in text
    assert "<img" not in text
    assert {each.tag for each in root.iter()}.isdisjoint({"script", "img"})
    assert text_of(next(root.iter("tbody"))).count(HOSTILE) >= 1


class Tags(HTMLParser):
    """Whether a browser's reader finds each end where it belongs."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, _):
        self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("made", [review(), small(HOSTILE)])
def test_a_browser_reads_the_same_tree(made):
    reader = Tags()
    reader.feed(page(made, "vi"))

    assert (reader.open, reader.wrong) == ([], [])


def test_each_id_is_there_once_and_every_reference_leads_to_one():
    root = parsed(page(review(), "vi"))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    references = [
        reference
        for each in root.iter()
        for name in ("aria-labelledby", "aria-describedby")
        for reference in (each.get(name) or "").split()
    ] + [each.get("href")[1:] for each in root.iter("a")]

    assert len(ids) == len(set(ids))
    assert set(references) <= set(ids)


def test_headings_are_in_order_and_header_cells_have_a_scope():
    root = parsed(page(review(), "vi"))
    levels = [int(each.tag[1]) for each in root.iter() if re.fullmatch(r"h[1-6]", str(each.tag))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(other - one <= 1 for one, other in pairwise(levels))
    assert all(each.get("scope") in {"col", "row"} for each in root.iter("th"))
    images = [each for each in root.iter(f"{SPACE}svg") if each.get("role")]
    assert images
    assert all(
        each.find(f"{SPACE}title").text and each.find(f"{SPACE}desc").text for each in images
    )


@pytest.mark.parametrize(
    ("language", "mark"), [("vi", "DỮ LIỆU MÔ PHỎNG"), ("en", "SIMULATED DATA")]
)
def test_a_simulated_review_says_so_and_a_real_one_does_not(language, mark):
    assert mark in text_of(parsed(page(small("x", simulated=True), language)))
    assert mark.lower() not in page(small("x"), language).lower()


def test_the_page_says_what_it_was_made_from():
    text = text_of(parsed(page(review(programme="kon-tum"), "vi")))

    for fact in ("kon-tum", "31/01/2025", "vị trí 12345", "31/01/2025 00:05", review().root):
        assert fact in text


def test_the_page_in_english_has_no_vietnamese_word_of_ours():
    assert VIETNAMESE.search(page(small("plain"), "en")) is None


def test_the_page_in_vietnamese_has_no_english_phrase_of_ours():
    text = text_of(parsed(page(review(), "vi")).find("body"))
    english = [
        text
        for key, text in catalogue("en").items()
        if key.startswith("review.") and "{" not in text and len(text) > 9
    ]

    assert [each for each in english if each in text] == []
    assert parsed(page(review(), "vi")).get("lang") == "vi"
