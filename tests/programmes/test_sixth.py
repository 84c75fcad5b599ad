"""A sixth programme from a file alone: members, cells and committees, from opening to revocation."""

import json

import msgspec
import pytest

from application import queries
from domain.streams import case_stream
from tests.application.systems import a_system, played
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
    version = edition_at(FILE).version
    yield line("publish-programme", at="2024-01-02", data={"file": str(FILE)})
    for code, organs in ORGANS.items():
        kind, parent = UNITS[code]
        yield line("register-unit", at="2024-01-02", data={
            "code": code, "name": code, "kind": kind, "parent": parent, "organs": organs})  # fmt: skip
        for organ in organs:
            yield from person(f"{code}-{organ}", mandate=f"{code}/{organ}")
    for member in MEMBERS:
        yield from person(member)
        yield line("start-membership", at="2024-01-02", person=member, data={"unit": "X"})
    yield line("open-round", at="2024-05-01", data={
        "programme": "nam-tot", "version": version, "period": "2024-05", "closing_on": "2024-05-31"})  # fmt: skip


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
            verb, at=day, by=by, data=data, programme="nam-tot", subject=subject, period="2024-05"
        )


def stages(system):
    return {row["subject"]: row["stage"] for row in queries.cases(system)}


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "set-up.jsonl", set_up()) == []
    yield system
    system.close()


def test_members_carry_their_cell_and_cells_their_committee(system, tmp_path):
    lines = [
        *case("member:m1", "2024-05-20"), *case("member:m2", "2024-05-20"),
        *case("member:m3", "2024-05-20", "FAIL"), *case("unit:X", "2024-05-25"),
        *case("unit:C", "2024-05-28"),
    ]  # fmt: skip

    assert played(system, tmp_path / "may.jsonl", lines) == []
    assert stages(system) == {
        "member:m1": "recognised", "member:m2": "recognised", "member:m3": "not_recognised",
        "unit:X": "recognised", "unit:C": "recognised",
    }  # fmt: skip


def test_below_half_of_the_members_the_cell_may_not_claim(system, tmp_path):
    lines = [*case("member:m1", "2024-05-20"), *case("unit:X", "2024-05-25")]

    found = played(system, tmp_path / "may.jsonl", lines)

    assert "claim-level" in found[0]
    assert stages(system)["unit:X"] == "self_assessed"


def test_without_its_cell_the_committee_may_not_claim(system, tmp_path):
    assert "claim-level" in played(system, tmp_path / "may.jsonl", case("unit:C", "2024-05-28"))[0]


def test_a_revocation_is_flagged_wherever_it_was_relied_on_through_every_level(system, tmp_path):
    lines = [
        *case("member:m1", "2024-05-20"), *case("member:m2", "2024-05-20"),
        *case("unit:X", "2024-05-25"), *case("unit:C", "2024-05-28"),
        *revocation("member:m1", "C", "2024-06-03"), *revocation("unit:X", "C", "2024-06-20"),
    ]  # fmt: skip
    assert played(system, tmp_path / "june.jsonl", lines) == []

    def flagged(subject):
        name = case_stream("nam-tot", subject, "2024-05")
        return [
            change["new"]
            for entry in queries.history(system, name)
            if entry["event"] == "dependent-outcome-flagged"
            for change in entry["changes"]
            if change["field"] == "revoked"
        ]

    member, cell = (case_stream("nam-tot", each, "2024-05") for each in ("member:m1", "unit:X"))
    assert flagged("unit:X") == [member]
    assert flagged("unit:C") == [member, cell]
    assert stages(system)["unit:C"] == "recognised"


def revocation(subject, above, day):
    common = {"programme": "nam-tot", "subject": subject, "period": "2024-05"}
    finding = {
        "ground": "criteria_not_met",
        "statement": "s",
        "evidence": [{"document": "DOC-INSP"}],
    }
    revoking = {"number": "9-QĐ", "ground": "criteria_not_met", "effect": "from_now",
                "without_explanation": "thành viên đồng ý ngay"}  # fmt: skip
    yield line("find-defect", at=day, by=f"{above}-inspection_commission", data=finding, **common)
    yield line("revoke", at=day, by=f"{above}-standing_committee", data=revoking, **common)
