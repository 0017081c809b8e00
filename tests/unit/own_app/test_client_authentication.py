"""harness/own_app/client_authentication.py: a secret sent otherwise than the connection allows is said, with the way out."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from random import Random

import httpx2
import pytest
from starlette.datastructures import Headers

from harness import people
from harness.own_app.client_authentication import advice
from mock_idps import catalogue
from mock_idps.core import token_request
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service, TurnedDown

BASIC, POST = "client_secret_basic", "client_secret_post"
STRICT = ("jumpcloud", "okta", "keycloak")
"""One with checks of its own, one with the core's, one that is data alone."""


@contextmanager
def _service(idp: str, method: str) -> Iterator[tuple[Service, people.Organisation]]:
    """The customer's IdP, where the app is registered for one method."""
    customer = people.organisation(idp, "us")
    foundry = KeyFoundry()
    made = Service(catalogue.vendors()[idp], people.directories()[idp], foundry, lambda: 1_800_000_000.0, Random(1))
    found = made.directory.app(people.client_id(customer))
    assert found is not None
    found[1].auth_method = method
    yield made, customer
    foundry.close()


async def _told(idp: str, registered: str, *used: str) -> str:
    with _service(idp, registered) as (service, customer):
        document = f"{people.issuer(customer).rstrip('/')}/.well-known/openid-configuration"
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(service)) as client:
            endpoint = (await client.get(document)).json()["token_endpoint"]
            for method in used:
                await client.post(endpoint, **_proof(customer, method))
        return advice(service)


def _proof(customer: people.Organisation, method: str) -> dict[str, Mapping[str, str]]:
    form = {"grant_type": "authorization_code", "code": "unknown", "client_id": people.client_id(customer)}
    headers = {}
    if method in {POST, "several"}:
        form["client_secret"] = people.client_secret(customer)
    if method in {BASIC, "several"}:
        halves = f"{people.client_id(customer)}:{people.client_secret(customer)}"
        headers = {"Authorization": f"Basic {base64.b64encode(halves.encode()).decode()}"}
    if method == BASIC:
        del form["client_id"]
    return {"data": form, "headers": headers}


def _advice(idp: str, registered: str, *used: str) -> str:
    return asyncio.run(_told(idp, registered, *used))


@pytest.mark.parametrize("idp", STRICT)
@pytest.mark.parametrize(("registered", "used"), [(POST, BASIC), (BASIC, POST)])
def test_other_method_is_told_with_both_ways_out(idp: str, registered: str, used: str) -> None:
    """What arrived, what the connection allows, the key of the description, and what the app would have to do."""
    said = _advice(idp, registered, used)

    assert f'was sent the client secret as "{used}", and the connection there allows "{registered}" alone' in said
    assert f'write auth_method = "{used}" below [connection]' in said
    assert said.endswith(f'or let the app send "{registered}"')


def test_secret_sent_twice_is_told() -> None:
    """No key of the description helps an app that sends its secret both ways."""
    said = _advice("jumpcloud", BASIC, "several")

    assert "was sent the client secret twice, in a Basic header and in the body" in said
    assert said.endswith(f'let the app send "{BASIC}" alone')


@pytest.mark.parametrize("idp", ["entra", "okta", "jumpcloud"])
def test_secret_not_sent_is_told(idp: str) -> None:
    """An app that was given no secret: the line names the placeholder."""
    said = _advice(idp, BASIC, "none")

    assert "was sent a client id without a secret" in said
    assert '"{client_secret}"' in said


@pytest.mark.parametrize("used", [(BASIC,), (POST, BASIC), ()])
def test_nothing_is_said_where_the_method_is_not_the_reason(used: tuple[str, ...]) -> None:
    """The right method, an app that tries the other one first (Go's oauth2 does), and one that never asked."""
    assert _advice("jumpcloud", BASIC, *used) == ""


def test_the_next_scenario_hears_nothing_of_it() -> None:
    """A reset forgets it."""
    with _service("okta", BASIC) as (service, customer):
        service.turned_down = TurnedDown(
            people.client_id(customer), POST, "auth_method_mismatch", {"registered": BASIC}
        )

        service.reset(service.directory)

        assert advice(service) == ""


def test_request_that_passes_ends_it() -> None:
    """An app that was refused, and then asked rightly, failed for another reason."""
    with _service("okta", BASIC) as (service, customer):
        service.turned_down = TurnedDown(
            people.client_id(customer), POST, "auth_method_mismatch", {"registered": BASIC}
        )

        token_request.run((), service, token_request.TokenRequest({}, Headers(), BASIC, "id", "secret"))

        assert advice(service) == ""
