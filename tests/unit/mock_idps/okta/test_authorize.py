"""The authorization endpoint: what is refused, where and with which words, and what comes back on success.

Facts: Okta's catalogue of OAuth errors, github.com/okta/okta-developer-docs
`packages/@okta/vuepress-site/data/oauth2-error-codes.json` (2026.08.1); raw redirects in github.com/Netflix/consoleme/issues/9075,
github.com/n8n-io/n8n/issues/20170, github.com/vincentmakes/turbo-ea/issues/860.
"""

from __future__ import annotations

import re
from typing import Any

import httpx2
import pytest

from mock_idps.core.fault import Fault
from mock_idps.core.model import AppRegistration, Person, Tenant
from mock_idps.core.service import Service

from .conftest import CALLBACK, ORG, Clock, Surfer, authorize_url, login, redeem, told, unpacked

pytestmark = pytest.mark.anyio

DEFAULT = f"{ORG}/oauth2/default"
REDIRECTS: list[tuple[dict[str, str | None], str, str]] = [
    (
        {"response_type": "magic"},
        "unsupported_response_type",
        "The response type is not supported by the authorization server. Configured response types: [code].",
    ),
    (
        {"response_type": "id_token"},
        "unauthorized_client",
        "The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].",
    ),
    (
        {"response_mode": "carrier_pigeon"},
        "unsupported_response_mode",
        (
            "The response mode is not supported by the authorization server. "
            "Valid response modes: [query, fragment, form_post, okta_post_message]."
        ),
    ),
    (
        {"request": "a.signed.request"},
        "request_not_supported",
        "The authorize request object is not supported by this client.",
    ),
    ({"scope": None}, "invalid_scope", "No scopes were requested."),
    ({"scope": "openid invoices"}, "invalid_scope", "Custom scopes are not allowed for this request."),
    (
        {"scope": "profile"},
        "invalid_scope",
        "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
    ),
    (
        {"prompt": "always"},
        "invalid_request",
        "Invalid value for 'prompt' parameter. Supported values: [none, login, consent, enroll_authenticator]",
    ),
    (
        {"max_age": "-1"},
        "invalid_request",
        "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
    ),
    (
        {"max_age": "2147483648"},
        "invalid_request",
        "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
    ),
    (
        {"max_age": "0", "prompt": "none"},
        "invalid_request",
        "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
    ),
    ({"idp": "0oaNobody"}, "invalid_request", "Identity provider is not valid."),
    (
        {"code_challenge": "a b", "code_challenge_method": "S256"},
        "invalid_request",
        "PKCE code challenge contains illegal characters.",
    ),
    (
        {"code_challenge": "x" * 43, "code_challenge_method": "plain"},
        "invalid_request",
        "PKCE code challenge method is not supported. Valid values: [S256]",
    ),
    (
        {"prompt": "none"},
        "login_required",
        "The client specified not to prompt, but the user is not logged in.",
    ),
]


@pytest.mark.parametrize(("changed", "error", "text"), REDIRECTS, ids=lambda it: str(it)[:60])
async def test_refused_by_redirect(
    client: httpx2.AsyncClient, changed: dict[str, str | None], error: str, text: str
) -> None:
    """A bad parameter goes back to the app: state first, then the error and Okta's own sentence."""
    answer = await client.get(authorize_url(**changed))

    assert answer.status_code == 302
    assert answer.headers["location"].startswith(CALLBACK)
    assert told(answer) == {"state": "a-state", "error": error, "error_description": text}
    assert list(told(answer)) == ["state", "error", "error_description"]


async def test_missing_state_comes_back_without_state(client: httpx2.AsyncClient) -> None:
    """Without `state` Okta refuses, and the redirect has none: spaces are plus signs, apostrophes %27."""
    answer = await client.get(authorize_url(state=None))

    assert answer.headers["location"] == (
        f"{CALLBACK}?error=invalid_request"
        "&error_description=The+authentication+request+has+an+invalid+%27state%27+parameter."
    )


async def test_state_is_percent_encoded(client: httpx2.AsyncClient) -> None:
    """A state that is a URL comes back percent-encoded."""
    answer = await client.get(authorize_url(state="https://localhost/", prompt="none"))

    assert "?state=https%3A%2F%2Flocalhost%2F&error=" in answer.headers["location"]


async def test_duplicate_parameter(client: httpx2.AsyncClient) -> None:
    """A parameter sent twice is named."""
    answer = await client.get(authorize_url() + "&state=again")

    assert told(answer)["error_description"] == (
        "Duplicate parameter provided in request. Duplicated parameters: [state]."
    )


