"""The rules of coming in at their edges: passwords, links, the second factor, the token of a form."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from application.questions.sight import case_in_sight
from domain.refusal import RefusedError
from tests.web.conftest import PASSWORD, account_for
from web.coming_in import accounts
from web.coming_in.passwords import hashed, is_password, password_refusals
from web.coming_in.second_factor import new_secret, picture, step_of
from web.coming_in.secrets_held import form_token, fresh, is_form_token, kept

PLAIN = "abcdefghij"
NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)


def codes(refusals):
    return [each.code for each in refusals]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        (PLAIN[:9], ["password_length"]),
        (PLAIN, []),
        (PLAIN * 20, []),
        (PLAIN * 20 + "a", ["password_length"]),
        ("aaaabbbbcc", ["password_too_plain"]),
        ("aabbccddee", []),
        ("van thu 2026", ["password_too_plain"]),
    ],
)
def test_a_password_is_refused_at_its_edges(password, said):
    assert codes(password_refusals(password, "van thu")) == said


def test_a_password_is_kept_as_a_hash_that_is_another_each_time():
    assert is_password(hashed(PLAIN), PLAIN)
    assert not is_password(hashed(PLAIN), PLAIN + "k")
    assert hashed(PLAIN) != hashed(PLAIN)
    assert not is_password("", "nobody has this password")
    assert not is_password("no hash", PLAIN)


def test_a_code_is_good_half_a_minute_before_and_after_and_once():
    secret = new_secret()
    code = pyotp.TOTP(secret).at(NOW)
    step = int(NOW.timestamp()) // 30

    assert step_of(secret, code, NOW, 0) == step
    assert step_of(secret, code, NOW + timedelta(seconds=59), 0) == step
    assert step_of(secret, code, NOW + timedelta(seconds=60), 0) is None
    assert step_of(secret, code, NOW - timedelta(seconds=30), 0) == step
    assert step_of(secret, code, NOW - timedelta(seconds=31), 0) is None
    assert step_of(secret, code, NOW, step) is None
    assert step_of(secret, "", NOW, 0) is None
    assert "<svg" in picture(secret, "van thu")


def test_a_token_is_of_one_session():
    one, other = fresh(), fresh()

    assert is_form_token(one, form_token(one))
    assert not is_form_token(one, form_token(other))
    assert not is_form_token("", form_token(""))
    assert kept(one) != kept(other)


def joined(desk, secret, name="van thu", password=PASSWORD):
    with pytest.raises(RefusedError) as refused:
        accounts.join(desk, secret, name, password, "vi")
    return codes(refused.value.refusals)


def test_a_name_belongs_to_one_account_and_a_link_makes_one(desk):
    account_for(desk, "DB-committee_office", "van thu")
    secret = accounts.invited(desk, by="", person="CB-cell_committee")

    assert joined(desk, secret) == ["account_name_taken"]
    assert joined(desk, secret, name=" ") == ["account_name_missing"]
    accounts.join(desk, secret, "chi uy", PASSWORD, "vi")
    assert joined(desk, secret, name="khac") == ["invitation_over"]


def test_a_newer_link_for_the_same_person_ends_the_older(desk):
    older, newer = (accounts.invited(desk, by="", person="CB-cell_committee") for _ in range(2))

    assert joined(desk, older) == ["invitation_over"]
    assert accounts.join(desk, newer, "chi uy", PASSWORD, "vi").person == "CB-cell_committee"


def test_a_case_out_of_sight_is_none(desk):
    with pytest.raises(RefusedError) as refused:
        case_in_sight(desk.system, "DB-committee_office", "khong-co")
    assert codes(refused.value.refusals) == ["no_case_in_sight"]


SAID_BY_PAGES = {"form_stale", "not_let_in", "passwords_differ"}
"""Reasons that a page gives by itself: test_giving.py and test_coming_in.py read their sentences."""
