"""Sample years of the five guidelines: units they name, everything else made up."""
