"""Every page as a browser shows it: no complaint of axe-core, nothing wider than the window, room to touch."""

import pytest

from application.questions import cases as queries
from tests.web.in_browser.conftest import WIDTHS

CELL = "CB-cell_committee"
PAGES = (
    "/work", "/cases", "/cases?search=khong+co", "/cases/{case}", "/cases/{case}/history", "/cases/{case}/blame",
    "/cases/{case}/do/supplement-dossier", "/cases/{case}/do/comment", "/cases/khong-co", "/khong-co", "/help",
    "/units", "/units/CB", "/unit-tree", "/units-by-table", "/persons", "/persons/CB-cell_committee", "/rounds",
    "/rounds/kon-tum/2024", "/register", "/programmes", "/programmes/kon-tum", "/programmes/kon-tum/drawing",
    "/programmes/kon-tum/compare", "/year", "/year/2024", "/year/2024/compare?against=31/12/2024",
    "/year/2024/what-if?programme=kon-tum&mark.cell=95", "/search?q=don+vi",
)  # fmt: skip
OPEN = ("/sign-in", "/join/khong-co")
TOO_SMALL = """
() => [...document.querySelectorAll("button, .button, input[type=text], input[type=search], select, textarea")]
  .filter(each => each.offsetParent && each.getBoundingClientRect().height < 44)
  .map(each => each.outerHTML.slice(0, 80))
"""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_are_fit_to_be_used_by_everybody(visitor, served, width, language):
    [row] = queries.cases(served.desk.system)
    somebody = visitor(width=width).come_in(CELL, language)
    for address in PAGES:
        somebody.go(address.format(case=row["case"]))
        assert (address, somebody.axe()) == (address, [])
        assert (address, wide(somebody)) == (address, width)
        assert (address, somebody.page.evaluate(TOO_SMALL)) == (address, [])
        assert row["case"] not in somebody.text


def wide(somebody):
    return somebody.page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_way_in_is_fit_to_be_used_by_everybody(visitor, width):
    somebody = visitor(width=width)
    for address in OPEN:
        somebody.go(address)
        assert (address, somebody.axe()) == (address, [])
        assert (address, wide(somebody)) == (address, width)


def test_what_is_wrong_with_a_page_would_be_found(visitor):
    somebody = visitor().go("/sign-in")
    somebody.page.evaluate("document.querySelector('label').remove()")

    assert somebody.axe()


def test_a_script_that_is_not_ours_does_not_run(visitor):
    somebody = visitor().go("/sign-in")
    somebody.page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    )

    assert somebody.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in text for text in somebody.complaints)
    somebody.complaints.clear()
