"""A case's papers, marks and what it lacks, as tables on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.case_shown import CASE
from application.questions.defaults import defaults
from application.questions.step_basis import basis_told, words_of
from application.questions.trial_shown import outcome_told
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from application.questions.case_missing import Missing
    from application.questions.case_papers import Paper
    from application.questions.case_sheets import CriterionShown, Marks
    from application.questions.case_whole import Overlap
    from application.questions.criterion_values import MeasuredShown
    from command_line.terminal import Terminal

_PAPERS = [
    Column("case.paper"), Column("case.number"), Column("case.dated", "date"),
    Column("case.issuer"), Column("case.act", "event"), Column("effective_on", "date"),
]  # fmt: skip
_SHEETS = [
    Column("case.sheet", "event"), Column("signed_by", "person"), Column("organ", "organ"),
    Column("effective_on", "date"), Column("case.total", "number"), Column("case.passes", "yes_no"),
]  # fmt: skip
_BASIS = [Column("rests_on", "code"), Column("clause_text")]
_MISSING = [Column("case.missing"), Column("case.asked_by", "verb")]
_SOURCES = 3
"""So many sources of a measured value are named, the others counted."""


def tell_case(spoken: Terminal, shown: dict[str, Any]) -> None:
    """The case itself: where it stands, who must act next, what its sheets come to."""
    outcomes = [
        spoken.words(
            "shown.outcome",
            act=spoken.value(act, "event"),
            outcome=outcome_told(outcome, spoken.language),
        )
        for act, outcome in shown["outcomes"].items()
    ]
    spoken.sheet(CASE, {**shown, "outcomes": outcomes})


def tell_basis(spoken: Terminal, ids: Iterable[str]) -> None:
    """The words of the clauses and the reasons of the assumptions that were named above, each once."""
    rows = words_of(ids, spoken.language)
    if rows:
        spoken.say("shown.basis")
        spoken.table(_BASIS, rows)


def tell_overlaps(spoken: Terminal, overlaps: list[Overlap]) -> None:
    """Cases of the same subject and year under other programmes."""
    for each in overlaps:
        programme = spoken.value(each.programme, "programme")
        spoken.say("shown.overlap", programme=programme, period=each.period)


def tell_papers(spoken: Terminal, papers: list[Paper]) -> None:
    """The papers, with the acts that brought them."""
    spoken.say("shown.papers" if papers else "shown.no_papers")
    rows = [(p.title, p.number, p.on, p.issuer, p.event, p.effective_on) for p in papers]
    if rows:
        spoken.table(_PAPERS, rows)


def tell_marks(spoken: Terminal, marks: Marks) -> None:
    """The sheets, then every criterion with the mark of each."""
    spoken.say("shown.marks" if marks.sheets else "shown.no_marks")
    if marks.sheets:
        spoken.table(
            _SHEETS,
            [
                (s.event, s.signed_by, s.organ, s.effective_on, s.total, s.passes)
                for s in marks.sheets
            ],
        )
    kinds = list(dict.fromkeys(sheet.event for sheet in marks.sheets))
    columns = [
        Column("criterion"),
        Column("case.maximum", "number"),
        *(Column(f"case.mark.{kind}") for kind in kinds),
        Column("case.differs"),
        Column("case.why"),
        Column("case.remark"),
    ]
    by_position = {sheet.position: sheet.event for sheet in marks.sheets}
    spoken.table(columns, [_row(spoken, row, kinds, by_position) for row in marks.criteria])
    named = (each for row in marks.criteria for each in row.rests_on)
    tell_basis(spoken, (each for each in named if each in defaults()))


def tell_missing(spoken: Terminal, missing: list[Missing]) -> None:
    """What is missing, each with the command that will ask for it."""
    spoken.say("shown.missing" if missing else "shown.nothing_missing")
    if missing:
        spoken.table(_MISSING, [(each.sentence, each.asked_by) for each in missing])


def _row(
    spoken: Terminal, row: CriterionShown, kinds: list[str], by_position: dict[int, str]
) -> tuple[Any, ...]:
    not_asked = "" if row.applies else f" ({spoken.words('shown.not_asked')})"
    marks = [
        "; ".join(
            mark.told(spoken.language) for mark in row.marks if by_position[mark.position] == kind
        )
        for kind in kinds
    ]
    return (
        f"{row.criterion} {row.words}{not_asked}{_basis(spoken, row)}",
        row.maximum,
        *marks,
        "≠" if row.differs else "",
        "\n".join(_why(spoken, row)),
        "\n".join(mark.remark for mark in row.marks if mark.remark),
    )


def _basis(spoken: Terminal, row: CriterionShown) -> str:
    told = ", ".join(basis_told(row.rests_on, spoken.language))
    return f" ({told})" if told else ""


def _why(spoken: Terminal, row: CriterionShown) -> list[str]:
    """What the log measures; then whether the criterion is met by the sheet that counts, and why."""
    found = [_measured(spoken, each) for each in row.measured]
    if row.met is not None:
        found.append(spoken.words(f"shown.met.{'yes' if row.met else 'no'}"))
    return [*found, *row.why]


def _measured(spoken: Terminal, measured: MeasuredShown) -> str:
    sources = spoken.many("stream", measured.rests_on)
    told = "; ".join(sources[:_SOURCES])
    if len(sources) > _SOURCES:
        told = spoken.words("shown.sources", sources=told, more=len(sources) - _SOURCES)
    key = "shown.measured" if measured.final else "shown.measured_provisional"
    return spoken.words(key, what=measured.words, value=measured.text, sources=told)
