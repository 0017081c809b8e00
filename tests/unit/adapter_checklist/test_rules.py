"""The checklist's rules: each is kept by every adapter there is, and broken by a wrong one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from harness.adapter_checklist.rules import RULES
from harness.adapter_checklist.subject import Subject, examined
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, generic
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection

LOOKS = {rule.id: rule for rule in RULES}
Change = Callable[[Identity, Claims], dict[str, Any]]

WRONG: dict[str, Change] = {
    "identity.key": lambda _, claims: {"account_key": read.text(claims, "employee_number")},
    "identity.stays": lambda _, claims: {"account_key": read.text(claims, "nonce")},
    "identity.tells_apart": lambda *_: {"account_key": "everybody"},
    "identity.rename": lambda _, claims: {"account_key": read.text(claims, "email")},
    "identity.required": lambda it, _: {"account_key": it.account_key or "anonymous"},
    "email.absent": lambda it, _: {"email": it.email or "unknown@localhost"},
    "email.unverified": lambda it, claims: {"email_trusted": it.email_trusted or bool(claims.get("email_verified"))},
    "email.silence": lambda it, _: {"email_trusted": it.email_trusted in {None, True}},
    "name.absent": lambda _, claims: {"name": claims["name"]},
    "name.kept": lambda it, _: {"name": it.name.encode("ascii", "ignore").decode()},
    "groups.list": lambda *_: {"groups": ()},
    "groups.one": lambda _, claims: {"groups": tuple(claims.get("groups") or ())},
    "groups.odd": lambda _, claims: {"groups": (claims.get("groups"),)},
    "tenant.apart": lambda *_: {"account_key": "everybody", "tenant": ""},
    "claims.odd": lambda _, claims: {"email": str(claims["email"]).lower() if claims["email"] else claims["email"]},
}
"""For each rule the smallest change to a right adapter that breaks it; a KeyError counts as a crash."""


def subject(change: Change) -> Subject:
    """The adapter for any other provider, with `change` made to whoever it sees; the customers share an issuer."""

    def identity(claims: Claims, connection: Connection) -> Identity:
        found = generic.identity(claims, connection)
        return dataclasses.replace(found, **change(found, claims))

    alice = {"iss": "https://issuer.example", "sub": "1", "email": "alice@acme.example", "email_verified": True}
    alice |= {"name": "Alice Anders", "preferred_username": "alice", "nonce": "first"}
    return Subject(
        name="generic",
        adapter=dataclasses.replace(generic.ADAPTER, identity=identity),
        connection=Connection("generic", "https://issuer.example", "client", "secret"),
        alice=alice,
        alice_again={**alice, "nonce": "second"},
        bob={**alice, "sub": "2", "email": "bob@acme.example", "name": "Bob Berg", "preferred_username": "bob"},
        elsewhere={**alice, "sub": "3"},
        discovery={},
    )


def _look(rule: str, of: Subject) -> str:
    try:
        return LOOKS[rule].look(of)
    except KeyError as crash:
        return repr(crash)


@pytest.mark.parametrize("rule", LOOKS)
def test_wrong_adapter_breaks_the_rule(rule: str) -> None:
    """An adapter with that one mistake is red at that rule."""
    assert _look(rule, subject(WRONG[rule]))


@pytest.mark.parametrize("rule", LOOKS)
def test_right_adapter_keeps_the_rule(rule: str) -> None:
    """The adapter without the mistake is green there."""
    assert not _look(rule, subject(lambda *_: {}))


def test_mocked_idps_claims_are_asked_for() -> None:
    """The claims are those of real logins at the mocked issuer, completed by userinfo where the adapter wants it."""
    with examined("okta") as found:
        assert found.alice["email"] == "alice@globex.example"
        assert found.alice["sub"] == found.alice_again["sub"] != found.bob["sub"]
