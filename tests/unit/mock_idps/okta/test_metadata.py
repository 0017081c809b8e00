"""The metadata documents and key sets.

Facts: an org's document of 2026 (github.com/api-evangelist/deepwatch `well-known/deepwatch-openid-configuration.json`), a custom
server's of a public log of September 2026, Okta's OpenID Connect reference.
"""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
import pytest

from mock_idps.core.fault import Fault
from mock_idps.core.model import AppRegistration, Tenant
from mock_idps.core.service import Service
from mock_idps.okta.servers import Server, ring

from .conftest import ORG, Clock

pytestmark = pytest.mark.anyio

CAPTURES = json.loads((Path(__file__).parent / "facts" / "discovery.json").read_text("utf-8"))
WELL_KNOWN = "/.well-known/openid-configuration"


async def document(client: httpx2.AsyncClient, url: str = WELL_KNOWN) -> dict[str, object]:
    answer = await client.get(url)
    assert answer.status_code == 200, answer.text
    made: dict[str, object] = answer.json()
    return made


@pytest.mark.parametrize(
    ("year", "asid", "captured"),
    [
        ("2026", "", "org 2026"),
        ("2025", "", "org 2023"),
        ("2023", "", "org 2023"),
        ("2020", "", "org 2020"),
        ("2026", "default", "custom 2026"),
        ("2025", "default", "custom 2025"),
        ("2020", "default", "custom 2025"),
    ],
)
async def test_document_is_the_captured_one(
    client: httpx2.AsyncClient, tenant: Tenant, year: str, asid: str, captured: str
) -> None:
    """Members, values and order are those of the last capture of its kind, with the org's own names in it."""
    tenant.settings |= {"api_access_management": True, "metadata": year}
    fact = json.dumps(CAPTURES[captured]["document"]).replace("{domain}", tenant.domain).replace("{asid}", asid)

    found = await document(client, f"{f'/oauth2/{asid}' if asid else ''}{WELL_KNOWN}")

    assert json.dumps(found) == fact


async def test_oauth_document_differs(client: httpx2.AsyncClient) -> None:
    """`oauth-authorization-server` has no userinfo, and client_credentials among its grants."""
    found = await document(client, "/.well-known/oauth-authorization-server")

    assert "userinfo_endpoint" not in found
    assert "client_credentials" in found["grant_types_supported"]


@pytest.mark.parametrize(
    "path",
    [
        "/.well-known/oauth-authorization-server/oauth2/default",
        "/oauth2/default/.well-known/oauth-authorization-server",
    ],
)
async def test_oauth_document_of_a_custom_server(client: httpx2.AsyncClient, tenant: Tenant, path: str) -> None:
    """A custom server's OAuth document lies at two addresses."""
    tenant.settings["api_access_management"] = True

    assert (await document(client, path))["issuer"] == f"{ORG}/oauth2/default"


async def test_admin_host_names_the_org_as_issuer(client: httpx2.AsyncClient) -> None:
    """The admin console's host answers, but the issuer in it is the org."""
    found = await document(client, f"https://globex-admin.okta.com{WELL_KNOWN}")

    assert found["issuer"] == ORG


