"""The guidelines as data: one YAML file each, and the list of every clause they carry."""
