"""The relying party: its configuration, its clock, its way to the network, and all it remembers."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import httpx2

from .accounts import Accounts
from .configuration import Configuration, Connection, Organisation, Region
from .discovery import Kept
from .sessions import Sessions
from .transactions import Transactions


@dataclass(slots=True)
class RelyingParty:
    """One running instance; everything it holds is in memory and its own.

    Attributes:
        clock: seconds since the epoch.
        http: the back channel's client.
        issuers: metadata and keys by issuer.
        connections: connections entered on the settings page, by organization_id; they stand beside the configured ones.
    """

    configuration: Configuration
    clock: Callable[[], float]
    http: httpx2.AsyncClient
    transactions: Transactions = field(default_factory=Transactions)
    sessions: Sessions = field(default_factory=Sessions)
    accounts: Accounts = field(default_factory=Accounts)
    issuers: dict[str, Kept] = field(default_factory=dict)
    connections: dict[str, Connection] = field(default_factory=dict)
    refreshing: dict[str, object] = field(default_factory=dict)

    def reset(self) -> None:
        """Forget everything but the configuration: sessions, logins, accounts, metadata, keys, entered connections."""
        self.transactions.clear()
        self.sessions.clear()
        self.accounts.clear()
        self.issuers.clear()
        self.connections.clear()
        self.refreshing.clear()

    def reconfigure(self, configuration: Configuration) -> None:
        """Go on with `configuration`; what is remembered stays. The back channel's client stays as it was made."""
        self.configuration = configuration

    def region(self, name: str) -> Region:
        """The region called `name`; organisations only name known ones."""
        return next(region for region in self.configuration.regions if region.name == name)

    def region_of_host(self, host: str) -> Region | None:
        """The region that answers to exactly this Host header."""
        return next((region for region in self.configuration.regions if region.host == host.lower()), None)

    def organisation(self, organization_id: str) -> Organisation | None:
        """The organisation with this id."""
        return next((each for each in self._organisations() if each.organization_id == organization_id), None)

    def organisation_named(self, name: str) -> Organisation | None:
        """The organisation people call `name`."""
        return next((each for each in self._organisations() if each.name == name), None)

    def organisations_of(self, issuer: str) -> list[Organisation]:
        """The organisations with an active connection to `issuer`."""
        found = [each for each in self._organisations() if each.connection and each.connection.issuer == issuer]
        return [each for each in found if each.connection and each.connection.status == "active"]

    def _organisations(self) -> list[Organisation]:
        """All organisations; a connection entered here replaces the configured one once it is active, or if none is."""
        found = []
        for organisation in self.configuration.organisations:
            entered = self.connections.get(organisation.organization_id)
            if entered and (entered.status == "active" or organisation.connection is None):
                found.append(replace(organisation, connection=entered))
            else:
                found.append(organisation)
        return found
