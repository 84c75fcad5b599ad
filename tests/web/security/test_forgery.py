"""A form that is not of the session that sends it changes nothing, whatever the route."""

import pytest

from tests.web.security import conftest as people
from tests.web.security.routes import table
from tests.web.security.test_matrix import LET_IN, address
from web import sent
from web.coming_in.secrets_held import form_token, fresh

STALE = 409
FORGED = {
    "no token": {},
    "an empty token": {"_token": ""},
    "a token of nobody": {"_token": "0" * 64},
    "a token of another session": {"_token": form_token(fresh())},
    "a token that is no text of ours": {"_token": "Ư" * 64},
}


def posts(app, kind):
    """Every route that changes something and that somebody of a kind is let in by."""
    return [each for each in table(app) if each.method != "GET" and kind in LET_IN[each.way]]


def tables_of(desk):
    """All that stands in the tables of the web but the noting of a session that lives, and the end of the log."""
    from ledger.beside import tables  # noqa: PLC0415 -- compared row by row here alone

    with desk.ledger.connection() as connection:
        rows = {
            name: sorted(map(str, connection.execute(each.select()).all()))
            for name, each in tables.metadata.tables.items()
        }
    return rows, desk.ledger.head().position


def carried_out(app, desk, case, somebody, data, **headers):
    """Routes that took a forged form: answered as if it were ours, or changed something."""
    found = []
    for each in posts(app, somebody.kind):
        before = tables_of(desk)
        answer = somebody.browser.post(
            address(each, case), data={"_step": "do", **data}, headers=headers
        )
        given_back = answer.status_code == 422 and each.form == "values_sent"
        if tables_of(desk) != before or not (answer.status_code == STALE or given_back):
            found.append((each.path, answer.status_code))
    return found


@pytest.mark.parametrize("kind", ["visitor", "machine", people.OF_UNIT])
def test_a_forged_form_changes_nothing(app, desk, case, come, kind):
    somebody = come(kind)
    for told, data in FORGED.items():
        assert carried_out(app, desk, case, somebody, data) == [], told


def test_a_form_that_another_site_sent_changes_nothing(app, desk, case, come):
    somebody = come(people.OF_UNIT)
    right = {"_token": somebody.browser.token}
    for site in ("cross-site", "same-site"):
        found = carried_out(app, desk, case, somebody, right, **{"sec-fetch-site": site})
        assert found == []


def test_without_the_look_at_the_token_it_would_be_found(app, desk, case, come, monkeypatch):
    monkeypatch.setattr(sent, "_is_ours", lambda _request, _token: True)
    found = carried_out(app, desk, case, come("machine"), {})

    assert "/accounts/invite" in {path for path, _ in found}
