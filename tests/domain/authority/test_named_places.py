"""Whom a guideline names by where they stand, and to whom a report goes: obeyed on the sample's own organisations."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import unit as u
from domain.refusal import RefusedError
from domain.round.decide import decide as decide_round
from domain.streams import round_stream, unit_stream, unit_year_stream
from domain.unit_year.decide import decide
from tests.clauses.homes import EDITIONS
from tests.clauses.organisation import organisation
from tests.support.stage_world import person_of

NAMED = "KT-KHTH"


def listing(world, units):
    """The codes against a pilot list of Kon Tum."""
    stream = round_stream("kon-tum", "2024")
    organ = "KT-DUK/standing_committee"
    command = world.command(
        "set-pilot-list", stream, {"units": units}, organ=organ, on=date(2024, 5, 7)
    )
    with pytest.raises(RefusedError) as caught:
        decide_round(world.round("kon-tum", "2024"), command, world)
    return {reason.code for reason in caught.value.refusals}


def test_a_unit_named_for_the_pilot_stands_under_the_committee_it_is_named_with():
    """KT line 85: “Chi bộ Kế hoạch Tổng hợp (trực thuộc Đảng bộ Ban Quản lý Khu kinh tế …)”."""
    world = organisation(EDITIONS["kon-tum"], "2024")
    assert "pilot_named_missing" not in listing(world, [NAMED])
    assert "pilot_named_missing" in listing(world, ["KT-CB2"])

    world.give(unit_stream(NAMED), u.UnitMoved(parent="KT-DB2"), on="2024-05-01")
    assert "pilot_named_missing" in listing(world, [NAMED])


@pytest.mark.parametrize(
    ("code", "unit", "report", "by", "to"),
    [
        ("power-tkv", "PW-ND1", "review_result", "party_committee", ["PW-TCT/organisation_board"]),
        ("power-tkv", "PW-TCT", "to_group", "organisation_board", ["PW-TKV/standing_committee"]),
    ],
)
def test_a_report_goes_to_the_organ_that_the_guideline_names(code, unit, report, by, to):
    """PW lines 183 and 171: to the Corporation through its organisation board, and by this to the Group."""
    world = organisation(EDITIONS[code], "2024")
    organ, stream = f"{unit}/{by}", unit_year_stream(unit, 2024)
    data = {"programme": code, "report": report}
    command = world.command("file-report", stream, data, organ=organ, on=date(2024, 6, 3))
    person = _holder(world, organ)
    decided = decide(None, replace(command, signed_by=person, actor=person), world)

    assert decided.events[0].to == to


def _holder(world, organ):
    person_of(world, "nguoi-ky", organ)
    return "nguoi-ky"
