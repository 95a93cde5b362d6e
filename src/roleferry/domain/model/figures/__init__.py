"""What came of it, counted honestly: rates with their counts, health of a mailbox, cost of a reply (SPEC 3.10-11)."""
