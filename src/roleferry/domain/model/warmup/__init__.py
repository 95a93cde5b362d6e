"""Warmup between mailboxes of the service: who writes to whom, how much, when and what; no figure knows of it."""
