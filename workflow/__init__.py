"""What may happen: stages, steps, roles and deadlines as data, checked and compiled.

The engine knows nothing of the subject it is used for; it imports none of our other rooms.
"""
