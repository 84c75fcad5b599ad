"""docs/programmes.md, drawn from the files: the five guidelines side by side, with clause ids."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

from application.programme_files import load
from domain.programme.edition import Edition
from domain.programme.model import Programme
from domain.programme.reading import read
from domain.scoring.tree import leaves

GUIDELINES = ("kon-tum", "son-la", "soc-trang", "cam-giang", "power-tkv")
_HEAD = """# Năm hướng dẫn / The five guidelines

Trang này được vẽ từ `programmes/*.yaml` (`python -m scripts.draw_docs`) và được một phép thử so lại.
This page is drawn from the files and compared by a test.

Clause ids (`KT-STP-2c`) are those of `programmes/clauses/clauses.yaml`. “D-01” marks a value that the
guideline does not give and bontot assumes; every one is listed at the end.
"""
Cell = Callable[[Programme], str]


def draw() -> str:
    """Answer the page as Markdown."""
    editions = [_edition(code) for code in GUIDELINES]
    programmes = [edition.programme for edition in editions]
    head = [
        "| | " + " | ".join(p.code for p in programmes) + " |",
        "|---" * (len(programmes) + 1) + "|",
    ]
    rows = [
        f"| **{name}** | " + " | ".join(map(cell, programmes)) + " |"
        for name, cell in _ROWS.items()
    ]
    return "\n".join([_HEAD, *head, *rows, "", *_assumed(editions)])


def _edition(code: str) -> Edition:
    folder = Path(str(resources.files("programmes")))
    return read(load(folder / f"{code}.yaml")[0])


def _assumed(editions: list[Edition]) -> list[str]:
    lines = ["## Giá trị giả định / Assumed values", ""]
    for edition in editions:
        by_default: dict[str, list[str]] = {}
        for path, default in edition.assumptions.items():
            by_default.setdefault(default, []).append(path)
        lines += [
            f"### {edition.programme.code}",
            "",
            "| giả định / default | ở đâu / where |",
            "|---|---|",
        ]
        lines += [f"| {d} | {_places(paths)} |" for d, paths in sorted(by_default.items())]
        lines.append("")
    return lines


def _places(paths: list[str]) -> str:
    shown = ", ".join(f"`{path}`" for path in paths[:4])
    return shown if len(paths) <= len(paths[:4]) else f"{shown} … ({len(paths)})"


def _marks(*records: Any) -> str:
    """The clause ids and default ids that records carry, in brackets."""
    found: list[str] = []
    for record in records:
        clause = getattr(record, "clause", "")
        found.extend([clause] if isinstance(clause, str) else clause)
        found.append(getattr(record, "default", ""))
    ids = ", ".join(dict.fromkeys(filter(None, found)))
    return f" ({ids})" if ids else ""


def _lines(items: list[str]) -> str:
    return "<br>".join(items) or "–"


def _labelled(records: dict[str, Any]) -> str:
    return _lines([f"{each.vi} / {each.en}{_marks(each)}" for each in records.values()])


def _sources(p: Programme) -> str:
    return _lines(
        [f"{s.number}{f', {s.on:%d/%m/%Y}' if s.on else ''}{_marks(s)}" for s in p.sources.values()]
    )


def _span(p: Programme) -> str:
    until = f"{p.span.valid_until:%d/%m/%Y}" if p.span.valid_until else "…"
    return f"{p.span.valid_from:%d/%m/%Y} – {until}{_marks(p.span)}"


def _subjects(p: Programme) -> str:
    return _lines(
        [f"`{kind}` {s.vi} → {p.titles[s.title].vi}{_marks(s)}" for kind, s in p.subjects.items()]
    )


def _criteria(p: Programme) -> str:
    return _lines(
        [
            f"`{name}`: {len(c.groups)} nhóm / groups, {sum(1 for _ in leaves(c))} tiêu chí / criteria"
            for name, c in p.criteria.items()
        ]
    )


def _groups(p: Programme) -> str:
    first = next(iter(p.criteria.values()))
    return _lines([f"{g.vi}{f' ≤ {g.max}' if g.max else ''}{_marks(g)}" for g in first.groups])


def _scoring(p: Programme) -> str:
    lines = []
    for name, c in p.criteria.items():
        scale = f"{c.scale.base} + {c.scale.bonus}{_marks(c.scale)}, " if c.scale else ""
        mark = f" ≥ {c.pass_rule.mark}" if c.pass_rule.mark is not None else ""
        bands = ", ".join(f"{b.vi} {b.range}" for b in c.bands)
        lines.append(
            f"`{name}`: {scale}{c.pass_rule.rule}{mark}{_marks(c.pass_rule)} {bands}".strip()
        )
    return _lines(lines)


def _thresholds(p: Programme) -> str:
    found = [
        f"{node.id}: {passes}{_marks(node)}"
        for c in p.criteria.values()
        for node in leaves(c)
        if (passes := node.passes or (node.series.passes if node.series else ""))
    ]
    return _lines(found)


def _registration(p: Programme) -> str:
    r = p.registration
    if r is None or not r.required:
        return f"–{_marks(r)}" if r else "–"
    return f"{r.hops} bước / hops, ≥ {r.minimum}{_marks(r)}"


def _commitment(p: Programme) -> str:
    return f"có / yes{_marks(p.commitment)}" if p.commitment else "–"


def _pilot(p: Programme) -> str:
    if p.pilot is None:
        return "–"
    places = ", ".join(f"{place.count} {'/'.join(place.subjects)}" for place in p.pilot.places)
    units = [f"{unit.name}{_marks(unit)}" for unit in p.pilot.units]
    return _lines([f"{', '.join(p.pilot.periods)}: {places}{_marks(p.pilot)}", *units])


def _vote(p: Programme) -> str:
    v = p.vote
    return f"> {v.majority} {v.majority_of}, ≥ {v.quorum}{_marks(v)}" if v else "–"


def _dossier(p: Programme) -> str:
    return _lines([f"{each.vi}{_marks(each)}" for each in p.dossier])


def _role(name: str) -> Cell:
    def cell(p: Programme) -> str:
        role = p.roles.get(name)
        if role is None:
            return "–"
        rules = [
            f"{', '.join(rule.subjects) or '*'}: "
            + ", ".join(f"{s.organ} ({s.of})" for s in rule.organs)
            + (f" từ / from {rule.valid_from:%d/%m/%Y}" if rule.valid_from else "")
            + _marks(rule)
            for rule in role.rules
        ]
        return _lines(rules)

    return cell


def _consultation(p: Programme) -> str:
    c = p.consultation
    return f"{', '.join(c.bodies)}, {c.days} ngày / days{_marks(c)}" if c else "–"


def _deadlines(p: Programme) -> str:
    return _lines([f"{d.vi} / {d.en}{_marks(d)}" for d in p.deadlines.values()])


def _cadence(p: Programme) -> str:
    years = [f"{r.vi}: {r.cadence.every} {r.cadence.years_of_term}{_marks(r.cadence)}"
             for r in p.rewards.values() if r.cadence]  # fmt: skip
    return _lines([f"{p.cadence.every}{_marks(p.cadence)}", *years])


def _revocation(p: Programme) -> str:
    r = p.revocation
    grounds = [f"{g.vi}{_marks(g)}" for g in r.grounds.values()]
    return _lines([f"{r.decided_by}, {r.explanation_days} ngày / days{_marks(r)}", *grounds])


def _classification(p: Programme) -> str:
    link = p.classification
    fed = [f"→ {each.vi}{_marks(each)}" for each in link.feeds]
    used = [f"← {each.vi}{_marks(each)}" for each in link.consumes]
    return _lines([*used, *fed, *([_marks(link).strip()] if _marks(link) else [])])


def _duties(p: Programme) -> str:
    return _lines([f"{each.vi}{_marks(each)}" for each in p.duties])


_ROWS: dict[str, Cell] = {
    "Văn bản / Sources": _sources,
    "Thời gian / Period": _span,
    "Đối tượng, danh hiệu / Subjects, titles": _subjects,
    "Bộ tiêu chí / Criteria sets": _criteria,
    "Nhóm tiêu chí / Groups": _groups,
    "Chấm điểm, mức đạt / Scoring, pass rule": _scoring,
    "Ngưỡng / Thresholds": _thresholds,
    "Đăng ký / Registration": _registration,
    "Cam kết / Commitment": _commitment,
    "Thí điểm / Pilots": _pilot,
    "Tự đánh giá / Self-assessor": _role("self_assessor"),
    "Biểu tổng hợp / Aggregate": lambda p: (
        f"có / yes{_marks(p.aggregation)}" if p.aggregation else "–"
    ),
    "Biểu quyết / Vote": _vote,
    "Hồ sơ / Dossier": _dossier,
    "Bước trung gian / Hop": _role("hop_appraiser"),
    "Thẩm định / Appraiser": _role("appraiser"),
    "Lấy ý kiến / Consultation": _consultation,
    "Thẩm quyền / Decider": _role("decider"),
    "Thời hạn / Deadlines": _deadlines,
    "Chu kỳ / Cadence": _cadence,
    "Khen thưởng / Rewards": lambda p: _labelled(p.rewards),
    "Biểu dương / Commendations": lambda p: _labelled(p.commendations),
    "Huỷ bỏ / Revocation": _revocation,
    "Báo cáo / Reports": lambda p: _labelled(p.reports),
    "Sơ kết, tổng kết / Reviews": lambda p: _labelled(p.reviews),
    "Kiểm tra, giám sát / Inspection": lambda p: _labelled(p.inspections),
    "Xếp loại hằng năm / Annual classification": _classification,
    "Chỉ tiêu / Targets": lambda p: _labelled(p.targets),
    "Nhiệm vụ / Duties": _duties,
}
