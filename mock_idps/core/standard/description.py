"""What a standard provider's folder says, read from `vendor.toml` and `discovery.json`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mock_idps.core.refusal import WireError
from mock_idps.core.standard import errors
from mock_idps.core.standard.claims import Row, rows
from mock_idps.core.walk import Walk

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

PAGES = Path(__file__).parent / "pages"
"""Pages of a vendor that brings none of its own."""

T = TypeVar("T")


class BadDescription(Exception):
    """A file of a vendor's folder cannot be used; the message is one line: which file, what, the way out."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """The sign-in pages.

    `path` is where they post, with "{issuer}" filled in; `two_pages` shows the password on a page of its own; the fields are
    names of inputs; `cookie` names the session; `accounts` is "tenant" when only people of the client's tenant can sign
    in, "issuer" when anybody with an account at the issuer can.
    """

    path: str = "{issuer}/sign-in"
    two_pages: bool = False
    login_field: str = "username"
    password_field: str = "password"
    cookie: str = "session"
    accounts: str = "tenant"


@dataclass(frozen=True, slots=True)
class Answer:
    """The authorization response: names of parameters in wire order, of a success and of an error.

    Known are code, state, iss, scope, session_state, domain (the tenant's, as `hd`), and any name of `constants`.
    """

    order: tuple[str, ...] = ("code", "state", "iss")
    error_order: tuple[str, ...] = ("error", "error_description", "state", "iss")
    constants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The token endpoint's answer and what the tokens look like; lifetimes in seconds.

    `answer` and `header` are names in wire order; `access_token` is "opaque" or "jwt"; `refresh` is "always", "never" or the
    scope that brings a refresh token; `prefix` begins opaque tokens.
    """

    answer: tuple[str, ...] = ("access_token", "expires_in", "refresh_token", "token_type", "id_token", "scope")
    header: tuple[str, ...] = ("alg", "typ", "kid")
    jwk: tuple[str, ...] = ("kid", "kty", "alg", "use", "n", "e")
    token_type: str = "Bearer"
    id_token_seconds: int = 300
    access_token_seconds: int = 300
    code_seconds: int = 60
    access_token: str = "opaque"
    prefix: str = ""
    refresh: str = "offline_access"
    key_bits: int = 2048


@dataclass(frozen=True, slots=True)
class Description:
    """One standard vendor, as its folder says. `document` is the text of the discovery document with places to fill in."""

    label: str
    source: str
    document: str
    sign_in: SignIn
    answer: Answer
    tokens: Tokens
    walk: Walk
    id_token: tuple[Row, ...]
    userinfo: tuple[Row, ...]
    errors: ErrorBook
    pages: Path


def read(folder: Path) -> Description:
    """The description in `folder`.

    Raises:
        BadDescription: A file is missing, is no TOML, or holds something unknown.
    """
    path = folder / "vendor.toml"
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        document = (folder / "discovery.json").read_text("utf-8")
        return _description(told, document, folder)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadDescription(
            f'"{path}" cannot be used: {type(error).__name__}: {error}; see docs/new-idp.md'
        ) from error


def _description(told: dict[str, Any], document: str, folder: Path) -> Description:
    own = folder / "pages"
    book: dict[str, WireError] = dict(errors.ERRORS)
    for situation, row in told.get("errors", {}).items():
        book[situation] = _worded(situation, row)
    return Description(
        label=told["label"],
        source=told["source"],
        document=document,
        sign_in=_thing(SignIn, told.get("sign_in", {})),
        answer=_thing(Answer, told.get("answer", {})),
        tokens=_thing(Tokens, told.get("tokens", {})),
        walk=_thing(Walk, _STANDARD_WALK | told.get("walk", {})),
        id_token=rows(told["id_token"]),
        userinfo=rows(told["userinfo"]),
        errors=book,
        pages=own if own.is_dir() else PAGES,
    )


_STANDARD_WALK = {
    "login": "input[name=username]",
    "next": "",
    "password": "input[name=password]",
    "submit": "button[type=submit]",
    "dead_end": "main[data-dead-end]",
}
"""The way through the pages of core/standard/pages."""


def _worded(situation: str, row: dict[str, Any]) -> WireError:
    """A row of the error book: what the vendor's table leaves out is as in the standard book."""
    usual = errors.ERRORS.get(situation, errors.UNKNOWN)
    return WireError(
        error=row.get("error", usual.error),
        description=row.get("text", usual.description),
        place=row.get("place", usual.place),
        status=row.get("status", usual.status),
        code=row.get("code", usual.code),
        source=row.get("source", ""),
    )


def _thing(kind: type[T], table: Mapping[str, Any]) -> T:
    """An instance of a dataclass from a TOML table; lists become tuples.

    Raises:
        KeyError: The table names something that the dataclass does not have.
    """
    known = {it.name for it in fields(kind)}  # type: ignore[arg-type]  # every caller passes a dataclass
    if unknown := sorted(set(table) - known):
        raise KeyError(f'unknown "{unknown[0]}"; known are {", ".join(sorted(known))}')
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in table.items()})
