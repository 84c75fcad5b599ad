"""Fixtures for all tests."""

from tests.support.databases import (
    clock,
    fresh_url,
    ledger,
    postgres_server,
    postgres_url,
    sqlite_url,
)

__all__ = ["clock", "fresh_url", "ledger", "postgres_server", "postgres_url", "sqlite_url"]
