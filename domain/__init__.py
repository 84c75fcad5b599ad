"""Recognition itself, pure: events, commands, aggregates, criteria, scoring, authority by date."""
