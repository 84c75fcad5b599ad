"""A new act is three files: its record and event, its rules and what is true of it, its words."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.architecture.tree import DATA_PACKAGES, ROOMS, ROOT
from tests.support import small_year

RECORDS, RULES = "domain/events/acts/preparing.py", "domain/case/acts/preparing.py"
WORDS = ("words/vi.po", "words/en.po")
EVENT = '''

class Thanks(Data, frozen=True, kw_only=True):
    """Thanks to somebody who helped; the day is filled in."""

    to: PersonId
    warmth: Literal["warm", "warmer"]
    text: Text
    thanked_on: FilledIn[str] = ""


class ThanksGiven(StepTaken[Thanks], frozen=True, kw_only=True):
    TOPIC = "thanks-given"
'''
RECORD = '''

def _known(situation, payload):
    """Thanks go to somebody whom the log knows."""
    known = situation.world.person(payload.to)
    return [] if known else [refusal("person_unknown", about="to", person=payload.to)]


def _dated(situation, payload):
    return replace(payload, thanked_on=situation.on.isoformat())


KINDS = (
    *KINDS,
    ActKind(
        c.ThanksGiven, "thank", rules=(_known,), fill=_dated, after_lock=True, about="to", worded_by="warmth",
    ),
)
'''
SAID = {
    "verb.thank": ("Cảm ơn", "Thank"),
    "event.thanks-given": ("Lời cảm ơn", "Thanks"),
    "story.thanks-given=warm": ("cảm ơn {to}: {text}", "thanked {to}: {text}"),
    "story.thanks-given=warmer": ("rất cảm ơn {to}: {text}", "thanked {to} very much: {text}"),
    "field.warmth": ("Mức độ", "Warmth"),
    "field.thanked_on": ("Ngày cảm ơn", "Thanked on"),
    "choice.warmth.warm": ("thân mật", "warm"),
    "choice.warmth.warmer": ("rất thân mật", "warmer"),
}


STEP = """\
    - step: thank
      from: "*"
      by: decider
      vi: Cảm ơn
      en: Thank
      clause: KT-REV-1
"""
BEFORE = "    - step: comment\n"


@pytest.fixture
def house(tmp_path):
    """A copy of the whole program with one act more, and a programme that has a step for it."""
    house = tmp_path / "house"
    for room in (*ROOMS, *DATA_PACKAGES):
        shutil.copytree(ROOT / room, house / room, ignore=shutil.ignore_patterns("__pycache__"))
    grow(
        house / RECORDS,
        EVENT,
        "from typing import Literal\n\nfrom domain.events.marks import FilledIn, PersonId\n",
    )
    grow(
        house / RULES,
        RECORD,
        "from domain.refusal import refusal\nfrom msgspec.structs import replace\n",
    )
    for at, words in enumerate(WORDS):
        more = (f'\nmsgid "{key}"\nmsgstr "{both[at]}"\n' for key, both in SAID.items())
        grow(house / words, "".join(more))
    programme = house / "programmes" / "kon-tum.yaml"
    text = programme.read_text(encoding="utf-8")
    for old, new in small_year.CODES:
        text = text.replace(old, new)
    programme.write_text(text.replace(BEFORE, STEP + BEFORE, 1), encoding="utf-8")
    return house


def grow(path, end, imports=""):
    text = path.read_text(encoding="utf-8")
    after = "from __future__ import annotations\n"
    path.write_text(text.replace(after, after + imports, 1) + end, encoding="utf-8")


@pytest.fixture
def bontot(house):
    """The program of that house; answers what it printed."""

    def run(*words, code=0):
        environment = {**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200"}
        environment["BONTOT_DATABASE"] = f"sqlite:///{house}/log.sqlite"
        done = subprocess.run(
            [sys.executable, "-m", "command_line", *map(str, words)],
            cwd=house, env=environment, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run


def lines(house):
    """The small year up to its decision, under the programme of that house."""
    for line in (*small_year.set_up(), *small_year.year()):
        if line["do"] == "publish-programme":
            line["data"]["file"] = str(house / "programmes" / "kon-tum.yaml")
        line["data"].pop("version", "")
        yield line
        if line["do"] == "decide":
            return


def changed(house):
    """The files of the program that are others than ours, but for programmes."""
    return sorted(
        str(path.relative_to(house))
        for room in ROOMS
        for path in (house / room).rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.read_bytes() != (ROOT / path.relative_to(house)).read_bytes()
    )


def test_a_new_act_is_its_record_its_rules_and_its_words(house, bontot):
    assert changed(house) == sorted([RECORDS, RULES, *WORDS])

    scenario = small_year.write(house / "year.jsonl", lines(house))
    bontot("init", "--by", "quan-tri", "--simulated", "--at", "2023-12-01T08:00")
    bontot("play", scenario, "--stop")
    [case] = [row["case"] for row in json.loads(bontot("cases", "list", "--json"))]
    by = ("--by", "DB-party_committee", "--reason", "biết ơn", "--at", "2024-12-22T09:00", "--data")

    def thank(**more):
        return json.dumps({"to": "CB-cell", "warmth": "warmer", "text": "đã giúp nhiều", **more})

    assert "mã hay tên là “nao-do”" in bontot("do", "thank", case, *by, thank(to="nao-do"), code=1)
    assert "do bontot điền" in bontot("do", "thank", case, *by, thank(thanked_on="x"), code=1)
    bontot("do", "thank", case, *by, thank())

    told = json.loads(bontot("cases", "history", case, "--json"))[-1]
    assert told["event"] == "thanks-given"
    assert re.search(r"rất cảm ơn .*: đã giúp nhiều", told["sentence"])
    assert {"field": "thanked_on", "old": None, "new": "2024-12-22"} in told["changes"]
    field = "thanks-given.CB-cell.thanked_on"
    assert field in {row["field"] for row in json.loads(bontot("cases", "blame", case, "--json"))}

    form = json.loads(bontot("forms", "thank", case, "--json"))
    assert [(each["title"], each["required"], each["filled_in"]) for each in form] == [
        ("Gửi đến", True, ""), ("Mức độ", True, ""), ("Nội dung", True, ""),
        ("Ngày cảm ơn", False, "always"),
    ]  # fmt: skip
    assert form[1]["choices"][1] == {"value": "warmer", "title": "rất thân mật"}
    assert "Cảm ơn" in bontot("cases", "allowed", case, "--by", "DB-party_committee")
    assert "thank" in bontot("export")
    bontot("rebuild")
    bontot("verify")
