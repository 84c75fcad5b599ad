"""What a step rests on: the clause of the guideline that orders it, or the default under which it is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from application.questions.clauses import in_order, text_of
from application.questions.defaults import defaults
from domain.events.case import CaseOpened
from projections.machinery.codec import CODEC
from words.language import chosen, say
from words.sentences import Names, nameless, sentence

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.state import Case
    from domain.programme.edition import Edition
    from domain.refusal import Refusal
    from ledger.entry import Row


def basis_of(edition: Edition | None, workflow: str, step: str) -> list[str]:
    """The clause of a step, then its default; nothing where the programme names neither."""
    definition = edition.definitions.get(workflow) if edition else None
    found = definition.steps if definition else ()
    own = next((each for each in found if each.step == step), None)
    return [each for each in (own.clause, own.default) if each] if own else []


def basis_of_verb(edition: Edition | None, case: Case, verb: str) -> list[str]:
    """What the steps of a command rest on at the stage where a case stands, each once."""
    definition = edition.definitions.get(case.opened.workflow) if edition else None
    found = [
        step
        for step in (definition.steps if definition else ())
        if step.verb == verb and definition and case.stage in definition.sources(step)
    ]
    each = (named for step in found for named in (step.clause, step.default) if named)
    return list(dict.fromkeys(each))


def basis_told(ids: Iterable[str], language: str) -> list[str]:
    """Clauses and defaults as people read them: a clause by its id, a default as what is assumed."""
    assumed = say("page.default", chosen(language))
    return [f"{assumed} {each}" if each in defaults() else each for each in ids]


def reason_told(reason: Refusal, language: str, names: Names = nameless) -> str:
    """A reason as a sentence, and after it by which clause, or under which default, it stands."""
    told = sentence(reason, chosen(language), names)
    basis = ", ".join(basis_told(reason.rests_on, language))
    return f"{told} {say('shown.rests_on', chosen(language), basis=basis)}" if basis else told


def words_of(ids: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Each clause once in the guideline's own words, then each default with its reason."""
    named = dict.fromkeys(ids)
    if not named:
        return []
    assumed = sorted(each for each in named if each in defaults())
    quoted = ((each, text_of(each, language)) for each in in_order(named) if each not in assumed)
    return [*quoted, *((each, _reason(each, language)) for each in assumed)]


def _reason(default: str, language: str) -> str:
    found = defaults()[default]
    return f"{found.text(language)}\n{found.why.text(language)}"


def with_basis(
    entries: list[dict[str, Any]], rows: Sequence[Row], world: LedgerWorld
) -> list[dict[str, Any]]:
    """A case's history with what each step of it rests on (`rests_on`), under the version the case was opened with."""
    events = [CODEC.decode(row.topic, row.state) for row in rows]
    opened = next((each for each in events if isinstance(each, CaseOpened)), None)
    edition = world.edition(opened.programme, opened.version) if opened else None
    workflow = opened.workflow if opened else ""
    return [
        entry | {"rests_on": basis_of(edition, workflow, getattr(event, "step", ""))}
        for entry, event in zip(entries, events, strict=True)
    ]
