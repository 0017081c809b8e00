"""The authorization endpoint: what is refused, where and in which words, and what comes back on success.

Wordings: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes and the captures named in
mock_idps/entra/errors.py. Spelling of the answers: https://github.com/MicrosoftDocs/azure-docs/issues/114009.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest

from .conftest import ACME, CALLBACK, GLOBEX, MULTI, WEB, Visitor, part

PAGES: list[tuple[str, dict[str, str | None], str]] = [
    (
        "no client",
        {"client_id": None},
        "AADSTS900144: The request body must contain the following parameter: 'client_id'.",
    ),
    (
        "unknown client",
        {"client_id": GLOBEX},
        f"AADSTS700016: Application with identifier '{GLOBEX}' was not found in the directory 'Acme'.",
    ),
    (
        "redirect",
        {"redirect_uri": CALLBACK + "/"},
        f"AADSTS50011: The redirect URI '{CALLBACK}/' specified in the request does not match",
    ),
    ("redirect case", {"redirect_uri": CALLBACK.upper()}, "AADSTS50011: "),
    ("no response type", {"response_type": None}, "AADSTS900144: "),
    (
        "mode",
        {"response_mode": "web_message"},
        "AADSTS70007: 'web_message' is not a supported value of 'response_mode'",
    ),
    (
        "resource",
        {"resource": "https://graph.windows.net"},
        "AADSTS901002: The 'resource' request parameter is not supported.",
    ),
    ("no scope", {"scope": None}, "AADSTS900144: The request body must contain the following parameter: 'scope'."),
    ("challenge", {"code_challenge": "short"}, "AADSTS501491: Invalid size of Code_Challenge parameter."),
    ("method", {"code_challenge": "c" * 43, "code_challenge_method": "S512"}, "AADSTS50149: "),
    ("prompt", {"prompt": "create"}, "AADSTS90023: "),
]

REDIRECTS: list[tuple[dict[str, str | None], str, str]] = [
    (
        {"response_type": "magic"},
        "unsupported_response_type",
        "AADSTS70005: response_type 'magic' is not enabled for the application",
    ),
    (
        {"response_type": "id_token"},
        "unsupported_response_type",
        "AADSTS700054: response_type 'id_token' is not enabled for the application.",
    ),
    (
        {"scope": "openid Fly.Me"},
        "invalid_client",
        "AADSTS650053: The application 'Pelanor' asked for scope 'Fly.Me' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.",
    ),
    ({"scope": "openid https://other.example/read"}, "invalid_client", "AADSTS650057: Invalid resource. "),
    ({"prompt": "none"}, "login_required", "AADSTS50058: A silent sign-in request was sent but no user is signed in."),
]


@pytest.mark.parametrize(
    ("over", "text"), [(over, text) for _, over, text in PAGES], ids=[name for name, _, _ in PAGES]
)
def test_mistake_that_the_app_never_hears_of(visitor: Visitor, over: dict[str, str | None], text: str) -> None:
    """A mistake about the app itself ends on Entra's page; no address of the app is called."""
    answer = visitor.authorize(**over)

    assert answer.status_code == 200
    assert "location" not in answer.headers
    assert visitor.alert.startswith(text)


@pytest.mark.parametrize(("over", "error", "text"), REDIRECTS, ids=[text[:12] for _, _, text in REDIRECTS])
def test_mistake_that_goes_back_to_the_app(
    visitor: Visitor, over: dict[str, str | None], error: str, text: str
) -> None:
    """Members stand in captured order, with `state` and without `session_state`."""
    visitor.authorize(**over)
    told = visitor.answer()

    assert list(told) == ["error", "error_description", "error_uri", "state"]
    assert told["error"] == error
    assert told["error_description"].startswith(text)


def test_redirected_error_is_spelled_as_captured(visitor: Visitor) -> None:
    """Escapes are lower-case, blanks are "+", lines end in CRLF, and an empty fragment ends the address."""
    location = visitor.authorize(prompt="none").headers["location"]

    assert "error_description=AADSTS50058%3a+A+silent" in location
    assert re.search(
        r"%0d%0aTrace\+ID%3a\+[0-9a-f-]{36}%0d%0aCorrelation\+ID%3a\+[0-9a-f-]{36}%0d%0aTimestamp%3a\+", location
    )
    assert "error_uri=https%3a%2f%2flogin.microsoftonline.com%2ferror%3fcode%3d50058&state=st#" in location


def test_error_page_names_its_ids(visitor: Visitor) -> None:
    """The page has Entra's heading, its sentence, and the ids that support asks for; the time has a "T"."""
    page = visitor.authorize(client_id=GLOBEX).text

    assert visitor.heading == "Sign in"
    assert "Sorry, but we're having trouble signing you in." in unescape(page)
    for label in ("Request Id", "Correlation Id", "Timestamp", "Message"):
        assert f"<dt>{label}</dt>" in page
    assert re.search(r"<dd>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ</dd>", page)


