"""A score sheet by the pages alone: marks typed as people know them, a live total, filled in from the sheet before."""

import html
import re

import pytest

from application.questions import cases as queries
from tests.support import small_year
from tests.web.conftest import account_for

CELL, OFFICE = "CB-cell_committee", "DB-committee_office"
_INPUT = re.compile(r"<input ([^>]*)>")


@pytest.fixture
def lines():
    """A cell has its case and one piece of evidence, and no sheet yet."""
    return small_year.up_to(2)


@pytest.fixture
def cell(browser, desk):
    account_for(desk, CELL, "chi uy")
    browser.come_in("chi uy")
    return browser


def sent_by(page):
    """What a browser would send of a form as it stands: hidden and typed values, what is ticked, what is chosen."""
    found = {}
    body = page.text[page.text.index('id="form"') :]
    for match in _INPUT.finditer(body):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', match[1]))
        ticked = given.get("type") not in {"radio", "checkbox"} or " checked" in match[1]
        if "name" in given and ticked:
            found.setdefault(given["name"], []).append(html.unescape(given.get("value", "")))
    for name, text in re.findall(r'<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<', body):
        found[name] = [html.unescape(text)]
    for name, options in re.findall(
        r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', body, re.DOTALL
    ):
        found[name] = re.findall(r'value="([^"]*)" selected', options)
    found.pop("_token", None)
    return found


def at(criterion, field):
    return f"data.sheet.marks.{criterion.replace('.', '~1')}.{field}"


def best(page):
    """The form with the most for every criterion, typed as the page asks for it."""
    typed = sent_by(page)
    most = re.findall(r'tối đa ([\d,]+), mỗi bước.*?name="([^"]*points)"', page.text, re.DOTALL)
    for points, name in most:
        typed[name] = [points]
    for name in [*typed]:
        if name.endswith(".node") and name.startswith("data.sheet.marks"):
            typed[name.replace(".node", ".evidence")] = ["mc-1"]
        if name.endswith(".value.count"):
            typed[name] = ["12"]
        elif name.endswith(".value"):
            typed[name] = ["0"]
    for name in re.findall(r'Tỷ lệ phần trăm \(%\)</p>.*?name="([^"]*)"', page.text, re.DOTALL):
        typed[name] = ["100"]
    return typed


@pytest.fixture
def own(case):
    return f"/cases/{case}/do/submit-sheet"


def go(browser, address, typed, step):
    """Press a button; the reason is that of the small year."""
    return browser.give(address, {**typed, "reason": "Theo biên bản", "_step": step})


def refused_for(page):
    """The reasons on a page, for the message of a test that fails."""
    return re.findall(r'<li><a href="#[^>]*>([^<]*)<', page.text)


def test_a_criterion_is_shown_in_its_own_words_with_its_clause_and_maximum(cell, own):
    page = cell.get(own).text

    assert "Hoàn thành tốt nhiệm vụ chính trị" in page
    assert "Không có đảng viên vi phạm Quy định những điều đảng viên không được làm" in page
    assert "tối đa 12, mỗi bước 0,5" in page
    assert "KT-" in page
    assert "giả định" in page


def test_nobody_types_a_value_by_knowing_how_it_is_written(cell, own):
    """Months are counted, evidence is told by its figure, criteria are not named again."""
    page = cell.get(own)

    assert "Số kỳ đạt, trong 12 kỳ" in page.text
    assert "số liệu: 12/12" in page.text
    assert '"mc-1"' in page.text
    assert ">mc-1" not in page.text
    assert "Dòng 1" not in page.text


def test_an_empty_sheet_says_how_much_is_left_and_what_is_measured(cell, own):
    page = cell.get(own).text

    assert re.search(r'id="so-far"><strong>[\d,]+ / 100</strong> · còn 14 trong 15 tiêu chí', page)


def test_the_total_follows_what_is_typed_by_htmx_and_by_a_button(cell, own):
    typed = {**sent_by(cell.get(own)), at("I.1", "points"): ["5,5"]}
    before = cell.give(own, {**typed, at("I.1", "points"): [""], "_step": "save"}).text
    by_button = cell.give(own, {**typed, "_step": "save"}).text
    by_htmx = cell.give(own, {**typed, "_step": "save"}, headers={"HX-Request": "true"}).text

    assert total_in(by_button) == total_in(by_htmx) == total_in(before) + 5.5
    assert "còn 13 trong 15" in by_htmx
    assert "<html" not in by_htmx
    assert 'value="5,5"' in cell.get(own).text


def total_in(page):
    return float(re.search(r"<strong>([\d,]+) / 100", page)[1].replace(",", "."))


