"""harness/own_app/lodging.py: what every copy of an app is given."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from harness import people
from harness.own_app import endpoints
from harness.own_app.customers import OwnCustomer, at
from harness.own_app.lodging import Lodging
from harness.own_app.logs import Logs

ISSUER = "https://globex.okta.com"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The discovery documents that were read."""
    read: list[str] = []

    async def look_up(url: str, *_: Any) -> dict[str, str]:
        read.append(url)
        return {"token_endpoint": f"{ISSUER}/token"}

    monkeypatch.setattr(endpoints, "look_up", look_up)
    return read


def _lodging(tmp_path: Path) -> Lodging:
    return Lodging("http://127.0.0.1:1", tmp_path / "ca.pem", {"HTTPS_PROXY": "http://127.0.0.1:1"}, Logs(None))


def _customer() -> OwnCustomer:
    return at(people.named("globex"), "https://shop.example", "https://shop.example/callback")


def test_values_hold_what_the_issuer_publishes(tmp_path: Path, asked: list[str]) -> None:
    """The customer's own values and the endpoints of the discovery document, which is read once."""
    lodging = _lodging(tmp_path)

    values = [asyncio.run(lodging.values(_customer())) for _ in range(2)][1]

    assert values["issuer"] == ISSUER
    assert values["token_endpoint"] == f"{ISSUER}/token"
    assert values["redirect_uri"] == "https://shop.example/callback"
    assert asked == [f"{ISSUER}/.well-known/openid-configuration"]


def test_plain_mode_tells_other_addresses_and_no_proxy(tmp_path: Path, asked: list[str]) -> None:
    """Every value is told with the plain address, the document is still read at the real one."""
    lodging = _lodging(tmp_path)
    lodging.plain(lambda text: text.replace(ISSUER, "http://127.0.0.1:5"))

    values = asyncio.run(lodging.values(_customer()))

    assert values["issuer"] == "http://127.0.0.1:5"
    assert values["token_endpoint"] == "http://127.0.0.1:5/token"
    assert asked == [f"{ISSUER}/.well-known/openid-configuration"]
    assert lodging.environment == {}


def test_command_behind_the_proxy_is_as_it_is(tmp_path: Path) -> None:
    """Only an app with an /etc/hosts of its own is started through another command."""
    assert _lodging(tmp_path).housed(["npm", "start"], "proxy") == ["npm", "start"]
