"""A paper is one file of `documents/papers/`: the registry finds it, and says which documents have none yet."""

import pytest

import documents.papers
from application.questions import cases as queries
from documents.papers import making
from documents.papers.registry import papers
from domain.programme.documents import DOCUMENTS
from tests.architecture.tree import ROOT, parsed, python_files
from tests.architecture.uses import matching
from tests.documents.papers.conftest import made
from tests.documents.papers.read_back import lines_of
from words.language import say

FOLDER = "documents/papers"
NO_PAPERS = ("/__init__.py", "/making.py", "/registry.py")
NOT_YET = frozenset(
    {
        "DOC-AGG", "DOC-BALLOT", "DOC-CERT", "DOC-COMMIT", "DOC-CONS", "DOC-INDEX", "DOC-INSP",
        "DOC-MEMBER", "DOC-MIN", "DOC-MONTH", "DOC-OPIN", "DOC-PILOT", "DOC-PLAN", "DOC-PROP",
        "DOC-REG", "DOC-REGFWD", "DOC-REPORT", "DOC-RETURN", "DOC-REWARD", "DOC-SELF", "DOC-SUBMIT",
        "DOC-SUM",
    }
)  # fmt: skip
"""Documents that no paper is made of yet. Only taken from, never added to."""
MADE_UP = '''"""A made-up paper."""

from documents.papers.parts.content import Content, body
from documents.papers.parts.endings import by_hand, ending
from documents.papers.parts.letterhead import head_of
from documents.papers.parts.paper import Material, Paper
from domain.events.case import LevelClaimed


def content(m: Material) -> Content:
    end = ending(m, by_hand(m, "counting_head"), [])
    head = head_of(m, m.act.organ, "plan")
    return Content(head, m.say("count.kind"), "", [body(m.word(m.act.details.level, "level"))], end)


PAPER = Paper("DOC-PLAN", content, after=(LevelClaimed,))
'''


def files():
    """The files of the folder itself, which are papers, but for what finds and makes them."""
    own = [name for name in python_files(FOLDER) if name.count("/") == FOLDER.count("/") + 1]
    return sorted(n for n in own if not n.endswith(NO_PAPERS))


def test_every_file_of_the_folder_is_a_paper_and_every_paper_a_file_of_it():
    declared = [paper.content.__module__.replace(".", "/") + ".py" for paper in papers().values()]

    assert sorted(declared) == files()


def test_a_file_is_called_as_the_document_in_english():
    called = {paper.content.__module__.rpartition(".")[2]: code for code, paper in papers().items()}

    for name, code in called.items():
        words = set(say(f"document.{code}", "en").lower().replace("-", " ").split())
        assert set(name.split("_")) <= words


def test_every_document_has_a_paper_or_is_named_as_not_made_yet():
    assert set(papers()) | NOT_YET == set(DOCUMENTS)
    assert set(papers()) & NOT_YET == set()


def test_a_new_paper_is_one_file(small, tmp_path, monkeypatch):
    (tmp_path / "made_up.py").write_text(MADE_UP, encoding="utf-8")
    monkeypatch.setattr(documents.papers, "__path__", [*documents.papers.__path__, str(tmp_path)])
    papers.cache_clear()
    monkeypatch.setattr(making, "papers", papers.__wrapped__)
    system = small()

    lines = lines_of(made(system, "DOC-PLAN", "CB").as_word())

    assert lines[-2:] == ["TỔ TRƯỞNG TỔ KIỂM PHIẾU", "(Ký, ghi rõ họ tên)"]
    assert {"Đạt", "BIÊN BẢN"} <= set(lines)
    assert "DOC-PLAN" in [row.code for row in making.paper_list(system, "vi")]


def test_only_the_drawing_knows_the_library_that_draws():
    users = [name for name in python_files("documents") if matching(parsed(name), {"docx."})]

    assert users
    assert [name for name in users if not name.startswith(f"{FOLDER}/drawing/")] == []


@pytest.mark.parametrize("place", ["parts", "format_rules"])
def test_content_is_made_without_knowing_how_it_is_drawn(place):
    for name in (*files(), *python_files(f"{FOLDER}/{place}")):
        assert "documents.papers.drawing" not in (ROOT / name).read_text(encoding="utf-8")


def test_a_paper_is_for_the_programmes_that_have_its_act(years):
    rows = {
        code: {row.code for row in making.paper_list(years(code), "vi") if row.programmes}
        for code in ("kon-tum", "son-la")
    }

    assert "DOC-AUDIT" in rows["kon-tum"] & rows["son-la"]
    assert queries.cases(years("kon-tum"))
