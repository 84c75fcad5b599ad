"""A person: on which roll, with which mandates and delegations, by date."""
