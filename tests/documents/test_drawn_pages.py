"""Pages drawn from the code say what the code says."""

import pytest

from scripts.draw_docs import PAGES
from tests.architecture.tree import ROOT


def test_no_command_of_the_story_fails():
    page = (ROOT / "docs" / "year-end.md").read_text(encoding="utf-8")
    assert page.count("$ bontot ") > 15
    assert not [line for line in page.splitlines() if line.startswith(("Traceback", "✗", "Usage"))]


@pytest.mark.parametrize("page", PAGES)
def test_a_drawn_page_equals_its_drawing(page):
    assert (ROOT / page).read_text(encoding="utf-8") == PAGES[page]()
