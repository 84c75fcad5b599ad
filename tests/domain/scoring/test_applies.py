import msgspec
import pytest

from domain.programme.applies import Applies
from domain.scoring.applies import is_due
from domain.scoring.profile import Profile

CELL = Profile(subject_kind="cell", org_type="village", has=frozenset({"cell_committee"}), month=4)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ({}, True),
        ({"subjects": ["cell", "base_cell"]}, True),
        ({"subjects": ["base_cell"]}, False),
        ({"org_types": ["village"]}, True),
        ({"org_types": ["agency"]}, False),
        ({"has": ["cell_committee"]}, True),
        ({"has": ["cell_committee", "thematic_meeting"]}, False),
        ({"lacks": ["standing_committee"]}, True),
        ({"lacks": ["cell_committee"]}, False),
        ({"months": [1, 4]}, True),
        ({"months": [3]}, False),
        ({"subjects": ["cell"], "org_types": ["agency"]}, False),
        ({"leaders_only": True}, True),
    ],
)
def test_a_criterion_counts_when_all_that_it_asks_holds(rule, due):
    assert is_due(msgspec.convert(rule, Applies), CELL) is due


def test_a_criterion_for_leaders_is_not_asked_of_a_member_who_leads_nothing():
    assert not is_due(Applies(leaders_only=True), Profile(leaders=False))


def test_a_criterion_of_a_month_is_not_asked_of_a_year():
    assert not is_due(Applies(months=[1]), Profile())
