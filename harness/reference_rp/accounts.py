"""Accounts: who a person is here. Found by organisation, issuer and the adapter's stable key, never by e-mail.

E-mail addresses, user names and display names change and are given to others (OIDC Core 1.0, 5.7); an address serves
once, to hand an invitation to the first account that proves it inside the inviting organisation.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .adapters import GroupsUnknown, Identity
from .configuration import Connection, Member, Organisation

TOTAL = 10_000

Key = tuple[str, ...]


@dataclass(slots=True)
class Account:
    """One person in one organisation.

    Attributes:
        id: opaque; never changes.
        member: the invitation this account has taken over, if there was one.
        disabled: an administrator of the organisation has switched off this account's access.
    """

    id: str
    key: Key
    organization_id: str
    email: str
    name: str
    roles: tuple[str, ...]
    member: Member | None = None
    disabled: bool = False


class Accounts:
    """All accounts, found by key."""

    def __init__(self) -> None:
        self._by_key: dict[Key, Account] = {}

    def find(self, wanted: Key) -> Account | None:
        """The account of `wanted`."""
        return self._by_key.get(wanted)

    def by_id(self, account_id: str) -> Account | None:
        """The account whose opaque id is `account_id`."""
        return next((each for each in self._by_key.values() if each.id == account_id), None)

    def of(self, organization_id: str) -> list[Account]:
        """All accounts of one organisation, in order of arrival."""
        return [each for each in self._by_key.values() if each.organization_id == organization_id]

    def add(self, account: Account) -> None:
        """Keep `account`; the oldest makes room, for this store is a rehearsal's."""
        if account.key not in self._by_key and len(self._by_key) >= TOTAL:
            del self._by_key[next(iter(self._by_key))]
        self._by_key[account.key] = account

    def clear(self) -> None:
        """Forget all."""
        self._by_key.clear()


def key(organisation: Organisation, connection: Connection, identity: Identity) -> Key:
    """What identifies a person: organisation, issuer and the adapter's key (OIDC Core 1.0, 5.7)."""
    return (organisation.organization_id, connection.issuer, identity.account_key)


def folded(address: str) -> str:
    """An address or a domain for comparing: A is a, but no look-alike of Unicode's becomes a plain letter (UTR 36, 2)."""
    return address.strip().encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one: the case of an address splits nobody in two."""
    return folded(one) == folded(other)


def address_is_proven(identity: Identity, organisation: Organisation) -> bool:
    """Whether the address may be relied on: the issuer says so, or says nothing about a domain proven to be theirs."""
    if not identity.email:
        return False
    if identity.email_trusted is None:
        domain = folded(identity.email.rpartition("@")[2])
        return domain in {folded(each) for each in organisation.email_domains}
    return identity.email_trusted


def membership(accounts: Accounts, organisation: Organisation, account: Account, identity: Identity) -> Member | None:
    """The invitation of `account`, as the organisation has it now.

    It was taken over before, or is taken over now: of the same organisation, by a proven address, by nobody else before.
    """
    if account.member:
        return listed(organisation, account.member.email)
    if not address_is_proven(identity, organisation):
        return None
    member = listed(organisation, identity.email)
    others = [each.member for each in accounts.of(organisation.organization_id) if each.member and each is not account]
    return member if member and not any(same_address(member.email, other.email) for other in others) else None


def listed(organisation: Organisation, email: str) -> Member | None:
    """The member the organisation lists under `email`."""
    return next((member for member in organisation.members if same_address(member.email, email)), None)


def mapped_roles(group_roles: Mapping[str, str], groups: Iterable[str]) -> set[str]:
    """The roles that `groups` bring, by the organisation's own table."""
    return {group_roles[group] for group in groups if group in group_roles}


def roles(organisation: Organisation, identity: Identity, member: Member | None, before: tuple[str, ...]) -> set[str]:
    """The roles of this login. Unknown groups leave what was there `before`: not knowing is not "no groups"."""
    held = {"member"} | ({member.role} if member else set())
    if isinstance(identity.groups, GroupsUnknown):
        return held | set(before)
    return held | mapped_roles(organisation.group_roles, identity.groups)


def renew(account: Account, organisation: Organisation, identity: Identity, member: Member | None) -> None:
    """Take over what this login says: invitation, address, name, and roles, which may be fewer than before."""
    account.member = member
    account.email = identity.email or account.email
    account.name = identity.name or account.name
    account.roles = tuple(sorted(roles(organisation, identity, member, account.roles)))


def sign_in(accounts: Accounts, organisation: Organisation, connection: Connection, identity: Identity) -> Account:
    """The account of `identity`, new at the first login. It is for the checks to admit it, and for the caller to `add` it.

    An account that was refused is not kept: its invitation may still come.
    """
    wanted = key(organisation, connection, identity)
    account = accounts.find(wanted)
    if account is None:
        account = Account(secrets.token_hex(8), wanted, organisation.organization_id, "", "", ())
    renew(account, organisation, identity, membership(accounts, organisation, account, identity))
    return account
