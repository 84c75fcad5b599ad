"""One request as a page needs it: who asks, in which language, about what time; and the ways in by who may."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from application.questions.names import LogNames
from application.questions.sight import NOTHING, Sight, sight_of
from web.coming_in.cookies import LANGUAGE, SESSION, visit_of
from web.coming_in.secrets_held import form_token
from web.coming_in.session import Present, present
from web.spoken import Spoken
from web.turned_away import NobodyHereError, NotForYouError, SecondFactorFirstError
from words.language import LANGUAGES

if TYPE_CHECKING:
    from application.running.system import System
    from ledger.beside.accounts import Account
    from web.desk import Desk


@dataclass
class Asked:
    """A request: of whom, in which language."""

    request: Request
    desk: Desk
    here: Present | None

    @property
    def system(self) -> System:
        return self.desk.system

    @property
    def present(self) -> Present:
        """Who is here; for pages that need somebody."""
        if self.here is None:
            raise NobodyHereError
        return self.here

    @property
    def account(self) -> Account:
        """The account of who is here; for pages that need one."""
        return self.present.account

    @property
    def person(self) -> str:
        """Whom the log knows them as; empty for an administrator and for a visitor."""
        return self.here.account.person if self.here else ""

    @cached_property
    def language(self) -> str:
        """The one chosen by cookie, else by the account, else the application's."""
        chosen = self.request.cookies.get(LANGUAGE, "")
        own = self.here.account.language if self.here else ""
        return next(each for each in (chosen, own, self.desk.language) if each in LANGUAGES)

    @cached_property
    def spoken(self) -> Spoken:
        return Spoken(self.language, LogNames(self.system) if self.here else None)

    @cached_property
    def sight(self) -> Sight:
        """Whose files they may look at; nobody's for an administrator."""
        return sight_of(self.system, self.person) if self.person else NOTHING

    @cached_property
    def visit(self) -> str:
        """The secret of a visitor who has not come in."""
        return visit_of(self.request)

    @property
    def token(self) -> str:
        """What the forms of this page carry."""
        return form_token(self.here.secret if self.here else self.visit)


def asked_by(request: Request) -> Asked:
    """Who asks, be it nobody."""
    desk: Desk = request.app.state.desk
    return Asked(request, desk, present(desk, request.cookies.get(SESSION, "")))


def anybody(asked: Annotated[Asked, Depends(asked_by)]) -> Asked:
    return asked


def signed_in(asked: Annotated[Asked, Depends(asked_by)]) -> Asked:
    """Somebody with an account; raises NobodyHereError."""
    _ = asked.present
    return asked


def person(asked: Annotated[Asked, Depends(signed_in)]) -> Asked:
    """Somebody who is a person of the log; raises NotForYouError for an administrator."""
    if not asked.person:
        raise NotForYouError
    return asked


def administrator(asked: Annotated[Asked, Depends(signed_in)]) -> Asked:
    """Somebody who runs the machine; raises NotForYouError for anybody else, and SecondFactorFirstError.

    On a simulated log the second factor is not asked for: whatever stands there is made up.
    """
    if asked.person:
        raise NotForYouError
    if not asked.account.secret and not asked.desk.simulated:
        raise SecondFactorFirstError
    return asked


Anybody = Annotated[Asked, Depends(anybody)]
SignedIn = Annotated[Asked, Depends(signed_in)]
Person = Annotated[Asked, Depends(person)]
Administrator = Annotated[Asked, Depends(administrator)]
