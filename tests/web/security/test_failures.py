"""Whatever fails is a page in words with every header, never a stack trace; and nothing of it is done."""

import re
import subprocess
import sys
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Browser
from tests.web.security import conftest as people
from tests.web.security.routes import table
from tests.web.security.test_matrix import LET_IN, address
from web.headers import POLICY
from web.sizes import LARGEST

HEADERS = {
    "content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin", "cache-control": "no-store",
}  # fmt: skip
_INSIDE = re.compile(r"Traceback|File \"|sqlalchemy|sqlite3|psycopg|\.py\b|Error\b|0x[0-9a-f]{6}")


def lacking(answer):
    """The headers that an answer lacks or has otherwise."""
    return {name for name, value in HEADERS.items() if answer.headers.get(name) != value}


def in_words(answer, status):
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>Chưa làm được</h1>" in answer.text
    assert _INSIDE.findall(answer.text) == []
    assert lacking(answer) == set()


@pytest.mark.parametrize("kind", ["visitor", people.OF_UNIT])
def test_every_answer_has_the_headers(app, case, come, kind):
    browser = come(kind).browser
    for each in table(app):
        where = address(each, case)
        for answer in (browser.get(where), browser.post(where), browser.put(where)):
            assert lacking(answer) == set(), (where, answer.status_code)


def test_a_file_has_them_too_and_may_be_kept(come):
    answer = come("visitor").browser.get("/static/bontot.css")

    assert lacking(answer) == {"cache-control"}
    assert "immutable" in answer.headers["cache-control"]


def test_what_breaks_is_told_in_words(come, monkeypatch):
    browser = come(people.OF_UNIT).browser
    monkeypatch.setattr("web.work.inbox.page", broken)

    in_words(browser.get("/work"), 500)


def broken(*_arguments, **_named):
    raise ZeroDivisionError("secret inside 0xdeadbeef")


@pytest.mark.parametrize("said", [True, False], ids=["with a length", "without one"])
def test_too_large_a_body_is_told_as_that(come, said):
    browser = come("visitor").browser
    body = b"name=" + b"a" * LARGEST
    sent = {"content-type": "application/x-www-form-urlencoded"}
    content = body if said else iter([body[: LARGEST // 2], body[LARGEST // 2 :]])

    answer = browser.post("/sign-in", content=content, headers=sent)
    in_words(answer, 413)
    assert "20 MB" in answer.text


MULTIPART = "multipart/form-data; boundary=x"
_PART = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
UNREADABLE = (
    ("multipart/form-data", b"x"), (MULTIPART, b"--y\r\nrubbish"), (MULTIPART, b"--x\r\n" * 100),
    (MULTIPART, b"--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--"),
    (MULTIPART, _PART + b"v" * 2_000_000),
)  # fmt: skip
NO_TEXT = (b"name=%ff%fe&password=\x80", b"\x00\x01\x02", b"&&&===", b"a=%")


def test_a_form_that_cannot_be_read_is_told_as_that(come):
    browser = come("visitor").browser
    for kind, body in UNREADABLE:
        answer = browser.post("/sign-in", content=body, headers={"content-type": kind})
        in_words(answer, 400)
        assert "Không đọc được" in answer.text


def test_bytes_that_are_no_text_do_nothing(come):
    browser = come("visitor").browser
    for body in NO_TEXT:
        sent = {"content-type": "application/x-www-form-urlencoded"}
        in_words(browser.post("/sign-in", content=body, headers=sent), 409)


LONG = "Đ" * 10_000


def test_ten_thousand_characters_in_a_field_are_taken_or_refused_in_words(app, case, come):
    for kind in ("visitor", "machine", people.OF_UNIT):
        somebody = come(kind)
        names = ("name", "password", "code", "person", "old", "again", "secret", "session", "reason",
                 "on", "data.comment", "organ", "command_id", "made_from", "next", "kept", "back")  # fmt: skip
        for each in table(app):
            if each.method == "GET" or kind not in LET_IN[each.way] or each.path == "/sign-out":
                continue
            sent = {**dict.fromkeys(names, LONG), "_step": "check"}
            answer = somebody.browser.give(address(each, case), sent)
            assert answer.status_code < 500, each.path
            assert _INSIDE.findall(answer.text) == []


def test_while_the_database_is_locked_it_is_told_in_words_and_done_afterwards(case, come, file):
    browser = come(people.OF_UNIT).browser
    browser.get("/account")
    with locked_by_another_process(file):
        locked = browser.give("/account/language", {"language": "en"})
        read = browser.get(f"/cases/{case}")

    in_words(locked, 503)
    assert read.status_code == 200
    assert browser.give("/account/language", {"language": "en"}).status_code == 303


@contextmanager
def locked_by_another_process(file):
    held = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE');"
        "print(1, flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", held, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        yield
        process.communicate(b"\n")


def test_when_the_database_is_gone_it_is_told_in_words(app, come, desk, case, file):
    browser, visitor = come(people.OF_UNIT).browser, Browser(app, raise_server_exceptions=False)
    gone(desk, file)

    for where in ("/work", "/cases", f"/cases/{case}", "/account", "/accounts"):
        in_words(browser.get(where), 503)
    in_words(browser.give("/account/language", {"language": "en"}), 503)
    assert visitor.get("/sign-in").status_code == 200
    assert TestClient(app).get("/alive").text == "ok"


def gone(desk, file):
    """Nobody can open the file any longer, and no connection to it is left, as after a disk went away."""
    desk.ledger.readers._close_idle()
    desk.ledger.engine.dispose()
    for each in file.parent.glob(f"{file.name}*"):
        each.rename(each.with_name(f"gone-{each.name}"))
    file.mkdir()
