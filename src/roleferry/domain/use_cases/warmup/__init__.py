"""Use cases: warmup."""
