"""The library's interfaces over our ledger: recorder, mapper, application, subscription, tracking."""
