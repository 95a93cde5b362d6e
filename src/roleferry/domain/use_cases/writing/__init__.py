"""Use cases: writing."""
