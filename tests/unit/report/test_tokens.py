"""harness/report/tokens.py and record/explain: claims in plain words, and what holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from harness.record.events import Hop
from harness.record.explain import lookup
from harness.record.recording import Recording
from harness.report.tokens import Opened, opened
from tests.unit.report.conftest import CLAIMS, Login

VENDORS = sorted(
    path.stem
    for path in Path(lookup.__file__).parent.glob("*.py")
    if path.stem not in {"__init__", "claim", "lookup", "metadata", "specifications"}
)


def id_token(recording: Recording) -> Opened:
    """The ID token of the token response."""
    (hop,) = [hop for hop in recording.of(Hop) if hop.url.endswith("/token")]
    return next(token for token in opened(recording, hop) if token.name == "id_token")


def test_everything_holds_in_a_healthy_login(login: Login) -> None:
    """Signature, issuer, audience, nonce and times are looked at, and hold."""
    checks = id_token(login()).checks

    assert {check.name: check.holds for check in checks} == dict.fromkeys(
        ("signature", "iss", "aud", "nonce", "exp", "iat"), True
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("iss", "https://globex.okta.com/"),
        ("aud", "another"),
        ("aud", ["another"]),
        ("nonce", "another"),
        ("nonce", None),
        ("exp", 900),
        ("exp", "soon"),
        ("iat", 2_000),
        ("nbf", 2_000),
    ],
)
def test_a_claim_that_does_not_hold_is_found(name: str, value: Any, login: Login) -> None:
    """The one claim that is wrong is the one that is shown as wrong."""
    token = id_token(login(claims=CLAIMS | {name: value}))

    assert [check.name for check in token.broken] == [name]


@pytest.mark.parametrize(("signature", "holds"), [("invalid", False), ("none", False), ("key not published", None)])
def test_the_signatures_verdict_is_shown(signature: str, holds: object, login: Login) -> None:
    """What cannot be known is not claimed."""
    assert id_token(login(signature=signature)).checks[0].holds is holds


def test_times_are_shown_as_moments(login: Login) -> None:
    """Nobody reads seconds since 1970."""
    (row,) = [row for row in id_token(login()).rows if row.name == "exp"]

    assert row.value == "4600 (1970-01-01 01:16:40 UTC)"


def test_a_time_beyond_all_calendars_is_shown_as_it_is(login: Login) -> None:
    """A hostile expiry does not break the page."""
    (row,) = [row for row in id_token(login(claims=CLAIMS | {"exp": 1e300})).rows if row.name == "exp"]

    assert row.value == "1e+300"


def test_what_the_app_made_of_a_claim_is_shown(login: Login) -> None:
    """A claim whose value the app shows is tied to the name under which it does."""
    used = {row.name: row.used for row in id_token(login()).rows if row.used}

    assert used == {"name": "name", "email": "email"}


def test_a_claim_the_vendor_never_sends_stands_out(login: Login) -> None:
    """A given name in Okta's code flow is a lie of the mock or a wrong setting."""
    rows = id_token(login(claims=CLAIMS | {"given_name": "Alice"})).rows

    assert [row.name for row in rows if row.note == "unexpected"] == ["given_name"]


def test_a_claim_the_vendor_always_sends_is_missed(login: Login) -> None:
    """What always comes and did not is shown among the claims."""
    token = id_token(login(claims={name: value for name, value in CLAIMS.items() if name != "amr"}))

    assert [row.name for row in token.absent if row.note == "missing"] == ["amr"]


def test_an_unknown_vendor_is_explained_by_the_specifications(login: Login) -> None:
    """A new vendor needs no file to have its standard claims explained."""
    (row,) = [row for row in id_token(login(idp="brand_new")).rows if row.name == "sub"]

    assert row.source.startswith("https://openid.net/specs/")


def test_an_access_token_is_not_judged(login: Login) -> None:
    """It is not for the app to read: its claims are shown, nothing is demanded of them."""
    from dataclasses import replace

    recording = login()
    events = tuple(
        replace(it, response_body=it.response_body.replace('"id_token"', '"access_token"'))
        if isinstance(it, Hop)
        else it
        for it in recording.events
    )
    (hop,) = [it for it in events if isinstance(it, Hop) and it.url.endswith("/token")]

    (token,) = opened(replace(recording, events=events), hop)
    assert [check.name for check in token.checks] == ["signature"]
    assert not token.is_id_token


@pytest.mark.parametrize("name", VENDORS)
def test_every_claim_of_every_vendor_has_a_source(name: str) -> None:
    """Nothing is said of a vendor that cannot be looked up, and "sometimes" says when."""
    known = lookup.vendor(name)

    assert known is not None
    assert known.source.startswith("https://")
    for claim, explained in known.claims.items():
        assert explained.source.startswith("https://"), claim
        assert explained.when != "sometimes" or explained.condition, claim


def test_the_members_of_a_discovery_document_are_explained() -> None:
    """Discovery is where many logins break: what each member is for stands beside it, with its specification."""
    says, source = lookup.parameter("okta", "jwks_uri", "discovery")

    assert "keys" in says
    assert source.startswith("https://openid.net/")


def test_a_vendors_own_parameters_are_explained() -> None:
    """What no specification names is explained by the vendor's file, and only for that vendor."""
    assert lookup.parameter("jumpcloud", "login_challenge", "authorize")[0]
    assert not lookup.parameter("okta", "login_challenge", "authorize")[0]


def test_userinfo_is_explained_by_its_claims() -> None:
    """The answer of the userinfo endpoint holds claims, and is explained as such."""
    says, _ = lookup.parameter("okta", "email_verified", "userinfo")

    assert "relied on" in says