async def test_custom_domain_is_its_own_issuer(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """Through a custom domain the org document names that domain."""
    tenant.settings["custom_domain"] = "login.globex.example"

    found = await document(client, f"https://login.globex.example{WELL_KNOWN}")

    assert found["issuer"] == "https://login.globex.example"


async def test_client_id_asks_for_the_apps_issuer(
    client: httpx2.AsyncClient, tenant: Tenant, app: AppRegistration
) -> None:
    """With `?client_id=` the org document follows the app's issuer mode."""
    tenant.settings["custom_domain"] = "login.globex.example"
    app.settings["issuer_mode"] = "CUSTOM_URL"

    found = await document(client, f"{WELL_KNOWN}?client_id={app.client_id}")

    assert found["issuer"] == "https://login.globex.example"


async def test_issuer_mode_of_a_custom_server(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A custom server's issuer follows its own mode, whatever host was asked."""
    tenant.settings |= {
        "api_access_management": True,
        "custom_domain": "login.globex.example",
        "authorization_servers": {"default": {"issuer_mode": "CUSTOM_URL"}},
    }

    found = await document(client, f"/oauth2/default{WELL_KNOWN}")

    assert found["issuer"] == "https://login.globex.example/oauth2/default"


async def test_default_server_needs_api_access_management(client: httpx2.AsyncClient) -> None:
    """Without API Access Management the metadata of "default" is 401 E0000015."""
    answer = await client.get(f"/oauth2/default{WELL_KNOWN}")

    assert answer.status_code == 401
    assert answer.json()["errorCode"] == "E0000015"
    assert answer.json()["errorSummary"] == "You do not have permission to access the feature you are requesting"


async def test_unknown_server(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """An unknown server id is 404 E0000007, naming the id."""
    tenant.settings["api_access_management"] = True

    answer = await client.get(f"/oauth2/aus9unknown/{WELL_KNOWN[1:]}")

    assert answer.status_code == 404
    assert answer.json()["errorSummary"] == "Not found: Resource not found: aus9unknown (AuthorizationServer)"


async def test_unknown_client_id(client: httpx2.AsyncClient) -> None:
    """A made-up `?client_id=` is refused in the shape of the API."""
    answer = await client.get("/oauth2/v1/keys?client_id=0oaNobody")

    assert answer.json()["errorCode"] == "invalid_client"


async def test_wrong_path_is_json_for_programs(client: httpx2.AsyncClient) -> None:
    """`/oauth2/.well-known/…` does not exist; a program gets JSON that is no metadata."""
    answer = await client.get("/oauth2/.well-known/openid-configuration")

    assert (answer.status_code, answer.json()["errorCode"]) == (404, "E0000008")
    assert answer.json()["errorSummary"] == "The requested path was not found"


async def test_metadata_is_cacheable_for_a_day(client: httpx2.AsyncClient) -> None:
    """The document may be cached for a day and sets no cookie."""
    answer = await client.get(WELL_KNOWN)

    assert answer.headers["cache-control"] == "max-age=86400, must-revalidate"
    assert answer.headers["strict-transport-security"] == "max-age=315360000; includeSubDomains"
    assert "set-cookie" not in answer.headers


async def test_key_members_in_order(client: httpx2.AsyncClient) -> None:
    """A key has kty, alg, kid, use, e, n, in this order, and a kid of 43 characters."""
    (key,) = (await client.get("/oauth2/v1/keys")).json()["keys"]

    assert list(key) == ["kty", "alg", "kid", "use", "e", "n"]
    assert len(key["kid"]) == 43


async def test_keys_count_down_to_the_rotation(client: httpx2.AsyncClient, clock: Clock) -> None:
    """The keys' max-age shrinks as the next rotation comes nearer."""
    before = (await client.get("/oauth2/v1/keys")).headers["cache-control"]
    clock.at += 60

    after = (await client.get("/oauth2/v1/keys")).headers["cache-control"]

    def seconds(header: str) -> int:
        return int(header.removeprefix("max-age=").removesuffix(", must-revalidate"))

    assert seconds(before) - seconds(after) == 60


async def test_next_key_is_listed_before_it_signs(client: httpx2.AsyncClient, service: Service, tenant: Tenant) -> None:
    """An announced key is published beside the signing one, then signs, then stands alone."""
    keys = ring(service, Server(tenant, tenant.domain, "rotating").ring_name)
    old = (await keys.signing()).kid
    new = (await keys.announce()).kid

    assert [key.kid for key in await keys.keys()] == [old, new]
    assert (await keys.promote()).kid == new
    assert [key.kid for key in await keys.keys()] == [new, old]
    await keys.retire()
    assert [key.kid for key in await keys.keys()] == [new]


async def test_next_key_is_listed_by_switch(client: httpx2.AsyncClient, service: Service, tenant: Tenant) -> None:
    """By switch an org lists the next key behind the one that signs, and it stays one key however often it is asked."""
    service.rings = {}
    tenant.settings["next_key_listed"] = True

    first = (await client.get("/oauth2/v1/keys")).json()["keys"]
    again = (await client.get("/oauth2/v1/keys")).json()["keys"]

    assert len(first) == 2
    assert again == first
    assert first[0]["kid"] == (await ring(service, Server(tenant, tenant.domain).ring_name).signing()).kid


async def test_each_server_has_its_own_keys(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """The org server's keys verify nothing of a custom server."""
    tenant.settings["api_access_management"] = True

    org = (await client.get("/oauth2/v1/keys")).json()["keys"]
    custom = (await client.get("/oauth2/default/v1/keys")).json()["keys"]

    assert {key["kid"] for key in org}.isdisjoint(key["kid"] for key in custom)


async def test_pinned_keys(client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """An app with pinned keys has its own under `?client_id=`."""
    app.settings["pinned_keys"] = True

    org = (await client.get("/oauth2/v1/keys")).json()
    own = (await client.get(f"/oauth2/v1/keys?client_id={app.client_id}")).json()

    assert org != own


async def test_faults_reach_metadata_and_keys(client: httpx2.AsyncClient, service: Service) -> None:
    """A fault's lie is told although the truthful documents were made before."""
    await client.get(WELL_KNOWN)
    await client.get("/oauth2/v1/keys")

    class Lie(Fault):
        def discovery(self, document: dict[str, object]) -> dict[str, object]:
            return {**document, "issuer": "https://elsewhere.example"}

        def jwks(self, jwks: dict[str, object]) -> dict[str, object]:
            return {"keys": []}

    service.fault = Lie()

    assert (await document(client))["issuer"] == "https://elsewhere.example"
    assert (await client.get("/oauth2/v1/keys")).json() == {"keys": []}


async def test_requests_are_noted(client: httpx2.AsyncClient, service: Service) -> None:
    """What was asked is remembered for whoever judges."""
    await client.get(WELL_KNOWN)
    await client.get("/oauth2/v1/keys")

    assert [it.endpoint for it in service.received] == ["discovery", "jwks"]
