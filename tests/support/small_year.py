"""A small made-up year of Kon Tum's programme as a scenario: one pilot cell, from selection to revocation."""

from __future__ import annotations

import json

import msgspec

from tests.support.best_sheet import best_sheet
from tests.support.placed import placed
from tests.support.stage_world import Story
from tests.support.world import edition_at

CODES = ("KT-DUK", "DUK"), ("KT-KHTH", "CB")
FILE = placed("kon-tum.yaml", *CODES)
"""Kon Tum's guideline for the made-up bloc DUK, which names the cell CB."""

SUBJECT = {"programme": "kon-tum", "subject": "unit:CB", "period": "2024"}
ORGANS = {
    "DUK": ["standing_committee", "organisation_board", "inspection_commission"],
    "DB": ["party_committee", "standing_committee", "committee_office"],
    "CB": ["cell", "cell_committee"],
}
KINDS = {"DUK": "BLOC_COMMITTEE", "DB": "BASE_COMMITTEE", "CB": "SUBORDINATE_CELL"}
PARENTS = {"DUK": "", "DB": "DUK", "CB": "DB"}


def set_up():
    yield _line("publish-programme", at="2023-12-02", data={"file": str(FILE)})
    for code, organs in ORGANS.items():
        yield _line("register-unit", at="2023-12-03", data={
            "code": code, "name": f"Đơn vị {code}", "kind": KINDS[code],
            "parent": PARENTS[code], "organs": organs})  # fmt: skip
        for organ in organs:
            person = f"{code}-{organ}"
            name = {"person": person, "name": f"Người mẫu {person}"}
            yield _line("register-person", at="2023-12-04", data=name)
            yield _line("give-mandate", at="2023-12-04", person=person, data={
                "mandate": "m1", "organ": f"{code}/{organ}"})  # fmt: skip
    yield _line("open-round", at="2024-01-02", data={
        "programme": "kon-tum", "version": edition_at(FILE).version,
        "period": "2024", "closing_on": "2024-12-31"})  # fmt: skip
    yield _line("set-pilot-list", at="2024-01-05", by="DUK-standing_committee",
                organ="DUK/standing_committee", programme="kon-tum", period="2024",
                data={"units": ["CB"]})  # fmt: skip


def _line(verb, *, at, by="quan-tri", organ=None, data=None, **more):
    line = {"do": verb, "by": by, "at": f"{at}T09:00", "reason": f"lý do: {verb}", **more}
    if organ:
        line["for"] = organ
    return {**line, "data": data or {}}


def sheet():
    """The best sheet of the subordinate cell's criteria, as plain data."""
    story = Story(edition_at(FILE), "subordinate_cell")
    best = best_sheet(story.criteria, story.profile())
    return json.loads(msgspec.json.encode(best))


def year():
    cell, office = "CB-cell_committee", "DB-committee_office"
    decider, chooser = "DB-party_committee", "DUK-standing_committee"
    inspector = "DB-standing_committee"
    documents = [
        {"document": code, "number": "1"} for code in ("DOC-REPORT", "DOC-SUBMIT", "DOC-AGG")
    ]
    marks, review = sheet(), {"review_results": "đã kiểm điểm"}
    evidence = {"evidence": "mc-1", "nodes": ["I.1"], "kind": "figure", "value": "12/12"}
    paper = [{"document": "DOC-INSP", "number": "3-KL"}]
    yield from (
        _line("select-pilot", at="2024-01-10", by=chooser, **SUBJECT),
        _line("attach-evidence", at="2024-11-01", by=cell, data=evidence, **SUBJECT),
        _line("submit-sheet", at="2024-11-20", by=cell, data={"sheet": marks}, **SUBJECT),
        _line("adopt-aggregate", at="2024-11-25", by=cell, data={"sheet": marks}, **SUBJECT),
        _line("claim-level", at="2024-11-26", by=cell, data={"level": "PASS", "classification": "WELL"}, **SUBJECT),
        _line("submit-dossier", at="2024-12-01", by=cell, data={"documents": documents[:2]}, **SUBJECT),
        {**_line("appraise", at="2024-12-02", by=office, data={"proposal": "PASS", **review}, **SUBJECT),
         "expect": "refused"},
        _line("return-dossier", at="2024-12-03", by=office, data={
            "missing": ["biểu tổng hợp"], "due_on": "2024-12-10"}, **SUBJECT),
        _line("supplement-dossier", at="2024-12-09", by=cell, data={"documents": documents[2:]}, **SUBJECT),
        _line("appraise", at="2024-12-12", by=office, data={
            "proposal": "PASS", "opinion": "đủ điều kiện", **review}, **SUBJECT),
        _line("decide", at="2024-12-20", by=decider, data={"level": "PASS", "number": "12-QĐ/ĐU"}, **SUBJECT),
        _line("find-defect", at="2026-05-04", by=inspector, data={
            "ground": "criteria_not_met", "statement": "có đảng viên vi phạm", "evidence": paper}, **SUBJECT),
        _line("explain", at="2026-05-10", by=cell, data={"explanation": "đơn vị nhận khuyết điểm"}, **SUBJECT),
        _line("revoke", at="2026-05-20", by=decider, data={
            "number": "5-QĐ/ĐU", "ground": "criteria_not_met", "effect": "as_if_never"}, **SUBJECT),
    )  # fmt: skip


def up_to(count):
    """The set-up and so many lines of the year."""
    return [*set_up(), *[*year()][:count]]


def write(path, *parts):
    """Write lines as a scenario file."""
    lines = [json.dumps(line, ensure_ascii=False) for part in parts for line in part]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
