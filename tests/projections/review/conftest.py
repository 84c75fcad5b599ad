"""Fixtures of the review's tests."""

import pytest

from tests.projections.casebook import Casebook


@pytest.fixture
def book(ledger):
    return Casebook(ledger)
