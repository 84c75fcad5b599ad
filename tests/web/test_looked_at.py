"""Who looked at a member's file is noted: by another than themselves, once a day, with how often."""

from types import SimpleNamespace

from ledger.beside.readings import readings
from tests.web.conftest import account_for
from web.cases.looked_at import note_look

OFFICE = "DB-committee_office"


def look(desk, account, subject):
    asked = SimpleNamespace(desk=desk, account=account, person=account.person)
    note_look(asked, subject)


def noted(desk):
    return [(each.day, each.person, each.subject, each.times) for each in readings(desk.ledger)]


def test_a_look_at_another_members_file_is_counted_for_each_day(desk, clock):
    account = account_for(desk, OFFICE)
    for _ in range(2):
        look(desk, account, "member:CB-cell")
    clock.go_on(days=1)
    look(desk, account, "member:CB-cell")

    assert noted(desk) == [
        ("2026-01-06", OFFICE, "member:CB-cell", 1),
        ("2026-01-05", OFFICE, "member:CB-cell", 2),
    ]


def test_a_look_at_ones_own_file_and_at_a_units_is_not_noted(desk):
    account = account_for(desk, OFFICE)
    look(desk, account, f"member:{OFFICE}")
    look(desk, account, "unit:CB")

    assert noted(desk) == []
