"""One paper of a case as a Word file: which it is, from which act, by which format rules, or why there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from application.questions.editions import editions
from documents.papers.format_rules.rules import FormatRules, rules_on
from documents.papers.parts.content import Content
from documents.papers.parts.paper import Material, Paper
from documents.papers.registry import papers
from domain.case.acts import BY_TOPIC
from domain.events.case import RecognitionRevoked
from domain.refusal import Refusal, RefusedError, refusal
from words import kinds
from words.folded import words_of
from words.language import say

if TYPE_CHECKING:
    from datetime import date

    from application.questions.on_paper.case_on_paper import CaseOnPaper
    from application.running.system import System
    from domain.programme.edition import Edition


class Made(NamedTuple):
    """A paper as data, and by which rules it is to be drawn."""

    content: Content
    rules: FormatRules
    language: str
    recorded_at: str

    def as_word(self) -> bytes:
        """The Word file."""
        from documents.papers.drawing.word import word_file  # noqa: PLC0415 -- slow import

        return word_file(self.content, self.rules, self.language, self.recorded_at)


class PaperRow(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that can be made, as `documents list --json` prints it: for which programmes, after which acts."""

    code: str
    name: str
    programmes: list[str]
    needs: list[str]


def paper_list(system: System, language: str) -> list[PaperRow]:
    """Every paper in the order of the documents; a programme has it where a workflow has the act that it needs."""
    known = [each for each in editions(system) if each.definitions]
    return [
        PaperRow(
            code=code,
            name=say(f"document.{code}", language),
            programmes=[each.programme.code for each in known if _has(each, paper)],
            needs=[event.TOPIC for event in paper.after],
        )
        for code, paper in papers().items()
    ]


def _has(edition: Edition, paper: Paper) -> bool:
    asked = {BY_TOPIC[event.TOPIC].verb for event in paper.after}
    verbs = {step.verb for each in edition.definitions.values() for step in each.steps}
    return not asked or bool(asked & verbs)


def make(code: str, case: CaseOnPaper) -> Made:
    """The paper of a document for a case; refuses what no paper is made of, and what the case lacks."""
    paper = papers().get(code)
    if paper is None:
        raise RefusedError([_no_paper(code)])
    act = case.newest(*paper.after) if paper.after else None
    if paper.after and act is None:
        raise RefusedError([_too_early(paper, case)])
    on = act.on if act else case.on
    material = Material(case, act, on, _rules(code, on))
    content = paper.content(material)._replace(banners=_banners(material))
    return Made(content, material.rules, case.language, case.recorded_at)


def _rules(code: str, on: date) -> FormatRules:
    found = rules_on(on)
    if found is None:
        raise RefusedError([refusal("paper_without_rules", document=kinds.document(code), on=on)])
    return found


def _no_paper(code: str) -> Refusal:
    made = kinds.many("document", list(papers()))
    return refusal("paper_not_made", document=kinds.document(code), papers=made)


def _too_early(paper: Paper, case: CaseOnPaper) -> Refusal:
    acts = tuple(kinds.of("event", event.TOPIC) for event in paper.after)
    return refusal(
        "paper_lacks_act",
        document=kinds.document(paper.code),
        subject=kinds.subject(case.subject),
        period=kinds.text(case.period),
        needs=kinds.of("either", acts),
    )


def _banners(m: Material) -> list[str]:
    """What nobody may overlook: that the log is a rehearsal, that the decision was revoked."""
    ruling, told = m.case.ruling, []
    if m.case.simulated:
        told.append(m.say("simulated"))
    if ruling and ruling.revoked_at and m.told_by and m.told_by.position == ruling.position:
        told.append(m.say("revoked", on=m.word(ruling.revoked_on, "date")))
    if m.told_by and m.told_by.topic == RecognitionRevoked.TOPIC and not _in_force(m):
        told.append(m.say("restored"))
    return told


def _in_force(m: Material) -> bool:
    """Whether the revocation that a paper is of is the one that counts."""
    return bool(m.case.ruling and m.told_by and m.case.ruling.revoked_at == m.told_by.position)


def file_name(code: str, case: CaseOnPaper) -> str:
    """What the file is called where nobody says: the paper, the subject, the period and the programme."""
    whom = case.subject.partition(":")[2]
    told = [*words_of(say(f"document.{code}", case.language)), whom, case.period]
    return "-".join([*told, case.edition.programme.code]) + ".docx"
