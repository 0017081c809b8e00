"""Logout, the dashboard and its tiles.

Facts: Okta's OpenID Connect reference (`/logout`), github.com/mogenius/renovate-operator/issues/691; `idp_initiated_login` of
the apps reference (`docs/reference/api/apps/index.md`), github.com/appcues/ueberauth_okta/issues/9.
"""

from __future__ import annotations

import httpx2
import pytest

from mock_idps.core.model import AppRegistration, Person, Tenant

from .conftest import ORG, Clock, Surfer, authorize_url, login, redeem, told, unpacked

pytestmark = pytest.mark.anyio

TILE = f"{ORG}/home/oidc_client/0oa1pelanor000000001/aln177a159h7Zf52X0g8"
OUT = "https://app.pelanor.io/signed-out"


async def hint(surfer: Surfer, client: httpx2.AsyncClient) -> str:
    token: str = (await redeem(client, (await login(surfer))["code"])).json()["id_token"]
    return token


def logout_url(**parameters: str) -> str:
    return f"{ORG}/oauth2/v1/logout?{httpx2.QueryParams(parameters)}"


async def test_back_to_the_app_with_state(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Logout ends the session and goes back to the app with `state`."""
    token = await hint(surfer, client)

    answer = await surfer.open(logout_url(id_token_hint=token, post_logout_redirect_uri=OUT, state="bye"))

    assert answer.headers["location"] == f"{OUT}?state=bye"
    assert told(await surfer.open(authorize_url(prompt="none")))["error"] == "login_required"


async def test_without_an_address_the_sign_in_page(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Without post_logout_redirect_uri the browser ends at the sign-in page."""
    answer = await surfer.open(logout_url(id_token_hint=await hint(surfer, client)))

    assert 'name="identifier"' in answer.text


async def test_expired_hint_is_fine(surfer: Surfer, client: httpx2.AsyncClient, clock: Clock) -> None:
    """An expired hint and no session at all: the redirect comes all the same."""
    token = await hint(surfer, client)
    clock.at += 8000

    answer = await surfer.open(logout_url(id_token_hint=token, post_logout_redirect_uri=OUT))

    assert answer.headers["location"] == OUT


async def test_tokens_live_on(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Logout revokes no token."""
    body = (await redeem(client, (await login(surfer))["code"])).json()
    await surfer.open(logout_url(id_token_hint=body["id_token"], post_logout_redirect_uri=OUT))

    answer = await client.get("/oauth2/v1/userinfo", headers={"Authorization": f"Bearer {body['access_token']}"})

    assert answer.status_code == 200


async def test_by_post(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Logout may be posted."""
    form = {"id_token_hint": await hint(surfer, client), "post_logout_redirect_uri": OUT}

    answer = await client.post("/oauth2/v1/logout", data=form)

    assert answer.headers["location"] == OUT


async def test_hint_is_required(surfer: Surfer) -> None:
    """Without id_token_hint there is a 400 page."""
    answer = await surfer.open(logout_url(post_logout_redirect_uri=OUT))

    assert answer.status_code == 400
    assert 'id="error-code"' in answer.text


async def test_hint_is_checked(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A hint with a broken signature, or none of ours, is 401 invalid_token."""
    token = await hint(surfer, client)

    for wrong in (token[:-6] + "AAAAAA", "no.token.atall", "x"):
        answer = await surfer.open(logout_url(id_token_hint=wrong))
        assert answer.status_code == 401
        assert surfer.text('id="error-description"') == "Description: The id token is invalid."


async def test_hint_of_somebody_else(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant, alice: Person) -> None:
    """A hint of somebody other than the session's user is refused."""
    token = await hint(surfer, client)
    tenant.people.append(Person("bob@globex.example", "00u2bob", "Bob Berg"))
    await surfer.open(authorize_url(prompt="login"))
    await surfer.sign_in("bob@globex.example")

    await surfer.open(logout_url(id_token_hint=token))

    assert surfer.text('id="error-code"') == "Error Code: id_token_does_not_match_session"


async def test_unregistered_address(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """An address that is not registered is a page."""
    token = await hint(surfer, client)

    answer = await surfer.open(logout_url(id_token_hint=token, post_logout_redirect_uri="https://evil.example/"))

    assert answer.status_code == 400
    assert "must be a Logout redirect URI in the client app settings" in surfer.text('id="error-description"')


async def test_single_logout_tells_the_other_apps(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """Single Logout frames the other apps of the session, with iss and sid."""
    other = AppRegistration("0oaOther", "secret", redirect_uris=("https://app.pelanor.io/other",))
    other.frontchannel_logout_uri = "https://other.example/logout"
    other.settings["participate_slo"] = True
    tenant.apps.append(other)
    token = await hint(surfer, client)
    await surfer.open(authorize_url(client_id="0oaOther", redirect_uri="https://app.pelanor.io/other"))

    page = await surfer.open(logout_url(id_token_hint=token, post_logout_redirect_uri=OUT))

    assert '<iframe src="https://other.example/logout?iss=https%3A%2F%2Fglobex.okta.com&amp;sid=102' in page.text
    assert f'href="{OUT}"' in page.text


async def test_tile_starts_the_app_with_its_issuer(surfer: Surfer, app: AppRegistration) -> None:
    """A tile sends `iss` alone to the app's initiate_login_uri."""
    app.settings["idp_initiated_login"] = "SPEC"
    await login(surfer)

    answer = await surfer.open(TILE)

    assert answer.headers["location"] == (
        "https://app.pelanor.io/api/auth/initiate/okta?iss=https%3A%2F%2Fglobex.okta.com"
    )


@pytest.mark.parametrize("generation", ["gen2", "classic"])
async def test_tile_without_a_session(surfer: Surfer, app: AppRegistration, tenant: Tenant, generation: str) -> None:
    """Without a session the embed link asks to sign in, and then starts the app."""
    app.settings["idp_initiated_login"] = "SPEC"
    tenant.settings["sign_in"] = generation
    await surfer.open(TILE)
    if generation == "classic":
        answer = await surfer.submit(username="alice@globex.example", password="correct horse")
    else:
        answer = await surfer.sign_in("alice@globex.example")

    assert answer.headers["location"].startswith("https://app.pelanor.io/api/auth/initiate/okta?iss=")


async def test_dashboard_shows_what_can_be_launched(surfer: Surfer, app: AppRegistration) -> None:
    """The dashboard has a tile only for apps that may be launched."""
    await login(surfer)
    before = (await surfer.open(f"{ORG}/")).text
    app.settings["idp_initiated_login"] = "SPEC"
    after = (await surfer.open(f"{ORG}/")).text

    assert ("0oa1pelanor" in before, "0oa1pelanor" in after) == (False, True)


async def test_simplified_launch_posts_an_id_token(surfer: Surfer, app: AppRegistration) -> None:
    """Mode OKTA posts an ID token to the redirect URI, without any state."""
    app.settings["idp_initiated_login"] = "OKTA"
    await login(surfer)

    page = await surfer.open(TILE)

    assert 'name="id_token"' in page.text
    assert 'name="state"' not in page.text
    assert unpacked(page.text.split('name="id_token" value="')[1].split('"')[0])["aud"] == app.client_id


@pytest.mark.parametrize(
    ("settings", "uri", "code"),
    [
        ({}, "https://app.pelanor.io/i", "idp_initated_flow_disabled"),
        ({"idp_initiated_login": "SPEC"}, None, "missing_initiate_login_uri"),
    ],
)
async def test_tile_that_leads_nowhere(
    surfer: Surfer, app: AppRegistration, settings: dict[str, str], uri: str | None, code: str
) -> None:
    """A tile that may not be launched, or does not know where to, is a page."""
    app.settings |= settings
    app.initiate_login_uri = uri
    await login(surfer)

    answer = await surfer.open(TILE)

    assert answer.status_code == 400
    assert surfer.text('id="error-code"') == f"Error Code: {code}"


async def test_tile_of_an_unknown_app(surfer: Surfer) -> None:
    """The embed link of an app that is not there is a page."""
    await login(surfer)

    answer = await surfer.open(TILE.replace("pelanor", "nowhere"))

    assert answer.status_code == 400


async def test_tile_for_somebody_unassigned(surfer: Surfer, app: AppRegistration) -> None:
    """Somebody who is not assigned may not open the embed link."""
    app.settings["idp_initiated_login"] = "SPEC"
    await login(surfer)
    app.assigned = frozenset()

    answer = await surfer.open(TILE)

    assert answer.status_code == 403
    assert "You are not allowed to access this app." in answer.text


async def test_signing_out_at_okta(surfer: Surfer) -> None:
    """/login/signout ends the session."""
    await login(surfer)
    await surfer.open(f"{ORG}/login/signout")

    assert told(await surfer.open(authorize_url(prompt="none")))["error"] == "login_required"
