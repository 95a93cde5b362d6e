"""Who is asking."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from roleferry.domain.model.ids import UserId


class Role(StrEnum):
    """What a caller may see: their own data, or the service's figures too."""

    USER = "user"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """A caller who proved who they are."""

    user_id: UserId
    role: Role = Role.USER


class Authenticator(Protocol):
    """Tell who a request is from."""

    @abstractmethod
    async def authenticate(self, headers: Mapping[str, str]) -> Principal | None:
        """Return the caller, or None for nobody; `headers` have lower-case names."""
