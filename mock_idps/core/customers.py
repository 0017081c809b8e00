"""Customers that a vendor's folder brings along in `customers.toml`, so that a new vendor needs no edit elsewhere.

Read as data and without importing the vendor: whoever lists customers does so before anything is started.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from mock_idps.core.plugins import BrokenPromise

FILE = "customers.toml"
ROOM = Path(__file__).resolve().parents[1]
"""The folder of all vendors."""

Shape = Literal["uuid", "hex", "digits"]
"""How the vendor's ids of people and tenants look."""

_REQUIRED = ("name", "organization_id", "display_name", "region", "issuer")


@dataclass(frozen=True, slots=True)
class Brought:
    """One fictional customer of a vendor.

    `client_id` may hold "{digits}" and "{letters}" for parts that differ between apps; "" is a UUID. `app` are settings of
    the app registration. `on_request` customers are rehearsed only where their IdP is asked for by name.
    """

    idp: str
    name: str
    organization_id: str
    display_name: str
    region: str
    issuer: str
    host: str = ""
    client_id: str = ""
    id_shape: Shape = "uuid"
    on_request: bool = False
    app: Mapping[str, Any] = field(default_factory=dict)


def brought() -> list[Brought]:
    """The customers of every vendor folder that has a customers.toml, in the order of names.

    Raises:
        BrokenPromise: A file cannot be read, or a customer lacks something; the message names the file.
    """
    return [customer for path in sorted(ROOM.glob(f"*/{FILE}")) for customer in read(path)]


def read(path: Path) -> list[Brought]:
    """The customers of one file.

    Raises:
        BrokenPromise: As for `brought`.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        rows = told.pop("customers")
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BrokenPromise(f'"{path}" must list [[customers]]: {type(error).__name__} {error}') from None
    on_request = told.pop("rehearsed", "always") == "on request"
    found = []
    for row in rows:
        if missing := [name for name in _REQUIRED if not row.get(name)]:
            raise BrokenPromise(f'"{path}": a customer lacks "{missing[0]}"; see docs/new-idp.md')
        try:
            found.append(Brought(idp=path.parent.name, on_request=on_request, **{**told, **row}))
        except TypeError as error:
            raise BrokenPromise(f'"{path}": {str(error).partition(") ")[2] or error}') from None
    return found
