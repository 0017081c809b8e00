"""Starting: organisation names, regions, return addresses, and sign-in that begins elsewhere."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from harness.reference_rp import redirect_uri

US, EU = "https://app.pelanor.io", "https://app-eu.pelanor.io"
Check = Callable[[Any], str]


@pytest.mark.parametrize(
    "typed", ["acme", " ACME ", "Acme\n", "\u00a0acme\u200b", "a c m e", "\uff41\uff43\uff4d\uff45"]
)
def test_a_name_is_forgiven_its_case_and_blanks(stage: Any, typed: str) -> None:
    """However it is typed, it is the same organisation."""
    assert "okta-acme-7f3" in stage.begin(typed)["redirect_uri"]


def _unreferenced(text: str) -> str:
    reference = text.partition('data-reference="')[2].partition('"')[0]
    return text.replace(reference, "")


@pytest.mark.parametrize("status", ["pending", "disabled"])
def test_nobody_learns_which_organisations_exist(stage: Any, refused_by: Check, status: str) -> None:
    """Unknown, without single sign-on, pending and disabled are answered alike."""
    stage.change("globex", status=status)
    pages = [
        stage.browser.post("/sign-in/organisation", {"organisation": name})
        for name in ("nobody", "umbrella", "globex", "", "a" * 9000)
    ]

    assert {refused_by(page) for page in pages} == {"organisation"}
    assert len({(page.status_code, _unreferenced(page.text)) for page in pages}) == 1


def test_names_with_hyphens_do_not_collide(stage: Any) -> None:
    """The ids "acme" and "acme-eu" are two organisations."""
    assert redirect_uri.split("okta-acme-eu") == ("okta", "acme-eu")
    assert redirect_uri.split("okta-") is None
    assert redirect_uri.split("unknown-acme") is None


def test_a_person_of_the_other_region_is_taken_there(stage: Any) -> None:
    """The organisation stays typed, and everything after happens in its own region."""
    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme-eu", "return_to": "/reports/7"})
    location = response.headers["location"]
    asked = stage.asked(stage.browser.get(location))
    landed = stage.answer(asked)

    assert location.startswith(f"{EU}/")
    assert asked["redirect_uri"] == f"{EU}/api/auth/callback/okta-acme-eu"
    assert landed.headers["location"] == "/reports/7"
    assert (stage.browser.signed_in(EU), stage.browser.signed_in(US)) == (True, False)


@pytest.mark.parametrize(
    "headers", [{"x-forwarded-host": "evil.test"}, {"x-forwarded-proto": "http"}, {"forwarded": "host=evil.test"}]
)
def test_no_header_decides_the_redirect_uri(stage: Any, headers: dict[str, str]) -> None:
    """The redirect URI is the configured one, whatever a caller sends."""
    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"}, headers=headers)

    assert stage.asked(response)["redirect_uri"] == f"{US}/api/auth/callback/okta-acme-7f3"


@pytest.mark.parametrize("host", ["evil.test", "app.pelanor.io.evil.test", "app.pelanor.io:444", ""])
def test_an_unknown_host_is_turned_away(stage: Any, host: str) -> None:
    """Only the regions' own hosts are served."""
    assert stage.browser.get("/sign-in", headers={"host": host}).status_code == 421


def test_callers_cannot_add_parameters(stage: Any) -> None:
    """Nothing of the query reaches the issuer."""
    url = "/sign-in/continue?organisation=acme&scope=admin&redirect_uri=https://evil.test&prompt=none&return_to=/x%26scope=admin"
    asked = stage.asked(stage.browser.get(url))

    assert "admin" not in asked["scope"]
    assert "prompt" not in asked
    assert asked["redirect_uri"].startswith(US)


SAFE = ["/reports/7", "/reports/7?tab=b", "/settings/workspaces"]
UNSAFE = [
    "https://evil.test/x", "//evil.test/x", "///evil.test", "/\\evil.test", "\\\\evil.test", "/\t/evil.test", "/\n/evil.test",
    "/%09/evil.test", "/%2f/evil.test", "/%5cevil.test", " //evil.test", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,x", "evil.test", "https:evil.test", "http:/evil.test", f"{US}.evil.test/x", f"{US}@evil.test/",
    "/\x00", "/" + "a" * 2000, "", "/api/auth/initiate?iss=x", "/sign-out", "/sign-in", "/\u0085/evil.test",
]  # fmt: skip


@pytest.mark.parametrize("address", [*SAFE, f"{US}/reports/7"])
def test_a_page_of_ours_is_returned_to(stage: Any, address: str) -> None:
    """A deep link survives the login, query included."""
    asked = stage.begin(return_to=address)

    assert stage.answer(asked).headers["location"] == address.removeprefix(US)


@pytest.mark.parametrize("address", UNSAFE)
def test_any_other_address_leads_home(stage: Any, address: str) -> None:
    """Nothing that a browser could read as another site is followed (RFC 9700, 4.11.1)."""
    asked = stage.begin(return_to=address)

    assert stage.answer(asked).headers["location"] == "/workspace"


