"""MSAL Python, unmodified and with its own defaults (instance discovery on, HTTP client its own), against the mock at Microsoft's own address.

MSAL checks state, nonce, PKCE and the ID token's times, issuer and audience itself
(https://learn.microsoft.com/en-us/entra/msal/python/).
"""

from __future__ import annotations

from typing import Any

import msal
import pytest

from harness import people

from .conftest import Outside

SCOPES = ["User.Read"]


def _application(outside: Outside, **over: Any) -> Any:
    given = {"client_credential": outside.client_secret, "authority": outside.authority} | over
    return msal.ConfidentialClientApplication(given.pop("client_id", outside.client_id), **given)


def _begin(outside: Outside, application: Any, **over: Any) -> Any:
    # MSAL warns of any other response mode.
    return application.initiate_auth_code_flow(
        SCOPES, redirect_uri=outside.redirect_uri, **({"response_mode": "form_post"} | over)
    )


def _login(outside: Outside, application: Any, **over: Any) -> dict[str, Any]:
    flow = _begin(outside, application, **over)
    answer = outside.person_signs_in(flow["auth_uri"])
    result: dict[str, Any] = application.acquire_token_by_auth_code_flow(flow, answer)
    return result


def test_code_flow_with_pkce(outside: Outside) -> None:
    """A login ends in tokens and an account that MSAL knows by oid and tenant."""
    application = _application(outside)
    result = _login(outside, application)

    assert result["id_token_claims"]["preferred_username"] == outside.alice.login
    assert result["id_token_claims"]["iss"] == f"{outside.authority}/v2.0"
    assert application.get_accounts()[0]["home_account_id"] == f"{outside.alice.id}.{outside.tenant}"


def test_code_flow_in_the_query(outside: Outside) -> None:
    """MSAL's default mode works as well, with the empty fragment and `session_state` in it; MSAL advises against it."""
    with pytest.warns(UserWarning, match="form_post"):
        result = _login(outside, _application(outside), response_mode=None)

    assert result["id_token_claims"]["oid"] == outside.alice.id


def test_instance_discovery_was_asked(outside: Outside) -> None:
    """MSAL's own default is on: to forget an account it asks which hosts belong together, and forgets it everywhere."""
    application = _application(outside)
    _login(outside, application)
    application.remove_account(application.get_accounts()[0])

    assert application.get_accounts() == []
    assert "instance_discovery" in {it.endpoint for it in outside.world.services["entra"].received}


def test_challenge_and_nonce_were_sent(outside: Outside) -> None:
    """What MSAL really sent: S256, a nonce, client_info."""
    _login(outside, _application(outside))
    asked = next(it for it in outside.world.services["entra"].received if it.endpoint == "authorize").parameters

    assert asked["code_challenge_method"] == "S256"
    assert asked["nonce"]
    assert asked["client_info"] == "1"


def test_silent_refresh(outside: Outside) -> None:
    """A forced refresh brings another access token by the refresh token."""
    application = _application(outside)
    first = _login(outside, application)
    again = application.acquire_token_silent(SCOPES, account=application.get_accounts()[0], force_refresh=True)

    assert again["access_token"] != first["access_token"]
    assert again["token_source"] == "identity_provider"


def test_token_comes_from_the_cache(outside: Outside) -> None:
    """Without force MSAL's cache answers: lifetime and scopes were read as meant."""
    application = _application(outside)
    first = _login(outside, application)
    again = application.acquire_token_silent(SCOPES, account=application.get_accounts()[0])

    assert (again["access_token"], again["token_source"]) == (first["access_token"], "cache")


@pytest.mark.parametrize(
    ("settings", "error", "number", "suberror"),
    [
        ({"secret_expired": True}, "invalid_client", 7000222, None),
        ({"token_policy": "mfa"}, "invalid_grant", 50076, "basic_action"),
        ({"token_policy": "enrolment"}, "interaction_required", 50079, "basic_action"),
        ({"token_policy": "consent"}, "invalid_grant", 65001, "consent_required"),
        ({"token_policy": "block"}, "invalid_grant", 53003, None),
        ({"platform": "spa"}, "invalid_request", 9002327, None),
        ({"platform": "public"}, "invalid_client", 700025, None),
    ],
)
def test_error_surfaces_as_msal_names_it(
    outside: Outside, settings: dict[str, Any], error: str, number: int, suberror: str | None
) -> None:
    """`error`, `error_codes`, `suberror` and `correlation_id` are where MSAL's users look for them."""
    outside.app.settings |= settings
    result = _login(outside, _application(outside))

    assert (result["error"], result["error_codes"], result.get("suberror")) == (error, [number], suberror)
    assert result["error_description"].startswith(f"AADSTS{number}: ")
    assert result["correlation_id"]


