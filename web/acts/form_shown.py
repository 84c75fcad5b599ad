"""A form and the check of it, drawn: fields in the programme's words, for whom one acts, what will happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.cases import stream_named, world_of
from application.questions.step_basis import basis_of_verb
from web.acts import draft_kept
from web.acts.about_shown import about_inputs
from web.acts.attendance import beside_the_roll
from web.acts.ballots_shown import ballots_shown
from web.acts.for_whom import choices_of_organ
from web.acts.foreseen import foreseen
from web.acts.revocation_shown import revocation_shown
from web.acts.sheet_form import may_have_sheet, sheet_form
from web.acts.sheet_typed import beside_the_sheet
from web.acts.told import basis, by_input, reasons, values_of
from web.drawing import UNPROCESSABLE, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from application.commands.trial import Trial
    from domain.refusal import Refusal
    from web.acts.giving import Giving


def form_page(
    giving: Giving, wrong: Sequence[Refusal] = (), *, more: str = "", saved_at: str = ""
) -> Response:
    """The form with what was typed, and every reason that stands against it."""
    told = reasons(wrong, giving.spoken, giving.typed)
    at = by_input(told)
    _, kept_at = draft_kept.found(giving.asked, giving.about, giving.verb)
    sheet = sheet_form(giving, at)
    return page(
        giving.asked,
        "form.html.j2",
        status=UNPROCESSABLE if told else 200,
        reasons=told,
        wrong=at,
        inputs=beside_the_roll(giving, beside_the_sheet(giving.inputs(at, more))),
        sheet=sheet,
        ballots=ballots_shown(giving),
        sheet_offered=may_have_sheet(giving),
        sheet_left_out=sheet is not None and not giving.must_have_sheet,
        evidence_at=f"/cases/{giving.case}/do/attach-evidence",
        organs=choices_of_organ(giving),
        about=about_inputs(giving),
        saved_at=giving.spoken.value(saved_at or kept_at, "instant"),
        **_common(giving),
    )


def check_page(giving: Giving, tried: Trial) -> Response:
    """What will happen, before it does."""
    return page(
        giving.asked,
        "check.html.j2",
        revocation=revocation_shown(giving),
        foreseen=foreseen(giving.asked.system, tried, giving.spoken),
        values=values_of(giving.typed),
        **_common(giving),
    )


def _common(giving: Giving) -> dict[str, Any]:
    spoken = giving.spoken
    return {
        "giving": giving,
        "title": spoken.value(giving.verb, "verb"),
        "subject": spoken.value(giving.case, "case") if giving.case else "",
        "back": f"/cases/{giving.case}" if giving.case else "/work",
        "action": f"/cases/{giving.case}/do/{giving.verb}" if giving.case else f"/do/{giving.verb}",
        "typed": giving.typed,
        "basis": _basis(giving),
    }


def _basis(giving: Giving) -> tuple[str, ...]:
    """The clause of the step, or the default under which it is assumed, in its own words."""
    world = world_of(giving.asked.system)
    case = world.case(stream_named(giving.case)) if giving.case else None
    if case is None:
        return ()
    edition = world.edition(case.opened.programme, case.opened.version)
    return basis(basis_of_verb(edition, case, giving.verb), giving.spoken)
