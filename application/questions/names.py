"""Names that a log knows: of persons, units and cases, and the words that its programmes give their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from application.questions.editions import editions
from application.questions.persons import name_of
from application.running.world import newest_world
from domain.streams import person_stream
from projections.engine import catch_up
from projections.organisation.namesakes import has_namesake
from projections.organisation.persons import PERSONS
from projections.organisation.units import UNITS
from words import sentences
from words.language import say
from words.values import day

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.person.state import Delegation, Mandate
    from domain.programme.criteria import Node
    from domain.programme.model import Programme
    from projections.machinery.read_model import ReadModel
    from words.kinds import Kind, Labelled
    from words.language import Language
    from words.sentences import Names


class LogNames:
    """The `words.sentences.Names` of a log; what programmes disagree about, the newest says.

    Where two persons or two units have the same name, the code stands behind it.

    It knows the log as it was when it was made: one for each answer.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self._given: dict[tuple[Kind, str], str | None] = {}

    def __call__(self, kind: Kind, code: str, language: Language, /) -> str | None:
        return self._said("", kind, code, language)

    def within(self, programme: str) -> Names:
        """The same names; what programmes disagree about, the one named says."""
        return partial(self._said, programme)

    def _said(self, programme: str, kind: Kind, code: str, language: Language, /) -> str | None:
        if kind in _TOLD:
            return _TOLD[kind](self, code, language)
        if kind in _GIVEN:
            return self._named(kind, code)
        own = self._labels_by_programme.get(programme, {}).get(kind, {})
        label = own.get(code) or self._labels.get(kind, {}).get(code)
        if label is None:
            return None
        return label.en if language == "en" else label.vi

    def _named(self, kind: Kind, code: str) -> str | None:
        """A name that was given to one thing, the same in every language."""
        if (kind, code) not in self._given:
            self._given[kind, code] = self._told_apart(kind, code, _GIVEN[kind](self, code))
        return self._given[kind, code]

    def _told_apart(self, kind: Kind, code: str, name: str | None) -> str | None:
        """The name, with the code behind it where another one is called so too."""
        if not name or name == code:
            return name
        with self._system.ledger.connection() as connection:
            alike = has_namesake(connection, self._called[kind], name)
        return f"{name} ({code})" if alike else name

    @cached_property
    def _called(self) -> Mapping[Kind, ReadModel[Any]]:
        """Where the names of a kind are, as the log is now."""
        catch_up(self._system.ledger)
        return {"person": PERSONS, "unit": UNITS}

    def _person(self, code: str) -> str | None:
        return name_of(self._system, code)

    def _unit(self, code: str) -> str | None:
        unit = self._world.unit(code)
        return unit.name_on(self._system.today()) if unit else None

    def _case(self, code: str, language: Language) -> str | None:
        case = self._world.case(f"case:{code.removeprefix('case:')}")
        if case is None:
            return None
        subject = sentences.word(case.subject, "subject", language, self)
        return say("case.of_subject", language, subject=subject, period=case.opened.period)

    def _authority(self, code: str, language: Language) -> str | None:
        """A right by the event that gave it, `person:ID@version`: a mandate, or by whom it was lent."""
        right = self._rights(code.rpartition("@")[0].partition(":")[2]).get(code)
        if right is None:
            return None
        since, lender = day(right.since, language), getattr(right, "delegator", "")
        if not lender:
            return say("authority.mandate", language, since=since)
        person = sentences.word(lender, "person", language, self)
        return say("authority.delegation", language, since=since, person=person)

    def _rights(self, person: str) -> dict[str, Mandate | Delegation]:
        """What a person was given, by the event that gave it."""
        known = self._world.person(person)
        if known is None:
            return {}
        given: list[Mandate | Delegation] = [*known.mandates.values(), *known.delegations.values()]
        return {f"{person_stream(person)}@{each.version}": each for each in given}

    @cached_property
    def _world(self) -> LedgerWorld:
        return newest_world(self._system)

    @cached_property
    def _labels(self) -> dict[Kind, dict[str, Labelled]]:
        found: dict[Kind, dict[str, Labelled]] = {}
        for by_kind in self._labels_by_programme.values():
            for kind, labels in by_kind.items():
                found.setdefault(kind, {}).update(labels)
        return found

    @cached_property
    def _labels_by_programme(self) -> dict[str, dict[Kind, Mapping[str, Labelled]]]:
        """Those of each programme's newest edition."""
        programmes = [edition.programme for edition in editions(self._system)]
        return {programme.code: _of_programme(programme) for programme in programmes}


_GIVEN: Mapping[Kind, Callable[[LogNames, str], str | None]] = {
    "person": LogNames._person,  # noqa: SLF001 -- the table belongs to the class above it
    "unit": LogNames._unit,  # noqa: SLF001 -- as above
}


_TOLD: Mapping[Kind, Callable[[LogNames, str, Language], str | None]] = {
    "case": LogNames._case,  # noqa: SLF001 -- as above
    "authority": LogNames._authority,  # noqa: SLF001 -- as above
}


def _of_programme(programme: Programme) -> dict[Kind, Mapping[str, Labelled]]:
    if programme.kind != "programme":
        return {"programme": {programme.code: programme.name}}  # an instrument has no more
    return {
        "programme": {programme.code: programme.name},
        "stage": programme.stages,
        "title": programme.titles,
        "level": programme.titles,
        "mark": {level.id: level for node in _nodes(programme) for level in node.levels},
        "reason": _reasons(programme),
        "subject_kind": programme.subjects,
        "org_type": programme.org_types,
        "role": programme.roles,
        "reward": programme.rewards,
        "ground": programme.revocation.grounds,
        "report": programme.reports,
        "review": programme.reviews,
        "commendation": programme.commendations,
    }


def _reasons(programme: Programme) -> dict[str, Labelled]:
    """The reasons for bonus points and for deductions."""
    found: dict[str, Labelled] = {}
    for of in programme.criteria.values():
        found |= {each.id: each for each in of.bonus}
        found |= {each.id: each for each in of.deductions}
    return found


def _nodes(programme: Programme) -> Iterator[Node]:
    """Every criterion of every set, those inside groups too."""
    for of in programme.criteria.values():
        for group in of.groups:
            yield from _within(group.nodes)


def _within(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _within(node.nodes)
