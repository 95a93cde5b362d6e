"""People somebody may write to."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.ids import ApplicationId, CompanyId, ContactId
from roleferry.domain.model.people.contact import Contact


class ContactRepository(Protocol):
    """Rows of contacts, and for which applications they are written to."""

    @abstractmethod
    async def add(self, contact: Contact) -> None:
        """
        Keep a contact.

        Raises:
            ContactExists: the user has one with this address, in any case.
        """

    @abstractmethod
    async def add_all(self, contacts: Sequence[Contact]) -> None:
        """
        Keep many contacts at once.

        Raises:
            ContactExists: the user has one with one of the addresses, in any case.
        """

    @abstractmethod
    async def find(self, contact_id: ContactId) -> Contact:
        """
        Return it, locked until the transaction ends.

        Raises:
            ContactNotFound: there is none.
        """

    @abstractmethod
    async def of_email(self, email: str) -> Contact | None:
        """Return the user's contact at this address, in any case, locked; None when there is none."""

    @abstractmethod
    async def all_of(self, contact_ids: Sequence[ContactId]) -> Sequence[Contact]:
        """Return those of these contacts that exist, in no order, without a lock."""

    @abstractmethod
    async def of_emails(self, emails: Sequence[str]) -> Sequence[Contact]:
        """Return the user's contacts at these addresses, in any case, locked."""

    @abstractmethod
    async def namesake(self, contact: Contact) -> Contact | None:
        """Return somebody else of this name at the same company who has no address, locked; None when there is none."""

    @abstractmethod
    async def of_company(self, company_id: CompanyId) -> Sequence[Contact]:
        """Return everybody known there, locked."""

    @abstractmethod
    async def save(self, contact: Contact) -> None:
        """
        Write its next state.

        Raises:
            ContactExists: another contact has the address.
        """

    @abstractmethod
    async def remove(self, contact_id: ContactId) -> None:
        """
        Forget the person.

        Raises:
            ContactNotFound: there is none.
            ContactInUse: a campaign has them among its targets, or has written to them.
        """

    @abstractmethod
    async def target(self, application_id: ApplicationId, contact_ids: Sequence[ContactId], *, at: datetime) -> None:
        """Name people to write to about an application; naming one twice changes nothing."""

    @abstractmethod
    async def untarget(self, application_id: ApplicationId, contact_id: ContactId) -> bool:
        """Name one no longer; say whether they were named."""
