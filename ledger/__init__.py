"""The append-only log: how what happened is kept. Knows nothing of recognition.

`ledger.ledger.Ledger` is what the other rooms use; the rest serves it.
"""
