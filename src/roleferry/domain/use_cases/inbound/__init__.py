"""Use cases: inbound."""
