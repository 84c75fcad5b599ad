"""A person's own work: what waits for them, what waits for others, drafts; and for whom they act today."""
