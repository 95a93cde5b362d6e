"""Ports in plain dicts, for tests and for a service without files."""
