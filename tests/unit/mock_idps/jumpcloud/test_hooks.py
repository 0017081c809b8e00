"""What a fault may change, and what the judge may ask afterwards: every endpoint passes through both."""

from __future__ import annotations

from typing import Any

import pytest

from mock_idps.core.fault import Fault


class Marks(Fault):
    """Leaves a mark wherever it is asked."""

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """Marked."""
        return {**document, "marked": True}

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        """Marked."""
        return {**jwks, "marked": True}

    def id_token(self, claims: dict[str, Any]) -> dict[str, Any]:
        """Marked."""
        return {**claims, "marked": True}

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """Marked."""
        return {**body, "marked": True}

    def userinfo(self, claims: dict[str, Any]) -> dict[str, Any]:
        """Marked."""
        return {**claims, "marked": True}

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """Marked."""
        return {**parameters, "marked": "yes"}


def test_faults_reach_every_answer(org: Any) -> None:
    """Documents, answers and tokens are what the fault makes of them, and the truth again without it."""
    org.service.fault = Marks()
    back = org.signs_in()
    tokens = org.redeems(back["code"]).json()
    documents = [
        org.browser.send("GET", f"{org.issuer}/.well-known/{name}").json()
        for name in ("openid-configuration", "jwks.json")
    ]
    told = [back, tokens, org.payload(tokens["id_token"]), org.userinfo(tokens["access_token"]).json(), *documents]

    assert ["marked" in it for it in told] == [True] * len(told)

    org.service.fault = Fault()
    assert "marked" not in org.browser.send("GET", f"{org.issuer}/.well-known/openid-configuration").json()


def test_refusals_pass_through_the_fault_too(org: Any) -> None:
    """An error that goes to the app is an authorization response like any other."""
    org.service.fault = Marks()

    assert org.told(org.begins(state=None))["marked"] == "yes"


class LateClock(Fault):
    """Believes that it is an hour later."""

    def clock(self, now: float) -> float:
        """An hour later."""
        return now + 3600


def test_clock_of_the_issuer_may_be_wrong(org: Any) -> None:
    """Times in tokens come from the issuer's own clock."""
    org.service.fault = LateClock()

    assert org.claims()["iat"] == int(org.clock.now) + 3600


@pytest.mark.parametrize(
    ("endpoint", "count"),
    [("authorize", 1), ("token", 1), ("userinfo", 1), ("discovery", 1), ("jwks", 1), ("logout", 1)],
)
def test_requests_are_noted_once(org: Any, endpoint: str, count: int) -> None:
    """One login notes each request of the app once: the hops are the issuer's own."""
    for name in ("openid-configuration", "jwks.json"):
        org.browser.send("GET", f"{org.issuer}/.well-known/{name}")
    tokens = org.tokens()
    org.userinfo(tokens["access_token"])
    org.browser.open(f"{org.issuer}/oauth2/sessions/logout", params={"id_token_hint": tokens["id_token"]})

    assert [it.endpoint for it in org.service.received].count(endpoint) == count


def test_authorization_request_is_noted_as_sent(org: Any) -> None:
    """The judge sees the app's own parameters."""
    org.begins(login_hint="ada")

    assert org.service.received[0].parameters == org.request(login_hint="ada")


def test_refused_request_is_noted_too(org: Any) -> None:
    """A request that ends on the error page reached the issuer all the same, and so did the page's."""
    org.begins(client_id="nobody")

    assert [it.endpoint for it in org.service.received] == ["authorize", "error_page"]


def test_remembered_login_keeps_sid_and_auth_time(org: Any) -> None:
    """Where Hydra remembers a login, a later one repeats its session and its time (switch `remember_login`)."""
    org.tenant.settings["remember_login"] = True
    first = org.claims()
    org.clock.now += 500
    second = org.claims(prompt="none")

    assert (second["sid"], second["auth_time"]) == (first["sid"], first["auth_time"])
    assert second["rat"] == first["rat"] + 500


def test_remembered_login_older_than_max_age_is_asked_again(org: Any) -> None:
    """With `max_age` and no `prompt=none` the console comes in again."""
    org.tenant.settings["remember_login"] = True
    first = org.claims()
    org.clock.now += 500

    assert org.claims(max_age="60")["auth_time"] == first["auth_time"] + 500


def test_hint_of_the_same_person_passes(org: Any) -> None:
    """An ID token of the person who signs in is a good hint, remembered login or not."""
    hint = org.tokens()["id_token"]
    assert "code" in org.told(org.begins(id_token_hint=hint))
    org.tenant.settings["remember_login"] = True
    org.signs_in()

    assert "code" in org.told(org.begins(id_token_hint=hint))


def test_hint_of_another_person_is_refused_after_the_sign_in(org: Any) -> None:
    """Without a remembered login the hint is compared once the person is known (ory/fosite, handler/openid/validator.go)."""
    hint = org.tokens()["id_token"]
    org.ada.id = "5e276189c54d3827769d0fff"

    told = org.told(org.begins(id_token_hint=hint))

    assert told["error"] == "login_required"
    assert told["error_description"].endswith("does not match the current session's subject.")


def test_transport_errors_of_the_console_are_plain(org: Any) -> None:
    """An unknown path or method of the console is Go's plain text."""
    assert org.browser.send("GET", f"{org.console}/nothing").text == "404 page not found\n"
    assert org.browser.send("PUT", f"{org.console}/login").text == "Method Not Allowed\n"
