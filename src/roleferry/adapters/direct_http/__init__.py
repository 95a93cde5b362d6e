"""Public pages, the six job boards and shared sheets over plain HTTP, at no cost and never into private networks."""

from roleferry.adapters.direct_http.client import GuardedClient, Limits
from roleferry.adapters.direct_http.guard import GuardedBackend, Resolve
from roleferry.adapters.direct_http.pages import DirectJobPages
from roleferry.adapters.direct_http.sheets import GoogleSheets, csv_url

__all__ = ["DirectJobPages", "GoogleSheets", "GuardedBackend", "GuardedClient", "Limits", "Resolve", "csv_url"]
