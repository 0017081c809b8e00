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
        logout_tokens: until when, in seconds since the epoch, each "jti" of a logout token counts as seen.
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
    logout_tokens: dict[str, float] = field(default_factory=dict)

    def reset(self) -> None:
        """Forget everything but the configuration: sessions, logins, accounts, metadata, keys, entered connections."""
        self.transactions.clear()
        self.sessions.clear()
        self.accounts.clear()
        self.issuers.clear()
        self.connections.clear()
        self.logout_tokens.clear()

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
        return next((each for each in self.organisations() if each.organization_id == organization_id), None)

    def organisation_named(self, name: str) -> Organisation | None:
        """The organisation people call `name`."""
        return next((each for each in self.organisations() if each.name == name), None)

    def organisations(self) -> list[Organisation]:
        """All organisations; a connection entered here takes the configured one's place unless it only waits beside it."""
        found = []
        for organisation in self.configuration.organisations:
            entered = self.connections.get(organisation.organization_id)
            waits = entered is not None and entered.status == "pending" and organisation.connection is not None
            found.append(organisation if entered is None or waits else replace(organisation, connection=entered))
        return found
