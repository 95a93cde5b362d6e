"""Whom to write to and where they work: companies, contacts, leads (SPEC 3.6)."""
