"""The claims table: one row per claim, in wire order, each saying where its value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import AppRegistration, Claims

SOURCES = frozenset(
    {
        *("issuer", "client_id", "now", "expires", "auth_time", "nonce", "at_hash", "jti", "session"),
        *("person.id", "person.login", "person.name", "person.given_name", "person.family_name", "person.email"),
        *("person.groups", "tenant.id", "tenant.domain", "tenant.name"),
    }
)
"""Where a value can come from; "person.attribute.NAME" gives an attribute of the person beside them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim.

    `comes_from` is one of SOURCES, or "" for the constant `value`. `scope` names a scope without which the claim is
    absent; `setting` a switch of the app without which it is; `default` stands in for an attribute that is unset.
    `as_list` sends one value as a list of one.
    """

    claim: str
    comes_from: str = ""
    value: Any = None
    scope: str = ""
    setting: str = ""
    default: Any = None
    as_list: bool = False


def rows(table: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    """The rows of a TOML list of tables, whose "from" is `comes_from`.

    Raises:
        ValueError: A row's source is not known.
    """
    read = tuple(
        Row(**{("comes_from" if key == "from" else key): value for key, value in row.items() if key != "guessed"})
        for row in table
    )
    for row in read:
        if row.comes_from and row.comes_from not in SOURCES and not row.comes_from.startswith("person.attribute."):
            raise ValueError(f'claim "{row.claim}" is from "{row.comes_from}"; known are {", ".join(sorted(SOURCES))}')
    return read


def told(
    table: Iterable[Row],
    issued: Mapping[str, Any],
    signed: Authentication,
    app: AppRegistration,
    scope: tuple[str, ...],
) -> Claims:
    """The claims of a table for one sign-in.

    `issued` holds what belongs to this token: issuer, client_id, now, expires, nonce, at_hash, jti. A value that is not
    there leaves its claim out.
    """
    claims: Claims = {}
    for row in table:
        if (row.scope and row.scope not in scope) or (row.setting and not app.settings.get(row.setting)):
            continue
        value = _value(row, issued, signed)
        if value is not None:
            claims[row.claim] = [value] if row.as_list else value
    return claims


def _value(row: Row, issued: Mapping[str, Any], signed: Authentication) -> Any:
    if not row.comes_from:
        return row.value
    whose, _, what = row.comes_from.partition(".")
    if whose == "tenant":
        return getattr(signed.tenant, what)
    if whose == "person" and what.startswith("attribute."):
        return signed.person.attributes.get(what.removeprefix("attribute."), row.default)
    if what == "groups":
        return [group.name for group in signed.person.groups]
    if whose == "person":
        return getattr(signed.person, what) or None
    known = {"auth_time": signed.at, "session": signed.session, **issued}
    return known.get(whose)
