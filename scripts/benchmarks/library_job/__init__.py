"""The same job on the library as it comes: its aggregates with default JSON, its recorders, `transitions` for the step.

It does what a whole command of ours does for four acts on a case, refuses what ours refuses, and keeps the same rows of
status, register and tasks in the transaction of the event (`tests/scripts/test_library_job.py`). It has no command ids,
no hash tree, no erasable texts, no recheck of the facts a decision rested on, and does not keep the organs of a task.
"""
