"""The end of a paper: who signs in whose name (T/M, K/T), and to whom it goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from documents.papers.parts.content import BLANK, Ending, Signature
from documents.papers.parts.letterhead import committee_of
from words.folded import folded
from words.language import find

if TYPE_CHECKING:
    from application.questions.on_paper.bodies import OrganOnPaper, Signer
    from documents.papers.parts.paper import Material

DEPUTY = "pho "
"""How the post of a deputy begins, without tone marks."""


def signed(m: Material, organ: OrganOnPaper | None, signer: Signer) -> Signature:
    """The signature of an organ: of a collective on its behalf; of a head, or of a deputy in the place of one."""
    return Signature(_in_whose_name(m, organ, signer), (signer.post or BLANK).upper(), signer.name)


def _in_whose_name(m: Material, organ: OrganOnPaper | None, signer: Signer) -> Sequence[str]:
    if organ is None:
        return ()
    if m.rules.organ(organ.organ).on_behalf:
        return (m.say("on_behalf", organ=m.word(organ.organ, "organ").upper()),)
    head = find(f"paper.head_of.{organ.organ}", m.case.language)
    if head and folded(signer.post).startswith(DEPUTY):
        return (m.say("in_place_of", post=head.upper()),)
    return ()


def by_hand(m: Material, post: str, name: str = "") -> Signature:
    """A signature of somebody who acts in no body's name, with what is to be written under the post."""
    return Signature((), m.say(f"post.{post}").upper(), name, m.say("sign_here"))


def ending(m: Material, right: Signature, recipients: Sequence[str]) -> Ending:
    """Recipients at the left, one a line, and the signature at the right."""
    last = len(recipients) - 1
    mark = m.rules.recipients_separator.value
    lines = [f"- {each}{'.' if at == last else mark}" for at, each in enumerate(recipients)]
    return Ending(right, recipients_title=m.say("recipients"), recipients=lines)


def to_report(m: Material, organ: OrganOnPaper | None) -> list[str]:
    """The body above, to which a paper is sent to report; none where the log knows none."""
    if organ is None:
        return []
    above = organ.unit if m.rules.organ(organ.organ).heads == "organ" else organ.above
    if above is None:
        return []
    return [m.say("to_report", body=committee_of(m.rules.unit_names, above))]


def filed(m: Material, organ: OrganOnPaper | None) -> str:
    """Who keeps the copy."""
    rule = m.rules.organ(organ.organ) if organ else m.rules.other_organs
    keeper = rule.files or (organ.organ if organ else "")
    return m.say("filed", organ=m.word(keeper, "organ") or BLANK)
