"""Which organs may take a step on a case: by the programme's rules, or by what happened in the case.

`issuer` is who decided (D-31, D-37); `original` who made the act that is corrected; `asked` a body that was asked for
an opinion. An outcome that is no case (a selection, a classification) is reviewed by the organ that made it. The
same rules answer for a folded case and for a read model's record (`projections/cases/roles.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from workflow.definition import Step

Use = tuple[str, str]
"""A revoked case, and what it was used for."""


class Ruled(Protocol):
    """Facts of a case on a day from which those roles are resolved that depend on nothing typed.

    `issuer` is the organ that decided, as it was named then; empty before.
    """

    @property
    def issuer(self) -> str: ...
    def by_rules(self, role: str) -> list[str]:
        """The organs of a role of the programme; none for a role that it does not know."""

    def heir(self, organ: str) -> str:
        """The organ that has its powers on the day."""


class About(Ruled, Protocol):
    """Also those that say which organ is meant by what is typed. Organs are named as they were when they acted.

    `inquirer` was asked to inquire; empty where nobody was. `bodies` were asked for an
    opinion. `flags` are outcomes that wait for a review, with the organ that made them (empty for a case).
    `makers` are the organs of all acts, by position.
    """

    @property
    def inquirer(self) -> str: ...
    @property
    def bodies(self) -> Sequence[str]: ...
    @property
    def flags(self) -> Mapping[Use, str]: ...
    @property
    def makers(self) -> Mapping[int, str]: ...


class Holders(NamedTuple):
    """`organs` may take a step in any case; of the `possible` ones the field `depends_on` of the data says which."""

    organs: list[str]
    possible: list[str] = []
    depends_on: str = ""

    @property
    def all(self) -> list[str]:
        """All of them, those that may in any case before the possible ones."""
        return list(dict.fromkeys((*self.organs, *self.possible)))


def holders(step: Step, about: About, payload: Any = None) -> Holders:
    """The organs that may take a step. Without a payload those that it would decide between are all `possible`."""
    if step.verb == "review-dependent":
        return _reviewers(step, about, payload)
    organs: list[str] = []
    possible: list[str] = []
    field = ""
    for role in step.roles:
        if role not in _TYPED:
            organs.extend(holding(role, about))
        elif payload is not None:
            organs.extend(_TYPED[role].chosen(about, payload))
        else:
            field = _TYPED[role].field
            possible.extend(_TYPED[role].possible(about))
    if step.verb == "conclude-inspection" and about.inquirer:
        organs.append(about.heir(about.inquirer))
    return _settled(organs, possible, field)


def holding(role: str, about: Ruled) -> list[str]:
    """The organs of a role that depends on nothing typed."""
    if role == "issuer":
        return [about.heir(about.issuer)] if about.issuer else []
    return about.by_rules(role)


def _settled(organs: list[str], possible: list[str], field: str) -> Holders:
    """Where only one organ is possible, nothing depends on what is typed."""
    others = [organ for organ in dict.fromkeys(possible) if organ not in organs]
    if len({*possible}) == 1:
        return Holders([*organs, *others])
    return Holders(organs, others, field if others else "")


class _Typed(NamedTuple):
    """A role that a field of the data says: the organs it may be, and those it is once that is typed."""

    field: str
    possible: Callable[[About], list[str]]
    chosen: Callable[[About, Any], list[str]]


def _makers(about: About) -> list[str]:
    return [about.heir(organ) for organ in about.makers.values()]


def _maker(about: About, payload: Any) -> list[str]:
    """Who made the act that is named; where it is none, those who made one."""
    maker = about.makers.get(getattr(payload, "of_position", 0), "")
    return [about.heir(maker)] if maker else _makers(about)


def _bodies(about: About) -> list[str]:
    return [about.heir(body) for body in about.bodies]


def _body(about: About, payload: Any) -> list[str]:
    """The body that speaks; where it was not asked, those that were."""
    body = getattr(payload, "body", "")
    return [about.heir(body)] if body in about.bodies else _bodies(about)


_TYPED = {
    "original": _Typed("of_position", _makers, _maker),
    "asked": _Typed("body", _bodies, _body),
}


def _reviewers(step: Step, about: About, payload: Any) -> Holders:
    """Who made an outcome that is no case looks at it again; at that of a case who has the step's role.

    Where what is named waits for no review, it is those who may review what does.
    """
    by_role = [organ for role in step.roles for organ in holding(role, about)]
    flags = about.flags
    if payload is not None and (payload.revoked, payload.use) in flags:
        maker = flags[payload.revoked, payload.use]
        return Holders([about.heir(maker)] if maker else by_role)
    makers = [about.heir(maker) for maker in flags.values() if maker]
    of_cases = not makers or not all(flags.values())
    return _settled([], [*(by_role if of_cases else []), *makers], "revoked")
