"""Through whom a dossier goes: KT line 71, base units through the organisation board above them (KT-DOS-4)."""

import pytest

from domain.events import details as d
from domain.events.base import Document
from tests.domain.case.asking import SON_LA, a_case, ask, refused, taken
from tests.support.stage_world import PARENT, UNIT

BOARD, OFFICE = f"{PARENT}/organisation_board", f"{PARENT}/committee_office"


def dossier(channel=""):
    return d.Dossier(documents=[Document(document="DOC-REPORT", number="1")], channel=channel)


def channel_of(kind, channel, **given):
    story = a_case("claimed", kind, **given)
    return taken(story, "submit-dossier", dossier(channel)).details.channel


@pytest.mark.parametrize("channel", ["", "organisation_board", BOARD])
def test_a_base_unit_hands_in_through_the_organisation_board_above_it(channel):
    assert channel_of("base_cell", channel) == BOARD


@pytest.mark.parametrize(
    "channel", [OFFICE, "committee_office", f"{UNIT}/organisation_board", "bưu điện"]
)
def test_through_anybody_else_it_is_refused(channel):
    story = a_case("claimed", "base_cell")
    assert refused(story, "submit-dossier", dossier(channel)) == {"dossier_channel"}


def test_a_subordinate_cell_hands_in_at_its_base_committee():
    assert channel_of("subordinate_cell", "") == OFFICE
    assert channel_of("subordinate_cell", "party_committee") == f"{PARENT}/party_committee"
    story = a_case("claimed", "subordinate_cell")
    assert refused(story, "submit-dossier", dossier(BOARD)) == {"dossier_channel"}


def test_a_supplement_goes_the_same_way():
    story = a_case("returned", "base_cell")
    assert refused(story, "supplement-dossier", dossier(OFFICE)) == {"dossier_channel"}
    assert taken(story, "supplement-dossier", dossier()).details.channel == BOARD


def test_a_guideline_that_names_nobody_takes_what_is_typed():
    """The control: Sơn La's plan says who takes in a registration, not who takes in a dossier."""
    kind = "department_cell"
    story = a_case("voted", kind, edition=SON_LA)
    event = ask(story, "submit-dossier", dossier("văn thư")).events[-1]
    assert event.details.channel == "văn thư"
