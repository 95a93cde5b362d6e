"""Use cases: figures."""
