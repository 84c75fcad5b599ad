"""A unit's month: meetings, roll, fees, and what is recorded of them."""
