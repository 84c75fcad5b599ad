"""Comments and pages point at pages of this repository, never at one that a reader does not have."""

import re

import pytest

from tests.architecture.tree import ROOMS, ROOT, tracked

TEXTS = [
    name
    for name in tracked()
    if name.endswith((".py", ".md", ".yaml", ".toml")) and "/test_references" not in name
]
ELSEWHERE = re.compile(
    r"\bdesign \d|\brequirements [A-Z]\b|\bfield notes\b|\(E\.\d|\bE\.\d code|\bmaterial \d",
    re.IGNORECASE,
)
PAGE = re.compile(rf"(?<![\w/])(?:docs/[\w/-]+\.(?:md|yaml)|(?:{'|'.join(ROOMS)})/[\w/]+\.py)\b")

FOLDER = re.compile(rf"(?<![\w/.])((?:docs|{'|'.join(ROOMS)})/(?:\w+/)+)(?![\w*<{{])")


def outside(text):
    """What a text names that is no page of this repository."""
    return ELSEWHERE.findall(text)


def missing(text):
    """The pages, source files and folders that a text names and that are not there."""
    pages = [page for page in PAGE.findall(text) if not (ROOT / page).is_file()]
    return pages + [folder for folder in FOLDER.findall(text) if not (ROOT / folder).is_dir()]


def test_a_page_that_is_not_here_is_seen():
    assert outside("as design 4 has it (requirements E.2), see E.5 code") != []
    assert missing("see docs/time.md, docs/decisions/0099-none.md") == [
        "docs/decisions/0099-none.md"
    ]
    assert missing("domain/case/, `domain/sentences/`") == ["domain/sentences/"]


@pytest.mark.parametrize("faults", [outside, missing])
def test_no_text_points_outside_the_repository_or_at_a_missing_page(faults):
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in TEXTS}

    assert {name: faults(text) for name, text in texts.items() if faults(text)} == {}
