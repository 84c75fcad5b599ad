"""The made-up seventh programme's year: cells and members, quarters, a vote on each criterion, grades, line by line."""

from __future__ import annotations

from domain.streams import case_stream
from tests.support import small_year
from tests.support.world import PROGRAMMES

FILE = PROGRAMMES.parent / "tests" / "programmes" / "seventh.yaml"
CODE = "theo-quy"
UNITS = {
    "P": ("BLOC_COMMITTEE", "", ["standing_committee"]),
    "C": ("BASE_COMMITTEE", "P", ["standing_committee", "inspection_commission"]),
    "X": ("SUBORDINATE_CELL", "C", ["cell"]),
    "Y": ("SUBORDINATE_CELL", "C", ["cell"]),
}
MEMBERS = {"m1": "X", "m2": "X", "m3": "X", "m4": "X", "m5": "X", "n1": "Y"}
ROUNDS = {
    "2024": "2024-12-31", "2024-Q1": "2024-03-31", "2024-Q2": "2024-06-30",
    "2024-Q3": "2024-09-30", "2024-Q4": "2024-12-31",
}  # fmt: skip
QUARTERS = tuple(period for period in ROUNDS if "Q" in period)
CRITERIA = ("I.1", "I.2", "II.1", "III", "IV")


def line(verb, **more):
    """A line with a reason that is no code."""
    return small_year._line(verb, **{"reason": "Theo kế hoạch", **more})


def person(name):
    data = {"person": name, "name": f"Người mẫu số {int.from_bytes(name.encode()) % 9973}"}
    return line("register-person", at="2024-01-02", data=data)


def set_up():
    """Units, people and rounds; only m1 works in a profession."""
    yield line("publish-programme", at="2024-01-02", data={"file": str(FILE)})
    for code, (kind, parent, organs) in UNITS.items():
        name = f"Tổ chức mẫu {ord(code)}"
        data = {"code": code, "name": name, "kind": kind, "parent": parent, "organs": organs}
        yield line("register-unit", at="2024-01-02", data=data)
        for organ in organs:
            yield person(f"{code}-{organ}")
            mandate = {"mandate": "m", "organ": f"{code}/{organ}"}
            yield line("give-mandate", at="2024-01-02", person=f"{code}-{organ}", data=mandate)
    for member, unit in MEMBERS.items():
        yield person(member)
        yield line("start-membership", at="2024-01-02", person=member, data={"unit": unit})
    attributes = {"attributes": ["professional"]}
    yield line("change-person-attributes", at="2024-01-03", person="m1", data=attributes)
    yield from (opened(period, closing) for period, closing in ROUNDS.items())


def opened(period, closing):
    data = {"programme": CODE, "period": period, "closing_on": closing}
    return line("open-round", at=f"{period[:4]}-01-04", data=data)


def act(verb, subject, day, by, data=None, period="2024"):
    """One act on a case."""
    return line(
        verb, at=day, by=by, data=data or {}, programme=CODE, subject=subject, period=period
    )


# The cell and its meetings -----------------------------------------------------------------


def meeting(name, day, present, kind="REGULAR"):
    """A meeting of X; who is not present is excused."""
    excused = [member for member in MEMBERS if MEMBERS[member] == "X" and member not in present]
    data = {
        "meeting": name, "kind": kind, "minutes": 90, "present": list(present), "excused": excused,
    }  # fmt: skip
    return line("record-meeting", at=day, by="X-cell", unit="X", year=2024, data=data)


def registration(name, day="2024-02-09", subject="unit:X"):
    return act("register", subject, day, "X-cell", {"meeting": name} if name else {})


# Members ------------------------------------------------------------------------------------


def tasks(*weights, node="T.1"):
    return {
        "node": node,
        "tasks": [
            {"task": str(at), "name": f"Việc thứ {at}", "weight": weight}
            for at, weight in enumerate(weights, 1)
        ],
    }


def task_marks(a="100 %", rest="100 %", count=3):
    """The four ratios of each task; A is told apart."""
    for task in range(1, count + 1):
        yield {"node": f"T.1/{task}/A", "value": a}
        yield from ({"node": f"T.1/{task}/{ratio}", "value": rest} for ratio in "BCD")


def member_sheet(own, **ratios):
    """Thirty points for what all are asked; `own` is the criterion by what the member does."""
    points = [{"node": node, "points": 10} for node in ("G.1", own, "G.4")]
    return {"sheet": {"marks": [*points, *task_marks(**ratios)]}}


def own_criterion(member):
    return "G.2" if member == "m1" else "G.3"


def assessed(member, proposal="PASS", **ratios):
    """A member's case up to the decision."""
    subject, cell = f"member:{member}", f"{MEMBERS[member]}-cell"
    yield act("register-tasks", subject, "2024-01-15", member, tasks(30, 20, 20))
    yield act(
        "submit-sheet", subject, "2024-12-02", member,
        member_sheet(own_criterion(member), **ratios),
    )  # fmt: skip
    yield act("appraise-at-hop", subject, "2024-12-03", cell, {"proposal": proposal})


