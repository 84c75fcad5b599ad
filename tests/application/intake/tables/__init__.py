"""Tables of offices, as people see them."""
