"""Use cases: sending."""
