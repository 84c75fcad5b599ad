"""What may happen: stages, steps, roles and deadlines as data, checked, compiled and drawn.

The engine knows nothing of the subject it is used for; it imports none of our other rooms.
"""
