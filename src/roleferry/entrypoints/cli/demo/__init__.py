"""`roleferry demo`: the whole journey of SPEC 2 over HTTP, as a fresh person, ending in a report."""

from roleferry.entrypoints.cli.demo.command import add_arguments, demo

__all__ = ("add_arguments", "demo")
