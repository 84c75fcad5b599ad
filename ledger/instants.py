"""Instants as the log keeps them: UTC, ISO 8601, microseconds, so that text order is time order."""

from datetime import UTC, datetime


def instant_text(moment: datetime) -> str:
    """Raises ValueError for a moment without an offset."""
    if moment.tzinfo is None:
        message = f"an instant needs an offset: {moment.isoformat()}"
        raise ValueError(message)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def normalised(text: str) -> str:
    """Any ISO instant with an offset, in the form the log keeps; raises ValueError for others."""
    return instant_text(datetime.fromisoformat(text))