@pytest.mark.parametrize(("points", "said"), [("6", ""), ("6,5", "quá điểm tối đa 6")])
def test_an_impossible_mark_is_told_in_its_own_place_at_once(cell, own, points, said):
    typed = {**sent_by(cell.get(own)), at("I.1", "points"): [points]}
    part = cell.give(own, {**typed, "_step": "save"}, headers={"HX-Request": "true"}).text
    told = re.search(r'<div id="told-1"[^>]*>(.*?)</div>', part, re.DOTALL)[1]

    assert (said in told) is bool(said) or "quá điểm" not in told
    assert ("quá điểm" in told) is bool(said)


def test_a_mark_that_cannot_be_read_is_told_in_its_own_place(cell, own):
    typed = {**sent_by(cell.get(own)), at("I.2", "points"): ["tám"], at("I.1", "points"): ["5"]}
    page = cell.give(own, {**typed, "_step": "save"}).text
    [slot] = re.findall(
        r'name="data.sheet.marks.I~12.points".*?<div id="told-\d+"[^>]*>(.*?)</div>',
        page,
        re.DOTALL,
    )[:1]

    assert "said-wrong" in slot
    assert "còn 13 trong 15" in page


def test_what_is_missing_is_told_at_every_criterion_and_nothing_is_lost(cell, desk, own):
    before = desk.ledger.head().position
    typed = {**sent_by(cell.get(own)), at("I.1", "points"): ["5"]}
    page = go(cell, own, typed, "check")

    assert page.status_code == 422
    assert f'href="#{at("I.2", "node")}"' in page.text
    assert f'id="{at("I.2", "node")}"' in page.text
    assert f'href="#{at("I.1", "node")}"' not in page.text
    assert desk.ledger.head().position == before


def on_to(browser, case, verb, **named):
    """The page that follows a command given with what its form has and what is named."""
    form = f"/cases/{case}/do/{verb}"
    typed = {**sent_by(browser.get(form)), **{f"data.{k}": v for k, v in named.items()}}
    done = go(browser, form, typed, "do")
    assert done.url.path == f"/cases/{case}", refused_for(done)


def test_own_sheet_aggregate_and_appraisal_by_the_pages_alone(cell, desk, case, own):
    done = go(cell, own, best(cell.get(own)), "do")
    assert done.url.path == f"/cases/{case}", refused_for(done)

    adopt = f"/cases/{case}/do/adopt-aggregate"
    page = cell.get(adopt)
    typed = sent_by(page)
    assert typed[at("I.2", "points")] == ["12"]
    assert "Người mẫu CB-cell_committee: <strong>12</strong>" in page.text
    lower = {**typed, at("I.2", "points"): ["11,5"]}
    refused = go(cell, adopt, lower, "check")
    assert refused.status_code == 422
    assert "Bắt buộc khi điểm khác trung bình các phiếu (12)" in refused.text
    explained = {**lower, "data.departures.I~12": ["Chưa có báo cáo quý III"]}
    done = go(cell, adopt, explained, "do")
    assert done.url.path == f"/cases/{case}", refused_for(done)
    on_to(cell, case, "claim-level", level="PASS", classification="WELL")
    papers = ("DOC-REPORT", "DOC-SUBMIT", "DOC-AGG")
    rows = {f"documents.n{n}.document": paper for n, paper in enumerate(papers)}
    on_to(cell, case, "submit-dossier", **rows, **{f"documents.n{n}.number": "1" for n in range(3)})
    appraised_from_the_aggregate(cell, desk, case)
    marks = queries.case(desk.system, case, language="vi")["marks"]
    [second] = [row for row in marks.criteria if row.criterion == "I.2"]
    assert [str(mark.points) for mark in second.marks] == ["12", "11.5", "11"]
    assert [m.remark for m in second.marks] == ["", "Chưa có báo cáo quý III", "Thiếu quý III, IV"]


def appraised_from_the_aggregate(browser, desk, case):
    """Whoever appraises may leave the marks as they are, or mark each criterion from what stands."""
    account_for(desk, OFFICE, "van phong")
    browser.come_in("van phong")
    form = f"/cases/{case}/do/appraise"
    page = browser.get(form)
    assert at("I.2", "points") not in page.text
    named = {"proposal": "PASS", "opinion": "Đủ điều kiện", "review_results": "Đã kiểm điểm"}
    asked = {**sent_by(page), **{f"data.{name}": value for name, value in named.items()}}
    with_sheet = browser.give(form, {**asked, "_step": "sheet"})
    typed = sent_by(with_sheet)
    assert typed[at("I.2", "points")] == ["11,5"]
    assert typed["data.opinion"] == ["Đủ điều kiện"]
    without = sent_by(browser.give(form, {**typed, "_step": "no-sheet"}))
    assert at("I.2", "points") not in without
    lower = {**typed, at("I.2", "points"): ["11"], at("I.2", "remark"): ["Thiếu quý III, IV"]}
    done = go(browser, form, lower, "do")
    assert done.url.path == f"/cases/{case}", refused_for(done)
