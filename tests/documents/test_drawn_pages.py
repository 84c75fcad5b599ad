"""Pages drawn from the code say what the code says."""

import pytest

from scripts.draw_docs import PAGES
from tests.architecture.tree import ROOT


@pytest.mark.parametrize("page", PAGES)
def test_a_drawn_page_equals_its_drawing(page):
    assert (ROOT / page).read_text(encoding="utf-8") == PAGES[page]()
