"""Fixtures for the read models."""

from datetime import date

import pytest


@pytest.fixture
def today() -> date:
    return date(2024, 12, 20)
