"""Every route has one of the four ways in, and every one that changes something reads a form that is ours."""

import pytest

from tests.web.security.routes import table


def without_a_way(app):
    return [f"{each.method} {each.path}" for each in table(app) if not each.way]


def without_a_form(app):
    return [each.path for each in table(app) if each.method != "GET" and not each.form]


def test_every_route_has_a_way_in(app):
    assert len(table(app)) > 28
    assert without_a_way(app) == []
    assert {each.method for each in table(app)} == {"GET", "POST"}


def test_every_route_that_changes_something_reads_a_form_of_ours(app):
    assert without_a_form(app) == []


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_route_without_a_way_in_would_be_found(app, method):
    app.add_api_route("/bare", lambda: "x", methods=[method])

    assert without_a_way(app) == [f"{method} /bare"]
    assert without_a_form(app) == (["/bare"] if method == "POST" else [])
