"""What was sent when a session was over: carried through the page of coming in, and then kept as a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from ledger.beside import drafts
from ledger.beside.drafts import Draft

if TYPE_CHECKING:
    from ledger.beside.accounts import Account
    from web.desk import Desk
    from web.sent import Sent

KEPT = "kept"
"""The input that carries it: who had come in, where it was sent, and its values, as JSON."""
_ACT = re.compile(r"(?:/cases/(?P<case>[^/]+))?/do/(?P<verb>[^/?]+)")
_ABOUT = ("target", "programme", "subject", "period")


class KeptForm(msgspec.Struct, frozen=True):
    """A form that reached nobody: `account` is whose session it was."""

    account: str
    address: str
    typed: dict[str, list[str]]


def kept_in(sent: Sent | None) -> str:
    """What a page of coming in carried already."""
    return sent.one(KEPT) if sent else ""


def packed(account: str, address: str, sent: Sent) -> str:
    """The form as one text for the next page to carry; empty for one that is no command's."""
    if not account or not _ACT.fullmatch(address):
        return ""
    typed = {name: [*values] for name, values in sent.typed.items() if not name.startswith("_")}
    return msgspec.json.encode(KeptForm(account, address, typed)).decode()


def keep_for(desk: Desk, account: Account, sent: Sent) -> None:
    """Keep it as a draft of whoever sent it; of anybody else it is forgotten."""
    try:
        form = msgspec.json.decode(sent.one(KEPT) or "null", type=KeptForm | None)
    except msgspec.MsgspecError:
        return
    act = _ACT.fullmatch(form.address) if form else None
    if form is None or act is None or form.account != account.id:
        return
    about = act["case"] or " ".join(
        filter(None, ((form.typed.get(name) or [""])[-1].strip() for name in _ABOUT))
    )
    body = msgspec.json.encode(form.typed).decode()
    drafts.save(desk.ledger, [Draft(account.id, about, act["verb"], body, desk.instant())])
