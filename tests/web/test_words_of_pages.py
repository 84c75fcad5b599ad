"""Whatever a page says has words in both languages, and no page spells words itself."""

import re

import pytest

from tests.architecture.tree import ROOT
from words.catalogue import catalogue

TEMPLATES = sorted((ROOT / "web" / "templates").glob("*.j2"))
_SAID = re.compile(r"""(?:say|words)\(\s*["']([a-z_.-]+)["'](?!\s*~)""")
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


@pytest.mark.parametrize(
    "place",
    [*TEMPLATES, *sorted((ROOT / "web").rglob("*.py"))],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_every_word_of_a_page_is_in_the_catalogues(place):
    said = set(_SAID.findall(place.read_text(encoding="utf-8")))

    assert {
        key for key in said if key not in catalogue("vi") or key not in catalogue("en")
    } == set()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: p.name)
def test_a_template_spells_no_words(template):
    bare = re.sub(
        r"\{[{%#].*?[}%#]\}|<[^>]*>|[a-z-]+=\"[^\"]*\"",
        " ",
        template.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )

    assert not VIETNAMESE.search(bare)
    assert re.findall(r"[A-Za-z]{3,}", bare) in ([], ["bontot"], ["bontot", "bontot"])


def test_no_words_of_pages_are_there_that_no_page_says():
    text = "".join(
        p.read_text(encoding="utf-8") for p in [*TEMPLATES, *(ROOT / "web").rglob("*.py")]
    )
    silent = [
        key
        for key in catalogue("vi")
        if key.startswith("web.") and f'"{key}"' not in text and f"'{key}'" not in text
    ]

    assert [
        key
        for key in silent
        if not key.startswith(("web.place.", "web.acting.", "web.about.", "web.help."))
    ] == []
