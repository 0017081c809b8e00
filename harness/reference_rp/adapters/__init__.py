"""Adapters: what each identity provider's claims mean. One file each, one constant `ADAPTER`, found by looking here.

Adding a provider is adding a file: its name is the `{idp}` of the redirect URI.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


@dataclass(frozen=True, slots=True)
class GroupsUnknown:
    """The provider did not list the groups; `reason` says why in a sentence for the person. Never "no groups"."""

    reason: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the provider says this is.

    Attributes:
        account_key: stable for the person within the issuer; never an address or a name.
        email: may be empty, for not every provider sends one.
        email_trusted: True or False as the provider says; None when it says nothing.
        tenant: the provider's own id of the customer; empty when tokens carry none.
    """

    account_key: str
    email: str
    email_trusted: bool | None
    name: str
    groups: tuple[str, ...] | GroupsUnknown
    tenant: str


@dataclass(frozen=True, slots=True)
class Adapter:
    """One provider's meaning of claims.

    Attributes:
        label: the provider's name for people.
        scopes: asked for unless the connection says otherwise.
        userinfo: whether the userinfo endpoint completes the ID token here.
        identity: claims and connection to identity; may raise `Refusal`.
        logout_hint: by which parameter the provider's logout endpoint learns whom to sign out.
        tenant: the tenant a connection must be answered from; empty when any will do.
    """

    label: str
    scopes: tuple[str, ...]
    userinfo: bool
    identity: Callable[[Claims, Connection], Identity]
    tenant: Callable[[Connection], str]
    logout_hint: Literal["id_token_hint", "logout_hint"] = "id_token_hint"


def names() -> tuple[str, ...]:
    """The names of all adapters, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def find(name: str) -> Adapter | None:
    """The adapter called `name`.

    Raises:
        TypeError: the file exists but does not define `ADAPTER`; the message names the file.
    """
    if name not in names():
        return None
    adapter = getattr(importlib.import_module(f"{__name__}.{name}"), "ADAPTER", None)
    if not isinstance(adapter, Adapter):
        raise TypeError(f'"{name}.py" defines no "ADAPTER"; every file in adapters/ must define one')
    return adapter
