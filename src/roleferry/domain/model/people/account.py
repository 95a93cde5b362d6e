"""The person this service works for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from roleferry.domain.model.errors import FieldError, Invalid, NotFound
from roleferry.domain.model.ids import UserId
from roleferry.domain.model.sending.header_values import is_clean
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named


class AccountNotFound(NotFound):
    """There is no such account."""

    code = "account.not_found"


class AccountInvalid(Invalid):
    """Something about the account is not valid."""

    code = "account.invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who somebody is; `postal_address` stands in the footer of every mail (SPEC 6)."""

    id: UserId
    email: str
    name: str | None
    role: str
    postal_address: str | None
    timezone: str
    created_at: datetime

    def edited(self, changes: Mapping[str, Any]) -> Account:
        """
        Return the account with these fields set.

        Raises:
            AccountInvalid: a name or zone that is none.
        """
        name = changes.get("name")
        if name is not None and (not name.strip() or not is_clean(name)):
            message = "is a name that may stand in a mail's header"
            raise AccountInvalid(f"name: {message}", errors=(FieldError("name", message),))
        try:
            zone_named(changes.get("timezone", self.timezone))
        except UnknownTimeZone as error:
            raise AccountInvalid(error.detail, errors=(FieldError("timezone", error.detail),)) from error
        return replace(self, **changes)
