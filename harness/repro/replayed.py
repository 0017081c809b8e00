"""The wire as the customer saw it, where no state of a mock brings it about: one lie, told from a repro file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from mock_idps.core import transport
from mock_idps.core.fault import Fault

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mock_idps.core.model import Claims

PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Error</title>'
    '<p role="note">Rehearsal: this is a mock on this machine, not the real service.</p><main data-dead-end><p>{text}</p></main>'
)


class Replayed(Fault):
    """Tells what the table "wire" of a repro file says.

    `id_token` and `userinfo` = {shape = {…}, set = {…}, remove = […]} change claims: to the shape of a sample, one by one; `answer` = {…} are parameters of the authorization
    response that replace its own (beside "state"); `token` = {status, error, error_description} is the token endpoint's answer;
    `page` = {status, text} a dead end instead of the sign-in page.
    """

    breaks = "nothing: it repeats what a customer's IdP said"

    def __init__(self, wire: Mapping[str, Any]) -> None:
        self._wire = wire

    def id_token(self, claims: Claims) -> Claims:
        """The claims as the customer's token had them."""
        return _changed(claims, self._wire.get("id_token", {}))

    def userinfo(self, claims: Claims) -> Claims:
        """The answer as the customer's IdP gave it."""
        return _changed(claims, self._wire.get("userinfo", {}))

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """The answer as the customer's browser brought it."""
        told = self._wire.get("answer", {})
        if "error" in told:
            parameters = {name: value for name, value in parameters.items() if name in {"state", "iss"}}
        return {**parameters, **{name: str(value) for name, value in told.items()}} if told else parameters

    def transport(self, app: ASGIApp) -> ASGIApp:
        """The endpoints that answer something of their own."""
        if token := self._wire.get("token"):
            body = {name: value for name, value in token.items() if name != "status"}
            answer = transport.fixed(
                int(token.get("status", 400)), json.dumps(body).encode(), {"Content-Type": "application/json"}
            )
            app = transport.instead(app, "token", answer)
        if page := self._wire.get("page"):
            text = PAGE.format(text=escape(str(page.get("text", ""))))
            headers = {"Content-Type": "text/html; charset=utf-8"}
            app = transport.instead(
                app, "authorize", transport.fixed(int(page.get("status", 200)), text.encode(), headers)
            )
        return app


def _changed(claims: Claims, change: Mapping[str, Any]) -> Claims:
    told = _shaped(claims, change["shape"]) if "shape" in change else claims
    kept = {name: value for name, value in told.items() if name not in change.get("remove", ())}
    return {**kept, **change.get("set", {})}


PROTOCOL = frozenset({"iss", "sub", "aud", "exp", "iat", "nonce", "at_hash", "auth_time", "jti", "tid", "oid"})
"""Claims that belong to this very login: their values stay, and they are not left out for being absent in a sample."""


def _shaped(claims: Claims, shape: Mapping[str, str]) -> Claims:
    """The truthful claims in the shape of a sample: same names, same types, values of the test directory or made up."""
    kept = {
        name: _of_kind(name, value, shape.get(name, ""))
        for name, value in claims.items()
        if name in shape or name in PROTOCOL
    }
    added = {
        name: _of_kind(name, None, kind) for name, kind in shape.items() if name not in kept and name not in PROTOCOL
    }
    return {**kept, **added}


def _of_kind(name: str, value: Any, kind: str) -> Any:
    if kind.startswith("list of "):
        count = int(kind.removeprefix("list of "))
        known = list(value) if isinstance(value, list | tuple) else [value] if value is not None else []
        return (known + [f"{name} {number}" for number in range(1, count + 1)])[:count]
    fixed: dict[str, Any] = {
        "true": True,
        "false": False,
        "null": None,
        "empty text": "",
        'text "true"': "true",
        'text "false"': "false",
        "object": {},
    }
    if kind in fixed:
        return fixed[kind]
    if kind == "number":
        return value if isinstance(value, int | float) else 1
    if kind == "text":
        return (
            value if isinstance(value, str) else value[0] if isinstance(value, list) and value else f"{name} of alice"
        )
    return value