async def test_pkce_required(client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """An app that requires PKCE gets no further without a challenge."""
    app.settings["pkce_required"] = True

    answer = await client.get(authorize_url())

    assert told(answer)["error_description"] == "PKCE code challenge is required by the application."


async def test_nonce_needed_for_tokens(client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """Tokens straight from /authorize need a nonce; the sentence ends with two dots, and comes in the fragment."""
    app.settings["grant_types"] = ("authorization_code", "implicit")

    answer = await client.get(authorize_url(response_type="id_token", nonce=None))

    assert answer.headers["location"].startswith(f"{CALLBACK}#state=a-state&error=invalid_request")
    assert answer.headers["location"].endswith("response+types..")


async def test_query_carries_no_tokens(client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """response_mode=query with tokens is refused in its own words."""
    app.settings["grant_types"] = ("authorization_code", "implicit")

    answer = await client.get(authorize_url(response_type="id_token", response_mode="query"))

    assert told(answer)["error_description"] == (
        "'query' response mode cannot be used with either the 'id_token' or 'token' response types."
    )


@pytest.mark.parametrize("scope", ["openid groups", "openid invoices"])
async def test_unknown_scope_of_a_custom_server(client: httpx2.AsyncClient, tenant: Tenant, scope: str) -> None:
    """A custom server does not know `groups` unless its admin made it."""
    tenant.settings["api_access_management"] = True

    answer = await client.get(authorize_url(DEFAULT, scope=scope))

    assert told(answer)["error_description"] == (
        "One or more scopes are not configured for the authorization server resource."
    )


async def test_scope_missing_at_a_custom_server(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A custom server without default scopes says so."""
    tenant.settings["api_access_management"] = True

    answer = await client.get(authorize_url(DEFAULT, scope=None))

    assert told(answer)["error_description"] == (
        "The authorization server resource does not have any configured default scopes, 'scope' must be provided."
    )


async def page(surfer: Surfer, url: str) -> tuple[int, str, str]:
    """Status, error code and description of a dead end."""
    answer = await surfer.open(url)
    return answer.status_code, surfer.text('id="error-code"'), surfer.text('id="error-description"')


async def test_unknown_client_is_a_page(surfer: Surfer) -> None:
    """An unknown client id is a page; the app never hears of it."""
    assert await page(surfer, authorize_url(client_id="0oaNobody")) == (
        400,
        "Error Code: invalid_client",
        "Description: Invalid value for 'client_id' parameter.",
    )
    assert "<title>Globex - Bad Request</title>" in surfer.current.text
    assert 'id="idp-type"' in surfer.current.text


async def test_inactive_app_is_a_page(surfer: Surfer, app: AppRegistration) -> None:
    """A deactivated app is a 400 page that does not name the cause."""
    app.state = "inactive"

    status, _, description = await page(surfer, authorize_url())

    assert status == 400
    assert "inactive" not in description.casefold()


async def test_unregistered_redirect_uri_is_a_page(surfer: Surfer) -> None:
    """A redirect URI that is not registered is a page that names where to register it."""
    status, code, description = await page(surfer, authorize_url(redirect_uri="http://app.pelanor.io/"))

    assert (status, code) == (400, "Error Code: invalid_request")
    assert description == (
        "Description: The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: "
        "https://globex-admin.okta.com/admin/app/oidc_client/instance/0oa1pelanor000000001#tab-general"
    )


async def test_published_app_hides_the_admin_address(surfer: Surfer, app: AppRegistration) -> None:
    """For a published app the page has the short sentence."""
    app.settings["published"] = True

    _, _, description = await page(surfer, authorize_url(redirect_uri="http://app.pelanor.io/"))

    assert description.endswith("in the client app settings.")


async def test_wildcard_redirect_uri(client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """Wildcard subdomains count only where the setting allows them."""
    app.redirect_uris = ("https://*.pelanor.io/callback",)
    url = authorize_url(redirect_uri="https://eu.pelanor.io/callback", prompt="none")
    refused = await client.get(url)
    app.settings["wildcard_redirect"] = "SUBDOMAIN"

    assert refused.status_code == 400
    assert (await client.get(url)).status_code == 302


async def test_programs_get_the_api_shape(client: httpx2.AsyncClient) -> None:
    """A caller that accepts no HTML gets the API's JSON instead of the page."""
    answer = await client.get(authorize_url(client_id="0oaNobody"))

    assert answer.status_code == 400
    assert list(answer.json()) == ["errorCode", "errorSummary", "errorLink", "errorId", "errorCauses"]
    assert re.fullmatch(r"oae.{22}", answer.json()["errorId"])


async def test_default_server_without_api_access_management(surfer: Surfer) -> None:
    """/oauth2/default without API Access Management is a 400 page."""
    assert await page(surfer, authorize_url(DEFAULT)) == (
        400,
        "Error Code: server_error",
        "Description: The requested feature is not enabled in this environment.",
    )


async def test_unknown_server_is_a_page(surfer: Surfer, tenant: Tenant) -> None:
    """An unknown authorization server is a 404 page."""
    tenant.settings["api_access_management"] = True

    status, _, description = await page(surfer, authorize_url(f"{ORG}/oauth2/aus9"))

    assert status == 404
    assert description == "Description: Not found: Resource not found: aus9 (AuthorizationServer)"


async def test_success_has_code_and_state(surfer: Surfer) -> None:
    """Success is a 302 with a 43-character code and then the state, nothing else."""
    back = await login(surfer)

    assert list(back) == ["code", "state"]
    assert len(back["code"]) == 43


async def test_success_by_post(client: httpx2.AsyncClient, surfer: Surfer) -> None:
    """An authorization request may be posted."""
    url = httpx2.URL(authorize_url())

    answer = await client.post(f"{ORG}/oauth2/v1/authorize", data=dict(url.params), headers={"Accept": "text/html"})

    assert answer.status_code == 200
    assert 'name="identifier"' in answer.text


async def test_headers_of_the_redirect(client: httpx2.AsyncClient) -> None:
    """The redirect tells no referrer and is not cached."""
    answer = await client.get(authorize_url(prompt="none"))

    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-cache, no-store"


async def test_second_login_is_silent_and_keeps_auth_time(
    surfer: Surfer, client: httpx2.AsyncClient, clock: Clock
) -> None:
    """With a session the answer comes at once, and auth_time stays that of the first login."""
    await login(surfer)
    start = int(clock.at)
    clock.at += 1920

    answer = await surfer.open(authorize_url(prompt="none"))
    claims = unpacked((await redeem(client, told(answer)["code"])).json()["id_token"])

    assert (claims["auth_time"], claims["iat"]) == (start, start + 1920)


@pytest.mark.parametrize("again", [{"prompt": "login"}, {"max_age": "0"}, {"max_age": "10"}])
async def test_asked_to_sign_in_again(surfer: Surfer, clock: Clock, again: dict[str, str]) -> None:
    """prompt=login, max_age=0 and a sign-in older than max_age show the sign-in page despite a session."""
    await login(surfer)
    clock.at += 60

    answer = await surfer.open(authorize_url(**again))

    assert 'name="identifier"' in answer.text


async def test_session_ends(surfer: Surfer, clock: Clock) -> None:
    """After its two hours a session counts no more."""
    await login(surfer)
    clock.at += 7200

    assert told(await surfer.open(authorize_url(prompt="none")))["error"] == "login_required"


async def test_sessions_are_per_host(surfer: Surfer, tenant: Tenant) -> None:
    """A session at the org's own host does not count at its custom domain."""
    tenant.settings["custom_domain"] = "login.globex.example"
    await login(surfer)

    answer = await surfer.open(authorize_url("https://login.globex.example/oauth2", prompt="none"))

    assert told(answer)["error"] == "login_required"


async def test_suspended_person_with_a_session_signs_in_again(surfer: Surfer, alice: Person) -> None:
    """A session of somebody who was suspended since counts no more."""
    await login(surfer)
    alice.state = "suspended"

    assert told(await surfer.open(authorize_url(prompt="none")))["error"] == "login_required"


async def test_not_assigned_with_a_session(surfer: Surfer, app: AppRegistration) -> None:
    """Somebody with a session who is not assigned goes back to the app with access_denied."""
    await login(surfer)
    app.assigned = frozenset()

    answer = await surfer.open(authorize_url())

    assert told(answer) == {
        "state": "a-state",
        "error": "access_denied",
        "error_description": "User is not assigned to the client application.",
    }


@pytest.mark.parametrize(
    ("policy", "text"),
    [
        (
            {"people": ["bob@globex.example"]},
            "Policy evaluation failed for this request, please check the policy configurations.",
        ),
        (
            {"clients": ["0oaOther"]},
            "Policy evaluation failed for this request, please check the policy configurations.",
        ),
        ({"scopes": []}, "Policy evaluation succeeded, but all the requested scopes were rejected."),
        (
            {"scopes": ["openid", "email"]},
            "Some of the requested scopes were denied by the policy. Denied scopes: [profile].",
        ),
    ],
)
async def test_access_policy_of_a_custom_server(
    surfer: Surfer, tenant: Tenant, policy: dict[str, Any], text: str
) -> None:
    """A custom server's access policy refuses towards the app."""
    tenant.settings |= {"api_access_management": True, "authorization_servers": {"default": {"policy": policy}}}
    await surfer.open(authorize_url(DEFAULT))

    back = told(await surfer.sign_in("alice@globex.example"))

    assert (back["error"], back["error_description"]) == ("access_denied", text)


async def test_silent_login_with_mfa_due(surfer: Surfer, app: AppRegistration) -> None:
    """prompt=none with a session that lacks a second factor is refused in other words than without a session."""
    await login(surfer)
    app.settings["mfa_required"] = True

    assert told(await surfer.open(authorize_url(prompt="none")))["error_description"] == (
        "The client specified not to prompt, but the client app requires re-authentication or MFA."
    )


@pytest.mark.parametrize("situation", ["temporarily_unavailable", "server_error"])
async def test_okta_fails(surfer: Surfer, app: AppRegistration, situation: str) -> None:
    """An outage of Okta's own comes to the app as an error."""
    app.settings["fails"] = {"authorize": situation}

    assert (await login(surfer))["error"] == situation


async def test_inline_hook_fails(surfer: Surfer, app: AppRegistration) -> None:
    """A failing inline hook comes to the app as server_error with the hook's text."""
    app.settings |= {"fails": {"authorize": "hook_failed"}, "hook_text": "The hook said no."}

    back = await login(surfer)

    assert (back["error"], back["error_description"]) == ("server_error", "The hook said no.")


async def test_form_post(surfer: Surfer) -> None:
    """response_mode=form_post is a page that posts code and state to the app."""
    await surfer.open(authorize_url(response_mode="form_post"))
    answer = await surfer.sign_in("alice@globex.example")

    assert f'action="{CALLBACK}"' in answer.text
    assert re.findall(r'name="(code|state)"', answer.text) == ["code", "state"]


async def test_okta_post_message(surfer: Surfer) -> None:
    """response_mode=okta_post_message posts to the origin of the redirect URI."""
    await surfer.open(authorize_url(response_mode="okta_post_message"))
    answer = await surfer.sign_in("alice@globex.example")

    assert '"https://app.pelanor.io")' in answer.text
    assert '"state": "a-state"' in answer.text


async def test_implicit_id_token_is_full(surfer: Surfer, app: AppRegistration) -> None:
    """Only an ID token without an access token beside it is full."""
    app.settings["grant_types"] = ("authorization_code", "implicit")
    await surfer.open(authorize_url(response_type="id_token"))
    answer = await surfer.sign_in("alice@globex.example")
    fragment = httpx2.QueryParams(answer.headers["location"].partition("#")[2])

    claims = unpacked(fragment["id_token"])

    assert {"email_verified", "given_name", "family_name", "locale", "zoneinfo"} <= set(claims)
    assert "at_hash" not in claims


async def test_hybrid_has_c_hash(surfer: Surfer, app: AppRegistration) -> None:
    """`code id_token` binds the code by c_hash."""
    app.settings["grant_types"] = ("authorization_code", "implicit")
    await surfer.open(authorize_url(response_type="code id_token"))
    answer = await surfer.sign_in("alice@globex.example")
    fragment = httpx2.QueryParams(answer.headers["location"].partition("#")[2])

    assert "c_hash" in unpacked(fragment["id_token"])
    assert fragment["code"]


async def test_fault_reaches_the_response(surfer: Surfer, service: Service) -> None:
    """A fault's lie is told in the authorization response."""

    class Lie(Fault):
        def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
            return {**parameters, "state": "another"}

    service.fault = Lie()

    assert (await login(surfer))["state"] == "another"


async def test_session_token_signs_in_at_once(client: httpx2.AsyncClient, surfer: Surfer) -> None:
    """A session token from the authentication API answers /authorize without a page, once."""
    credentials = {"username": "alice@globex.example", "password": "correct horse"}
    token = (await client.post("/api/v1/authn", json=credentials)).json()["sessionToken"]

    first = await surfer.open(authorize_url(sessionToken=token))
    second = await httpx2.AsyncClient(transport=client._transport, base_url=ORG).get(authorize_url(sessionToken=token))

    assert "code" in told(first)
    assert second.status_code == 200


async def test_other_wording_of_a_missing_session(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """By switch prompt=none without a session is refused in the catalogue's second wording."""
    tenant.settings["no_session_wording"] = "other"

    assert told(await client.get(authorize_url(prompt="none")))["error_description"] == (
        "A 'prompt' value of 'none' requires an existing session to successfully authorize."
    )


async def test_session_of_another_org_does_not_count(surfer: Surfer, service: Service, alice: Person) -> None:
    """A session cookie of one org, carried to another, signs nobody in there."""
    app = AppRegistration("0oa2other", "secret", redirect_uris=(CALLBACK,))
    service.directory.tenants.append(Tenant("00o2", "other.okta.com", "Other", people=[alice], apps=[app]))
    await login(surfer)
    stolen = {"Cookie": f"idx={surfer.client.cookies['idx']}"}

    url = authorize_url("https://other.okta.com/oauth2", client_id="0oa2other", prompt="none")
    answer = await surfer.client.get(url, headers=stolen)

    assert told(answer)["error"] == "login_required"
