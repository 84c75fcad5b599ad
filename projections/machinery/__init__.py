"""How read models are made, caught up and rebuilt, whatever they show."""
