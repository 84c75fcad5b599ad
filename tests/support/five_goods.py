"""Five goods: the made-up sixth programme's units, its cases by line, its revocations."""

from __future__ import annotations

import json

import msgspec

from tests.support import small_year
from tests.support.best_sheet import best_sheet
from tests.support.world import PROGRAMMES, edition_at

FILE = PROGRAMMES.parent / "tests" / "programmes" / "sixth.yaml"
ORGANS = {
    "P": ["standing_committee", "cluster", "inspection_commission"],
    "C": ["party_committee", "standing_committee", "cluster", "inspection_commission"],
    "X": ["cell"],
}
UNITS = {"P": ("BLOC_COMMITTEE", ""), "C": ("BASE_COMMITTEE", "P"), "X": ("SUBORDINATE_CELL", "C")}
MEMBERS = ("m1", "m2", "m3", "m4")
BALLOTS = {
    "roll": 4, "present": 4, "issued": 4, "returned": 4, "valid": 4, "invalid": 0,
    "votes_for": 4, "votes_against": 0,
}  # fmt: skip
line = small_year._line


def set_up():
    yield line("publish-programme", at="2024-01-02", data={"file": str(FILE)})
    for code, organs in ORGANS.items():
        kind, parent = UNITS[code]
        yield line("register-unit", at="2024-01-02", data={
            "code": code, "name": code, "kind": kind, "parent": parent, "organs": organs})  # fmt: skip
        for organ in organs:
            yield from person(f"{code}-{organ}", mandate=f"{code}/{organ}")
    for second in ("P-second", "P-third"):
        yield from person(second, mandate="P/standing_committee")
    for member in MEMBERS:
        yield from person(member)
        yield line("start-membership", at="2024-01-02", person=member, data={"unit": "X"})
    for period, last in (("2024-04", 30), ("2024-05", 31)):
        yield line("open-round", at=f"{period}-01", data={
            "programme": "nam-tot", "period": period, "closing_on": f"{period}-{last}"})  # fmt: skip


def person(name, mandate=None):
    yield line(
        "register-person", at="2024-01-02", data={"person": name, "name": f"Người mẫu {name}"}
    )
    if mandate:
        data = {"mandate": "m", "organ": mandate}
        yield line("give-mandate", at="2024-01-02", person=name, data=data)


def sheet(criteria, **values):
    best = json.loads(
        msgspec.json.encode(best_sheet(edition_at(FILE).programme.criteria[criteria]))
    )
    for mark in best["marks"]:
        mark["evidence"] = []
        if mark["node"] in values.get("no", ()):
            mark["value"] = "false"
        if mark["node"] == "B.1" and criteria == "cell":
            mark["value"] = "9/10"
    return {"sheet": best}


def case(subject, day, decide="PASS"):
    """A case of a subject from opening to decision, by the organs the file names."""
    of, name = subject.split(":")
    kind = {"member": "member", "X": "cell", "C": "committee"}[name if of == "unit" else "member"]
    own = {"member": name, "cell": "X-cell", "committee": "C-party_committee"}[kind]
    hop = {"member": "X-cell", "cell": "C-cluster", "committee": "P-cluster"}[kind]
    boss = "P-standing_committee" if kind == "committee" else "C-standing_committee"
    no = ("A.1",) if decide == "FAIL" else ()
    acts = [("open-case", own, {})]
    scoring = "submit-sheet" if kind == "member" else "adopt-aggregate"
    acts.append((scoring, own, sheet(kind, no=no)))
    acts.append(("claim-level", own, {"level": decide}))
    if kind != "member":
        acts.append(("count-ballots", own, BALLOTS))
    acts += [
        ("submit-dossier", own, {"documents": []}),
        ("appraise-at-hop", hop, {"proposal": decide}),
        ("decide", boss, {"level": decide, "number": f"{name}-QĐ"}),
    ]
    for verb, by, data in acts:
        yield line(
            verb, at=day, by=by, data=data, programme="nam-tot", subject=subject, period=day[:7]
        )


def revocation(subject, above, day, period="2024-05"):
    """A finding and the revocation at once, by the organs of the unit above."""
    common = {"programme": "nam-tot", "subject": subject, "period": period}
    finding = {
        "ground": "criteria_not_met",
        "statement": "s",
        "evidence": [{"document": "DOC-INSP"}],
    }
    revoking = {"number": "9-QĐ", "ground": "criteria_not_met", "effect": "from_now",
                "without_explanation": "thành viên đồng ý ngay"}  # fmt: skip
    yield line("find-defect", at=day, by=f"{above}-inspection_commission", data=finding, **common)
    yield line("revoke", at=day, by=f"{above}-standing_committee", data=revoking, **common)