def test_success_in_the_query(visitor: Visitor) -> None:
    """code, state and session_state, in that order, and an empty fragment; no `iss`."""
    answer = visitor.signs_in()

    assert list(answer) == ["code", "state", "session_state"]
    assert visitor.last.headers["location"].endswith("#")
    assert len(answer["code"]) > 1000


def test_client_info_stands_after_the_code(visitor: Visitor) -> None:
    """`client_info=1` brings the account's ids."""
    answer = visitor.signs_in(client_info="1")

    assert list(answer) == ["code", "client_info", "state", "session_state"]
    assert json.loads(json.dumps(part("." + answer["client_info"], 1))) == {"uid": visitor.person().id, "utid": ACME}


def test_no_state_comes_back_when_none_was_sent(visitor: Visitor) -> None:
    """`state` is echoed only if it was there."""
    assert list(visitor.signs_in(state=None)) == ["code", "session_state"]


def test_html_is_taken_out_of_state(visitor: Visitor) -> None:
    """Tags in `state` vanish; what only looks like one stays (https://learn.microsoft.com/en-us/entra/identity-platform/reply-url)."""
    assert visitor.signs_in(state="a<b>c</b> 1 < 2")["state"] == "ac 1 < 2"


def test_success_in_the_fragment(visitor: Visitor) -> None:
    """`response_mode=fragment` puts the same pairs behind "#", once."""
    visitor.signs_in(response_mode="fragment")

    assert re.fullmatch(re.escape(CALLBACK) + "#code=[^#]+", visitor.last.headers["location"])


def test_success_as_a_posting_page(visitor: Visitor) -> None:
    """form_post is a page titled "Working..." with the form "hiddenform", which leaves by script."""
    visitor.authorize(response_mode="form_post")
    visitor.gives()
    page = visitor.submit().text

    assert "<title>Working...</title>" in page
    assert f'<form method="POST" name="hiddenform" action="{CALLBACK}">' in page
    assert list(visitor.fields()) == ["code", "state", "session_state"]
    assert "document.forms[0].submit();" in page
    assert "Script is disabled. Click Submit to continue." in page


def test_hybrid_answers_in_the_fragment(visitor: Visitor) -> None:
    """The type "code id_token" brings both, the token with c_hash, once the admin switched it on."""
    visitor.app.settings["implicit"] = ("id_token",)

    answer = visitor.signs_in(response_type="code id_token")

    assert list(answer) == ["code", "id_token", "state", "session_state"]
    assert "c_hash" in part(answer["id_token"], 1)


def test_id_token_from_here_needs_a_nonce(visitor: Visitor) -> None:
    """A code does without `nonce`, an ID token from /authorize does not."""
    visitor.app.settings["implicit"] = ("id_token",)

    visitor.authorize(response_type="id_token", nonce=None)

    assert "nonce" in visitor.alert


def test_redirect_uri_may_be_left_out(visitor: Visitor) -> None:
    """Without `redirect_uri` a registered one is used."""
    visitor.signs_in(redirect_uri=None)

    assert visitor.last.headers["location"].startswith(CALLBACK + "?code=")


def test_port_of_localhost_does_not_count(visitor: Visitor) -> None:
    """A registered http://localhost fits any port, but only the same path."""
    visitor.app.redirect_uris = ("http://localhost/cb",)
    visitor.signs_in(redirect_uri="http://localhost:5000/cb")
    good = visitor.last.headers["location"]

    visitor.authorize(redirect_uri="http://localhost:5000/other")

    assert good.startswith("http://localhost:5000/cb?code=")
    assert visitor.alert.startswith("AADSTS50011")


def test_redirect_uri_without_path_gets_one(visitor: Visitor) -> None:
    """The URI "https://app.pelanor.io" is answered at "https://app.pelanor.io/"."""
    visitor.app.redirect_uris = ("https://app.pelanor.io",)
    visitor.signs_in(redirect_uri="https://app.pelanor.io")

    assert visitor.last.headers["location"].startswith("https://app.pelanor.io/?code=")


def test_single_tenant_app_is_refused_at_common(visitor: Visitor) -> None:
    """AADSTS50194 is a page."""
    visitor.authorize("common")

    assert visitor.alert.startswith(
        f"AADSTS50194: Application '{WEB}'(Pelanor) is not configured as a multi-tenant application."
    )


def test_multi_tenant_app_signs_in_people_of_any_tenant(visitor: Visitor) -> None:
    """At "organizations" the person's own tenant is the one signed into."""
    answer = visitor.signs_in("gwen@globex.example", client_id=MULTI, tenant="organizations")
    token = visitor.redeem(answer["code"], "organizations", client_id=MULTI).json()["id_token"]

    assert part(token, 1)["tid"] == GLOBEX