@pytest.mark.parametrize(
    ("changed", "error", "number"),
    [
        ({"code_verifier": "w" * 43}, "invalid_grant", 501481),
        ({"redirect_uri": "https://app.pelanor.io/"}, "invalid_client", 500112),
    ],
)
def test_what_was_kept_of_the_flow_does_not_fit(
    outside: Outside, changed: dict[str, str], error: str, number: int
) -> None:
    """A verifier or address of another attempt."""
    application = _application(outside)
    flow = _begin(outside, application)
    answer = outside.person_signs_in(flow["auth_uri"])
    result = application.acquire_token_by_auth_code_flow(flow | changed, answer)

    assert (result["error"], result["error_codes"]) == (error, [number])


def test_code_grew_old(outside: Outside) -> None:
    """AADSTS70008 after ten minutes."""
    application = _application(outside)
    flow = _begin(outside, application)
    answer = outside.person_signs_in(flow["auth_uri"])
    outside.world.clock.offset += 600

    assert application.acquire_token_by_auth_code_flow(flow, answer)["error_codes"] == [70008]


def test_challenge_is_handed_on(outside: Outside) -> None:
    """The `claims` of AADSTS50079 come out of MSAL as the app has to send them."""
    outside.app.settings["token_policy"] = "enrolment"

    assert "polids" in _login(outside, _application(outside))["claims"]


@pytest.mark.parametrize(
    ("login", "password", "number"),
    [("alice@acme.example", "wrong", 50126), ("nobody@acme.example", "x", 50034), ("uma@acme.example", None, None)],
)
def test_user_name_and_password(outside: Outside, login: str, password: str | None, number: int | None) -> None:
    """MSAL asks who checks the password, then sends it; its two refusals keep their numbers."""
    application = msal.PublicClientApplication(outside.client_id, authority=outside.authority)
    outside.app.settings["platform"] = "public"
    with pytest.warns(DeprecationWarning, match="deprecated for public client flows"):
        result = application.acquire_token_by_username_password(login, password or people.PASSWORD, SCOPES)

    assert result.get("error_codes") == ([number] if number else None)
    assert "user_realm" in {it.endpoint for it in outside.world.services["entra"].received}


def test_service_has_a_bad_minute(outside: Outside) -> None:
    """MSAL raises what its HTTP client says of a 503."""
    application = _application(outside)
    flow = _begin(outside, application)
    answer = outside.person_signs_in(flow["auth_uri"])
    outside.world.services["entra"].directory.tenants[0].settings["unavailable"] = True

    with pytest.raises(msal.exceptions.MsalServiceError, match="503"):
        application.acquire_token_by_auth_code_flow(flow, answer)


def test_wrong_secret(outside: Outside) -> None:
    """AADSTS7000215, as MSAL's documentation shows it."""
    result = _login(outside, _application(outside, client_credential="wrong"))

    assert (result["error"], result["error_codes"]) == ("invalid_client", [7000215])


def test_code_twice(outside: Outside) -> None:
    """The same answer a second time is AADSTS54005."""
    application = _application(outside)
    flow = _begin(outside, application)
    answer = outside.person_signs_in(flow["auth_uri"])
    application.acquire_token_by_auth_code_flow(flow, answer)

    assert application.acquire_token_by_auth_code_flow(flow, answer)["error_codes"] == [54005]


def test_authorization_error_is_handed_on(outside: Outside) -> None:
    """An error in the authorization response comes out of MSAL unchanged."""
    flow = _begin(outside, _application(outside), prompt="none")
    answer = outside.person_signs_in(flow["auth_uri"])
    result = _application(outside).acquire_token_by_auth_code_flow(flow, answer)

    assert result["error"] == "login_required"
    assert result["error_description"].startswith("AADSTS50058: ")


def test_revoked_grant(outside: Outside) -> None:
    """After a password change the refresh is refused with AADSTS50173, bad_token."""
    application = _application(outside)
    _login(outside, application)
    outside.alice.attributes["tokens_valid_from"] = outside.world.clock() + 60
    result = application.acquire_token_silent_with_error(
        SCOPES, account=application.get_accounts()[0], force_refresh=True
    )

    assert (result["error"], result["error_codes"], result["suberror"]) == ("invalid_grant", [50173], "bad_token")


def test_unknown_tenant(outside: Outside) -> None:
    """A tenant that does not exist fails at the metadata."""
    with pytest.raises(ValueError, match="tenant"):
        _application(outside, authority="https://login.microsoftonline.com/nowhere").initiate_auth_code_flow(SCOPES)


def test_app_without_a_person(outside: Outside) -> None:
    """client_credentials for the app's own API; an unknown client is AADSTS700038."""
    application = _application(outside)
    result = application.acquire_token_for_client([f"{outside.client_id}/.default"])
    stranger = _application(outside, client_id="0a0a0a0a-0000-4000-8000-000000000000")
    refused = stranger.acquire_token_for_client(["x/.default"])

    assert result["token_type"] == "Bearer"
    assert (refused["error"], refused["error_codes"]) == ("unauthorized_client", [700038])