def decision(subject, grade, day="2024-12-05", verb="decide", **more):
    level = "PASS" if grade in {"EXCELLENT", "WELL"} else "FAIL"
    number = f"{subject.partition(':')[2]}-{verb[:3]}-{day[5:]}-QĐ"
    data = {"level": level, "grade": grade, "number": number, **more}
    return act(verb, subject, day, "C-standing_committee", data)


def good_members():
    """All but m1 are decided as good: half of the amount is missing."""
    for member in ("m2", "m3", "m4", "m5"):
        yield from assessed(member, a="50 %")
        yield decision(f"member:{member}", "WELL")


def all_members():
    """The five of X are recognised, m1 as outstanding."""
    yield from good_members()
    yield from assessed("m1")
    yield decision("member:m1", "EXCELLENT", day="2024-12-06")


# Quarters -----------------------------------------------------------------------------------


def quarter_sheet(third=30, fourth=20):
    points = {"I.1": 30, "II.1": 10, "III": third, "IV": fourth}
    marks = [{"node": node, "points": given} for node, given in points.items()]
    return {"sheet": {"marks": marks}}


def quarter(period, third=30, decide="PASS"):
    """The case of X in a quarter, ninety points unless told otherwise."""
    day, common = ROUNDS[period], {"period": period}
    yield act("open-case", "unit:X", day, "X-cell", **common)
    yield act("adopt-aggregate", "unit:X", day, "X-cell", quarter_sheet(third), **common)
    data = {"level": decide, "number": f"{period}-QĐ"}
    yield act("decide", "unit:X", day, "C-standing_committee", data, **common)


def quarters():
    for period in QUARTERS:
        yield from quarter(period)


# The year of the cell -----------------------------------------------------------------------


def registered():
    yield meeting("SH-01", "2024-01-10", ("m1", "m2", "m3", "m4"))
    yield registration("SH-01")


def cell_sheet(third=12, fourth=8):
    points = {"III": third, "IV": fourth}
    return {"sheet": {"marks": [{"node": node, "points": given} for node, given in points.items()]}}


def adopted():
    yield act("adopt-aggregate", "unit:X", "2024-12-10", "X-cell", cell_sheet())


def ballots(roll=5, lost=(), **more):
    """All five vote; on what is lost two are for it, so that it lacks one of more than half of the roll."""
    votes = {"roll": roll, "present": 5, "issued": 5, "returned": 5, "valid": 5, "invalid": 0}
    each = [
        {"node": node, "votes_for": 2 if node in lost else 3, "votes_against": 2}
        for node in CRITERIA
    ]
    return {**votes, "votes_for": 5, "votes_against": 0, "by_criterion": each, **more}


def counted(day="2024-12-11", **votes):
    return act("count-ballots", "unit:X", day, "X-cell", ballots(**votes))


def petition(name, day="2024-12-16"):
    data = {"petition": name, "subject_matter": "Kiểm phiếu sai"}
    return act("file-petition", "unit:X", day, "X-cell", data)


def answer(name, day="2024-12-17", *, upheld):
    data = {"petition": name, "upheld": upheld}
    return act("answer-petition", "unit:X", day, "C-standing_committee", data)


def lost_year():
    """The year of X up to a decision that only encourages it, the vote on criterion IV being lost."""
    yield from (*registered(), *quarters(), *all_members(), *adopted(), counted(lost=("IV",)))
    why = "Biểu quyết không thông qua tiêu chí IV"
    yield decision("unit:X", "COMPLETED", day="2024-12-13", departure=why)


def won_year():
    """The same, counted anew after an upheld petition, and decided anew."""
    yield from (*lost_year(), petition("kn-1"), answer("kn-1", upheld=True))
    yield counted(day="2024-12-18")
    yield decision("unit:X", "WELL", day="2024-12-19", verb="supersede-decision",
                   departure="Chỉ đề nghị mức tốt")  # fmt: skip


def revoked(subject, day, period="2024"):
    """A finding and the revocation, as if never recognised."""
    common = {"period": period}
    finding = {
        "ground": "criteria_not_met", "statement": "Báo cáo không đúng",
        "evidence": [{"document": "DOC-INSP", "number": "1"}],
    }  # fmt: skip
    yield act("find-defect", subject, day, "C-inspection_commission", finding, **common)
    revoking = {
        "number": f"{period}-{subject[-2:]}-HB", "ground": "criteria_not_met", "effect": "as_if_never",
        "without_explanation": "Đơn vị đồng ý ngay",
    }  # fmt: skip
    yield act("revoke", subject, day, "C-standing_committee", revoking, **common)


def rewarded():
    data = {"reward": "certificate", "number": "1-QĐ"}
    return act("decide-reward", "member:m1", "2024-12-20", "C-standing_committee", data)


def looked_at_again():
    """After m1 and the second quarter are revoked: the certificate comes back, the cell's year is looked at."""
    recall = {"reward": "certificate", "returned": True}
    yield act("recall-reward", "member:m1", "2025-02-10", "C-standing_committee", recall)
    review = {
        "revoked": case_stream(CODE, "unit:X", "2024-Q2"), "use": "four_good_periods",
        "result": "to_be_re_examined",
    }  # fmt: skip
    yield act("review-dependent", "unit:X", "2025-02-11", "C-standing_committee", review)
