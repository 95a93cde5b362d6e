"""Use cases: profile."""