def test_disabled_app_is_a_page(visitor: Visitor) -> None:
    """AADSTS7000112."""
    visitor.app.state = "disabled"

    visitor.authorize()

    assert visitor.alert == f"AADSTS7000112: Application '{WEB}'(Pelanor) is disabled."


def test_older_wording_is_a_switch(visitor: Visitor) -> None:
    """The same mistake may read otherwise and even show elsewhere: apps must look at `error` only."""
    visitor.tenant.settings["error_texts"] = "older"

    visitor.authorize(redirect_uri=CALLBACK + "/")

    assert (
        visitor.alert
        == f"AADSTS50011: The reply URL specified in the request does not match the reply URLs configured for the application: '{WEB}'."
    )


def test_older_words_see_the_missing_slash(visitor: Visitor) -> None:
    """Where only the slash is missing, the older text says so (https://github.com/alexandrtovmach/react-microsoft-login/issues/121)."""
    visitor.tenant.settings["error_texts"] = "older"
    visitor.app.redirect_uris = (CALLBACK + "/",)

    visitor.authorize()

    assert visitor.alert.endswith("because requested address did not have a trailing slash.")


@pytest.mark.parametrize("uri", [f"{CALLBACK}'s", f"{CALLBACK}(1)", f"{CALLBACK}/{'x' * 256}"])
def test_address_that_nobody_can_register(visitor: Visitor, uri: str) -> None:
    """Entra takes no "!$'(),;" and no more than 256 characters (https://learn.microsoft.com/en-us/entra/identity-platform/reply-url)."""
    visitor.app.redirect_uris = (uri,)

    visitor.authorize(redirect_uri=uri)

    assert visitor.alert.startswith("AADSTS50011: ")


@pytest.mark.parametrize(("audience", "most"), [("AzureADMyOrg", 256), ("AzureADandPersonalMicrosoftAccount", 100)])
def test_as_many_addresses_as_an_app_may_have(visitor: Visitor, audience: str, most: int) -> None:
    """An app has 256 redirect URIs at most, or 100 with personal accounts: one for each customer runs out."""
    visitor.app.settings["sign_in_audience"] = audience
    visitor.app.redirect_uris = tuple(f"{CALLBACK}-{number}" for number in range(most + 1))

    assert "AADSTS50011" not in visitor.authorize(redirect_uri=f"{CALLBACK}-{most - 1}").text
    assert "AADSTS50011" in visitor.authorize(redirect_uri=f"{CALLBACK}-{most}").text


def test_id_token_at_another_platform_is_a_page(visitor: Visitor) -> None:
    """AADSTS700054 stays at Entra where the redirect URI is not of the platform Web."""
    visitor.app.settings["platform"] = "spa"

    visitor.authorize(response_type="id_token")

    assert visitor.alert.startswith("AADSTS700054: ")


def test_redirected_error_names_the_trace_of_its_answer(visitor: Visitor) -> None:
    """Trace id of the text and header "x-ms-request-id" are one."""
    visitor.authorize(prompt="none")

    assert f"Trace ID: {visitor.last.headers['x-ms-request-id']}" in visitor.answer()["error_description"]


def test_unavailable_service_says_so_to_the_app(visitor: Visitor) -> None:
    """A bad minute is temporarily_unavailable."""
    visitor.tenant.settings["unavailable"] = True
    visitor.authorize()

    assert visitor.answer()["error"] == "temporarily_unavailable"


@pytest.mark.parametrize("tenant", [ACME, "organizations"])
def test_domain_hint_leads_to_the_federated_provider(visitor: Visitor, tenant: str) -> None:
    """A hint at a federated domain skips Entra's own pages."""
    visitor.tenant.settings["federated_to"] = "https://sts.acme.example/adfs/ls"

    answer = visitor.authorize(tenant, client_id=MULTI, domain_hint="acme.example")

    assert answer.headers["location"] == "https://sts.acme.example/adfs/ls"


@pytest.mark.parametrize("hint", ["globex.example", "nowhere.example"])
def test_domain_hint_of_somebody_else(visitor: Visitor, hint: str) -> None:
    """A domain of another tenant, or of none, leads nowhere."""
    visitor.service.directory.tenants[1].settings["federated_to"] = "https://sts.globex.example/adfs/ls"

    visitor.authorize(domain_hint=hint)

    assert visitor.heading == "Sign in"


def test_parameters_may_be_posted(visitor: Visitor) -> None:
    """POST works like GET."""
    form: dict[str, Any] = {"client_id": WEB, "response_type": "code", "scope": "openid", "redirect_uri": CALLBACK}

    visitor.send("POST", f"/{ACME}/oauth2/v2.0/authorize", data=form)

    assert visitor.heading == "Sign in"


def test_received_request_is_noted(visitor: Visitor) -> None:
    """A judge can ask what the app really sent."""
    visitor.authorize(prompt="none")

    received = visitor.service.received[-1]
    assert (received.endpoint, received.parameters["prompt"]) == ("authorize", "none")
