"""Discovery and key set of each region."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "discovery.json").read_text("utf-8"))
REGIONS = [("us", ""), ("eu", ".eu"), ("in", ".in")]


def _issuer(infix: str) -> str:
    return f"https://oauth.id{infix}.jumpcloud.com"


def _keys(org: Any) -> list[dict[str, str]]:
    keys: list[dict[str, str]] = org.browser.send("GET", f"{org.issuer}/.well-known/jwks.json").json()["keys"]
    return keys


@pytest.mark.parametrize(("region", "infix"), REGIONS)
def test_discovery_is_the_fact(org: Any, region: str, infix: str) -> None:
    """Members, values and order are the fact's, with the region's host; the issuer ends in a slash."""
    expected = json.loads(
        json.dumps(FACTS["document"]).replace("oauth.id.jumpcloud.com", f"oauth.id{infix}.jumpcloud.com")
    )

    document = org.browser.send("GET", f"{_issuer(infix)}/.well-known/openid-configuration").json()

    assert document == expected, region
    assert list(document) == FACTS["key_order"]
    assert document["issuer"] == f"{_issuer(infix)}/"


def test_every_advertised_endpoint_is_served(org: Any) -> None:
    """No endpoint of the document is a 404."""
    document = org.browser.send("GET", f"{org.issuer}/.well-known/openid-configuration").json()
    endpoints = [url for name, url in document.items() if name.endswith("_endpoint") or name == "jwks_uri"]

    assert [org.browser.send("POST" if "revoke" in url else "GET", url).status_code == 404 for url in endpoints] == (
        [False] * len(endpoints)
    )


@pytest.mark.parametrize(
    "path",
    ["/oauth2/userinfo", "/register", "/.well-known/oauth-authorization-server", "/login", "/oauth2/auth/"],
)
def test_other_paths_of_the_issuer_are_missing(org: Any, path: str) -> None:
    """What JumpCloud does not serve is a plain 404 (https://github.com/rustdesk/rustdesk-server-pro/issues/562)."""
    answer = org.browser.send("GET", org.issuer + path)

    assert (answer.status_code, answer.text) == (404, "404 page not found\n")


@pytest.mark.parametrize(("switch", "status"), [(None, 404), ("strict", 404), ("lax", 200)])
def test_double_slash(org: Any, switch: str | None, status: int) -> None:
    """An issuer with its slash plus a path makes two slashes: missing, unless the region is lax."""
    org.tenant.settings |= {"double_slash": switch} if switch else {}

    assert org.browser.send("GET", f"{org.issuer}//.well-known/openid-configuration").status_code == status


def test_admin_host_is_not_served(org: Any) -> None:
    """`admin-oauth.id.jumpcloud.com` is another server, not a login issuer (TheJumpCloud/jc-cli docs/AUTH.md)."""
    assert "admin-oauth.id.jumpcloud.com" not in org.service.vendor.hosts(org.service.directory)


def test_hosts_are_issuer_and_console_of_each_region(org: Any) -> None:
    """Three regions, and none in Australia."""
    assert sorted(org.service.vendor.hosts(org.service.directory)) == sorted(
        f"{kind}{infix}.jumpcloud.com" for kind in ("oauth.id", "console") for _, infix in REGIONS
    )


def test_two_keys_of_4096_bits(org: Any) -> None:
    """Two RSA keys are ordered with 4096 bits, and published as Hydra publishes them."""
    keys = _keys(org)

    assert org.service.foundry.ordered == [4096, 4096]
    assert [list(key) for key in keys] == [["use", "kty", "kid", "alg", "n", "e"]] * 2
    assert {(key["use"], key["kty"], key["alg"], key["e"]) for key in keys} == {("sig", "RSA", "RS256", "AQAB")}
    assert len({key["kid"] for key in keys}) == 2


def _signing_kid(org: Any) -> str:
    from joserfc import jws

    kid: str = jws.extract_compact(org.tokens()["id_token"].encode()).headers()["kid"]
    return kid


@pytest.mark.parametrize(("order", "place"), [("signing_last", 1), ("signing_first", 0)])
def test_order_of_the_keys_is_a_switch(org: Any, order: str, place: int) -> None:
    """The key that signs ID tokens stands first or last: only the kid tells."""
    org.tenant.settings["jwks_order"] = order

    assert _keys(org)[place]["kid"] == _signing_kid(org)


def test_form_of_the_kid_is_a_switch(org: Any) -> None:
    """Hydra 1 writes "public:" before a kid, in the key set and in tokens; which one JumpCloud runs is not known."""
    org.tenant.settings["kid_form"] = "public"

    assert all(key["kid"].startswith("public:") for key in _keys(org))
    assert _signing_kid(org) in {key["kid"] for key in _keys(org)}


def test_one_key_is_a_switch(org: Any) -> None:
    """A region may publish the ID tokens' key alone."""
    org.tenant.settings["jwks_keys"] = 1

    assert [key["kid"] for key in _keys(org)] == [_signing_kid(org)]


def test_rotation_keeps_the_old_key(org: Any, runner: Any) -> None:
    """After a rotation the new key signs, and the old one is still published."""
    before = _signing_kid(org)
    runner.run(org.service.ring("jumpcloud-us").rotate())

    assert _signing_kid(org) != before
    assert {_signing_kid(org), before} <= {key["kid"] for key in _keys(org)}


def test_header_of_an_id_token(org: Any) -> None:
    """RS256, a kid and the type, in this order."""
    from joserfc import jws

    headers = jws.extract_compact(org.tokens()["id_token"].encode()).headers()

    assert list(headers) == ["alg", "kid", "typ"]
    assert (headers["alg"], headers["typ"]) == ("RS256", "JWT")


def test_organisations_of_a_region_share_issuer_and_keys(org: Any) -> None:
    """Two customers' tokens differ in `aud` and `jc_org` only (https://github.com/netdata/netdata-cloud/issues/1098)."""
    first = org.claims()
    kind = type(org.tenant)
    other_app = type(org.app)("44444444-4444-4444-8444-444444444444", "s", redirect_uris=org.app.redirect_uris)
    other = kind("7778e57842cd2850567c0000", "hooli.example", "Hooli", "us", [org.ada], [other_app])
    org.service.directory.tenants[:] = [other]
    org.app, org.browser = other_app, org.new_browser()

    second = org.claims()

    assert (first["iss"], first["sub"]) == (second["iss"], second["sub"])
    assert (first["aud"], first["jc_org"]) != (second["aud"], second["jc_org"])


def test_keys_of_regions_differ(org: Any) -> None:
    """Each region has its own key set."""
    eu = org.browser.send("GET", "https://oauth.id.eu.jumpcloud.com/.well-known/jwks.json").json()["keys"]

    assert not {key["kid"] for key in eu} & {key["kid"] for key in _keys(org)}


def test_prepare_orders_keys_for_regions_in_use_only(org: Any) -> None:
    """4096 bits cost time: a region without customers waits until it is asked."""
    org.service.vendor.prepare(org.service)

    assert list(org.service.rings) == ["jumpcloud-us"]


def test_unknown_host_is_missing(org: Any) -> None:
    """A host that is not JumpCloud's gets no page."""
    assert (
        org.browser.send("GET", "https://oauth.id.au.jumpcloud.com/.well-known/openid-configuration").status_code == 404
    )
