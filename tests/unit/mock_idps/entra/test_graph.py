"""Userinfo and the little of Microsoft Graph that sign-in touches.

Facts: https://learn.microsoft.com/en-us/entra/identity-platform/userinfo; github.com/cirrusidentity/simplesamlphp-module-authoauth2
docs/MICROSOFT.md; errors in github.com/calvinchengx/entra-emulator e2e/differential/testdata/fixtures (2026-09-08).
"""

from __future__ import annotations

from typing import Any

from .conftest import WEB, Visitor, groups, part

GRAPH = "https://graph.microsoft.com"


def _ask(visitor: Visitor, path: str, token: str) -> Any:
    return visitor.get(GRAPH + path, headers={"Authorization": f"Bearer {token}"})


def test_userinfo_is_sparse(visitor: Visitor) -> None:
    """Six members in seen order; no oid, tid, preferred_username or email_verified."""
    told = _ask(visitor, "/oidc/userinfo", visitor.tokens()["access_token"]).json()

    assert list(told) == ["sub", "name", "family_name", "given_name", "picture", "email"]
    assert told["picture"] == "https://graph.microsoft.com/v1.0/me/photo/$value"


def test_userinfo_without_mailbox(visitor: Visitor) -> None:
    """No mail attribute, no email."""
    token = visitor.tokens("bob@acme.example")["access_token"]

    assert "email" not in _ask(visitor, "/oidc/userinfo", token).json()


def test_userinfo_subject_is_the_id_tokens(visitor: Visitor) -> None:
    """By default both name the same `sub`."""
    tokens = visitor.tokens()

    assert _ask(visitor, "/oidc/userinfo", tokens["access_token"]).json()["sub"] == part(tokens["id_token"], 1)["sub"]


def test_userinfo_subject_may_differ(visitor: Visitor) -> None:
    """Two of four captures name another `sub`: a switch."""
    visitor.person().attributes["userinfo_sub"] = "own"
    tokens = visitor.tokens()

    assert _ask(visitor, "/oidc/userinfo", tokens["access_token"]).json()["sub"] != part(tokens["id_token"], 1)["sub"]


def test_no_token_is_401_in_graphs_words(visitor: Visitor) -> None:
    """The captured body, with the ids of the request."""
    answer = visitor.get(f"{GRAPH}/oidc/userinfo")
    error = answer.json()["error"]

    assert answer.status_code == 401
    assert (error["code"], error["message"]) == ("InvalidAuthenticationToken", "Access token is empty.")
    assert list(error["innerError"]) == ["date", "request-id", "client-request-id"]


def test_token_for_another_audience_is_401(visitor: Visitor) -> None:
    """A token for the app's own API opens nothing here (https://github.com/microsoft/AzureTRE/issues/3539)."""
    token = visitor.tokens(scope=f"openid api://{WEB}/read")["access_token"]
    answer = _ask(visitor, "/oidc/userinfo", token)

    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "InvalidAuthenticationToken"


def test_expired_token_is_401(visitor: Visitor) -> None:
    """An access token ends."""
    token = visitor.tokens()["access_token"]
    visitor.clock.at += 5400

    assert _ask(visitor, "/oidc/userinfo", token).status_code == 401


def test_me(visitor: Visitor) -> None:
    """/me tells the user principal name and the mail attribute apart."""
    told = _ask(visitor, "/v1.0/me", visitor.tokens()["access_token"]).json()

    assert (told["userPrincipalName"], told["mail"]) == ("alice@acme.example", "Alice.Anders@acme.example")
    assert told["id"] == visitor.person().id


def test_groups_come_in_pages(visitor: Visitor) -> None:
    """Groups beyond the first hundred are behind "@odata.nextLink"."""
    visitor.person().groups = groups(150)
    token = visitor.tokens()["access_token"]
    first = _ask(visitor, "/v1.0/me/memberOf", token).json()
    rest = _ask(visitor, first["@odata.nextLink"].removeprefix(GRAPH), token).json()

    assert (len(first["value"]), len(rest["value"])) == (100, 50)
    assert "@odata.nextLink" not in rest


def test_photo_may_be_large_or_missing(visitor: Visitor) -> None:
    """One person has 200 kB, another none."""
    visitor.person().attributes["photo_bytes"] = 200_000
    found = _ask(visitor, "/v1.0/me/photo/$value", visitor.tokens()["access_token"])
    token = visitor.tokens("bob@acme.example", prompt="login")["access_token"]

    assert (len(found.content), found.headers["content-type"]) == (200_000, "image/jpeg")
    assert _ask(visitor, "/v1.0/me/photo/$value", token).status_code == 404


def test_pointer_of_group_overage_leads_nowhere(visitor: Visitor) -> None:
    """The retired Graph answers 404."""
    assert visitor.get("https://graph.windows.net/x/users/y/getMemberObjects").status_code == 404
