"""A unit: a Party organisation with its names, superiors and organs by date."""
