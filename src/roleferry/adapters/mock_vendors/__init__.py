"""Simulated vendors, free and the same for the same input: samples, marked as such, of nobody and nothing real."""

from roleferry.adapters.mock_vendors.enrichment import MockEnrichment
from roleferry.adapters.mock_vendors.search import MockSearch
from roleferry.adapters.mock_vendors.verifier import MockVerifier

__all__ = ["MockEnrichment", "MockSearch", "MockVerifier"]
