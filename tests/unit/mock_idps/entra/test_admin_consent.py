"""The admin consent endpoint.

Facts: https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent,
https://github.com/MicrosoftDocs/azure-docs/issues/114009 (what came back after Cancel, and to an account from elsewhere).
"""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from .conftest import ACME, CALLBACK, MULTI, WEB, Visitor

ALICE = "alice@acme.example"


def _asks(visitor: Visitor, *, client_id: str = WEB, version: str = "/v2.0", login: str = ALICE) -> None:
    asked = {"client_id": client_id, "redirect_uri": CALLBACK, "scope": "User.Read", "state": "st"}
    visitor.get(f"/{ACME}{version}/adminconsent?{urlencode(asked)}")
    visitor.gives(login)
    if "KmsiDescription" in visitor.last.text:
        visitor.submit()


@pytest.mark.parametrize("version", ["/v2.0", ""])
def test_admin_consents_for_everybody(visitor: Visitor, version: str) -> None:
    """The app hears of the tenant and gets no code; after that nobody is asked any more."""
    visitor.app.settings["consent"] = "admin"
    visitor.person().attributes["admin"] = True
    _asks(visitor, version=version)
    heading = visitor.heading
    visitor.submit()

    assert heading == "Permissions requested"
    assert list(visitor.answer().items()) == [
        ("admin_consent", "True"),
        ("tenant", ACME),
        ("scope", "User.Read"),
        ("state", "st"),
    ]
    visitor.client.cookies.clear()
    assert visitor.signs_in("bob@acme.example")["code"]


def test_admin_cancels(visitor: Visitor) -> None:
    """AADSTS65004 comes back, with "admin_consent=True" before `state` as captured."""
    visitor.person().attributes["admin"] = True
    _asks(visitor)
    visitor.submit(cancel="Cancel")
    told = visitor.answer()

    assert list(told) == ["error", "error_description", "error_uri", "admin_consent", "state"]
    assert told["error"] == "access_denied"
    assert told["error_description"].startswith("AADSTS65004: ")


def test_everybody_else_is_sent_to_an_admin(visitor: Visitor) -> None:
    """Posting the page does not help either."""
    _asks(visitor)
    heading = visitor.heading
    visitor.submit()

    assert heading == visitor.heading == "Need admin approval"


def test_account_from_elsewhere_is_told_to_the_app(visitor: Visitor) -> None:
    """AADSTS50020 comes back here, with the literal {EmailHidden}."""
    _asks(visitor, client_id=MULTI, login="mallory@globex.example")

    assert "User account '{EmailHidden}' from identity provider" in visitor.answer()["error_description"]


def test_address_must_be_registered(visitor: Visitor) -> None:
    """AADSTS50011 is a page here as well."""
    visitor.get(f"/{ACME}/v2.0/adminconsent?client_id={WEB}&redirect_uri=https%3A%2F%2Fevil.example")

    assert visitor.alert.startswith("AADSTS50011: ")
