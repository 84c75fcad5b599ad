"""What a check of a round says, in a made-up organisation whose committee C is the body of Kon Tum's guideline."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import date

from msgspec.structs import replace

from domain.events import case as c
from domain.events.round import RoundOpened
from domain.streams import case_stream, round_stream
from tests.domain.organisation.asking import an_organisation
from tests.support.placed import placed
from tests.support.shown import assert_shown
from tests.support.world import edition_at
from words.sentences import sentence

KON_TUM = edition_at(placed("kon-tum.yaml", ("KT-DUK", "C"), ("KT-KHTH", "X")))
AN = {"by": "an", "organ": "C/standing_committee", "programme": "kon-tum", "period": "2024"}
ROUND = round_stream("kon-tum", "2024")


def a_round(edition=KON_TUM):
    """A world in which the round of 2024 is open."""
    world = an_organisation(edition)
    opened = RoundOpened(
        programme="kon-tum", version=edition.version, period="2024", closing_on=date(2024, 12, 31)
    )
    world.give(ROUND, opened, on="2024-01-02")
    return world


def with_programme(**changes):
    """Kon Tum's edition with other parts of the programme."""
    return changed(KON_TUM, programme=replace(KON_TUM.programme, **changes))


def a_case(world, unit, period="2024"):
    """A case of a unit in the round of a period is open; answers its stream."""
    stream = case_stream("kon-tum", f"unit:{unit}", period)
    opened = c.CaseOpened(
        programme="kon-tum", version=KON_TUM.version, round=round_stream("kon-tum", period),
        period=period, subject=f"unit:{unit}", subject_kind="subordinate_cell", unit=unit,
        title="four_good_cell", workflow=KON_TUM.programme.subjects["subordinate_cell"].workflow,
        criteria="cell",
    )  # fmt: skip
    world.give(stream, opened, on="2024-01-05")
    return stream


def said(check, world, verb, data, **given):
    """What each reason of a check is about, and its sentence."""
    command = world.command(verb, ROUND, data, **{**AN, **given})
    edition = world.edition("kon-tum")
    found = check(world.round("kon-tum", "2024"), command, edition, world)
    for each in found:
        assert_shown(each)
    return [(each.about, sentence(each, "en")) for each in found]