def test_a_deep_link_leads_back_after_sign_in(stage: Any) -> None:
    """Opened while signed out, the link is carried through all pages of the sign-in."""
    first = stage.browser.get("/reports/7?tab=b").headers["location"]
    page = stage.browser.get(first).text
    second = page.partition('href="/sign-in/organisation?')[2].partition('"')[0]
    third = stage.browser.get(f"/sign-in/organisation?{second}").text

    assert 'name="return_to" value="/reports/7?tab=b"' in third


def test_a_tile_starts_our_own_login(stage: Any) -> None:
    """The issuer's name chooses whom to ask; state and nonce are our own."""
    response = stage.browser.get(
        "/api/auth/initiate", params={"iss": "https://acme.okta.com", "login_hint": "alice@acme.test"}
    )
    asked = stage.asked(response)

    assert response.headers["location"].startswith("https://acme.okta.com/authorize?")
    assert asked["login_hint"] == "alice@acme.test"
    assert stage.answer(asked).status_code == 303
    assert stage.browser.signed_in()


def test_a_tile_may_post(stage: Any) -> None:
    """The request may come by POST (OIDC Core 1.0, 4)."""
    assert stage.browser.post("/api/auth/initiate", {"iss": "https://acme.okta.com"}).status_code == 303


def test_an_okta_tile_names_the_org_of_a_custom_server(stage: Any) -> None:
    """Okta sends the org's address also for a custom authorization server."""
    stage.change("acme", issuer="https://acme.okta.com/oauth2/default")
    stage.issuer.url = "https://acme.okta.com/oauth2/default"
    response = stage.browser.get("/api/auth/initiate", params={"iss": "https://acme.okta.com"})

    assert response.headers["location"].startswith("https://acme.okta.com/oauth2/default/authorize?")


@pytest.mark.parametrize(
    "url",
    [
        "/api/auth/initiate",
        "/api/auth/initiate?iss=https://evil.test",
        "/api/auth/initiate?iss=https://acme.okta.com/",
        "/api/auth/initiate/okta-nobody",
        "/api/auth/initiate/entra-acme-7f3",
        "/api/auth/initiate/okta-acme-7f3?iss=https://evil.test",
    ],
)
def test_an_unknown_issuer_starts_nothing(stage: Any, refused_by: Check, url: str) -> None:
    """Only known issuers and organisations are asked."""
    response = stage.browser.get(url)

    assert (response.status_code, refused_by(response)) == (400, "initiate.issuer")


def test_a_pending_connection_starts_nothing(stage: Any, refused_by: Check) -> None:
    """A tile of a connection that is not active leads nowhere."""
    stage.change("acme", status="pending")

    assert refused_by(stage.browser.get("/api/auth/initiate?iss=https://acme.okta.com")) == "initiate.issuer"


def test_a_shared_issuer_asks_for_the_organisation(stage: Any) -> None:
    """Where several organisations have one issuer, the person says which is theirs."""
    stage.change("globex", issuer="https://oauth.id.jumpcloud.com/")
    response = stage.browser.get("/api/auth/initiate?iss=https://oauth.id.jumpcloud.com/")

    assert response.headers["location"].startswith("/sign-in/organisation")


def test_a_login_url_names_its_organisation(stage: Any) -> None:
    """JumpCloud's Login URL holds the organisation, and works alone."""
    stage.asked(response := stage.browser.get("/api/auth/initiate/jumpcloud-initech-1"))

    assert response.headers["location"].startswith("https://oauth.id.jumpcloud.com/authorize?")


def test_a_login_url_may_hold_hyphens(stage: Any) -> None:
    """The organization_id is everything after the provider's name."""
    response = stage.browser.get(f"{EU}/api/auth/initiate/okta-acme-eu")

    assert response.headers["location"].startswith("https://acme-eu.okta.com/authorize?")


def test_a_tile_of_the_other_region_leads_there(stage: Any) -> None:
    """The request is repeated at the organisation's own region."""
    response = stage.browser.get("/api/auth/initiate?iss=https://acme-eu.okta.com&foo=bar")
    location = urlsplit(response.headers["location"])

    assert (location.netloc, location.path) == ("app-eu.pelanor.io", "/api/auth/initiate")
    assert parse_qs(location.query) == {"iss": ["https://acme-eu.okta.com"]}


@pytest.mark.parametrize(
    ("target", "location"),
    [("/reports/7", "/reports/7"), (f"{US}/reports/7", "/reports/7"), ("//evil.test", "/workspace")],
)
def test_a_target_link_is_checked(stage: Any, target: str, location: str) -> None:
    """The wished page is one of ours, or home."""
    asked = stage.asked(
        stage.browser.get("/api/auth/initiate", params={"iss": "https://acme.okta.com", "target_link_uri": target})
    )

    assert stage.answer(asked).headers["location"] == location


@pytest.mark.parametrize("url", ["/sign-in/continue?organisation=acme", "/api/auth/initiate?iss=https://acme.okta.com"])
def test_a_prefetch_starts_nothing(stage: Any, url: str) -> None:
    """A browser that guesses begins no login."""
    assert stage.browser.get(url, headers={"Sec-Purpose": "prefetch;prerender"}).status_code == 204
