"""Names that a log knows: of persons, units and cases, and the words that its programmes give their codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from application.questions.editions import editions
from application.questions.programme_words import Labels, agreed, labels_of
from application.running.person_name import name_of
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
    from datetime import date

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.person.state import Delegation, Mandate
    from projections.machinery.read_model import ReadModel
    from words.kinds import Kind
    from words.language import Language
    from words.sentences import Names


class Rules(NamedTuple):
    """The version of a programme that a case is under."""

    programme: str
    version: str


class Moment(NamedTuple):
    """The log as it was at a position, and the day on which names are asked for."""

    world: LedgerWorld
    on: date


class LogNames:
    """The `words.sentences.Names` of a log; what programmes disagree about is said in the words of each.

    Where two persons or two units have the same name, the code stands behind it.

    It knows the log as it was when it was made: one for each answer. As of a `moment` names are those of its day
    alone, and only what was published by then has words.
    """

    def __init__(self, system: System, moment: Moment | None = None) -> None:
        self._system = system
        self._moment = moment
        self._given: dict[tuple[Kind, str], str | None] = {}
        self._of_versions: dict[tuple[str, str], Labels] = {}

    def __call__(self, kind: Kind, code: str, language: Language, /) -> str | None:
        return self._said("", "", kind, code, language)

    def within(self, programme: str, version: str = "") -> Names:
        """The same names; what a programme labels, this version of the one named says, or its newest."""
        return partial(self._said, programme, version)

    def _said(
        self, programme: str, version: str, kind: Kind, code: str, language: Language, /
    ) -> str | None:
        if kind in _TOLD:
            return _TOLD[kind](self, code, language)
        if kind in _GIVEN:
            return self._named(kind, code)
        own = self._of_version(programme, version).get(kind, {}) if programme else {}
        label = own.get(code) or self._labels.get(kind, {}).get(code)
        if label is None:
            return None
        return label.en if language == "en" else label.vi

    def _of_version(self, programme: str, version: str) -> Labels:
        """The labels of a version of a programme; of its newest where none is named."""
        asked = programme, version
        if asked not in self._of_versions:
            edition = self._world.edition(programme, version)
            self._of_versions[asked] = labels_of(edition.programme) if edition else {}
        return self._of_versions[asked]

    def _named(self, kind: Kind, code: str) -> str | None:
        """A name that was given to one thing, the same in every language."""
        if (kind, code) not in self._given:
            self._given[kind, code] = self._told_apart(kind, code, _GIVEN[kind](self, code))
        return self._given[kind, code]

    def _told_apart(self, kind: Kind, code: str, name: str | None) -> str | None:
        """The name, with the code behind it where another one is called so too."""
        if not name or name == code or self._moment:
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
        return name_of(self._system.ledger, code)

    def _unit(self, code: str) -> str | None:
        unit = self._world.unit(code)
        on = self._moment.on if self._moment else self._system.today()
        return unit.name_on(on) if unit else None

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
        return self._moment.world if self._moment else newest_world(self._system)

    @cached_property
    def _labels(self) -> Labels:
        """What the newest versions of all programmes say together; as of a moment nothing."""
        if self._moment:
            return {}
        return agreed(labels_of(edition.programme) for edition in editions(self._system))


_GIVEN: Mapping[Kind, Callable[[LogNames, str], str | None]] = {
    "person": LogNames._person,  # noqa: SLF001 -- the table belongs to the class above it
    "unit": LogNames._unit,  # noqa: SLF001 -- as above
}


_TOLD: Mapping[Kind, Callable[[LogNames, str, Language], str | None]] = {
    "case": LogNames._case,  # noqa: SLF001 -- as above
    "authority": LogNames._authority,  # noqa: SLF001 -- as above
}
