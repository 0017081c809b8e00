"""Metadata and keys, against the captured documents.

Facts: facts/discovery.json, which names its sources; the key shape is that of all ten keys in OpenIdConfigData.cs.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from mock_idps.core.fault import Fault

from .conftest import ACME, CONSUMERS, GOV, LOGIN, Visitor

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "discovery.json").read_text(encoding="utf-8"))
ADDED = FACTS["added_since"]


def _captured(name: str, tenant: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(FACTS[name]).replace("{tid}", tenant))
    return document


@pytest.mark.parametrize(("name", "path"), [("tenant", ACME), ("tenant", "acme.example"), ("common", "common")])
def test_discovery_is_the_captured_document(visitor: Visitor, name: str, path: str) -> None:
    """Apart from what was added since, keys, order and values are those of the capture, byte for byte."""
    told = visitor.get(f"/{path}/v2.0/.well-known/openid-configuration").json()

    for member in ADDED["members"]:
        del told[member]
    told["token_endpoint_auth_methods_supported"].remove(ADDED["auth_method"])
    assert json.dumps(told) == json.dumps(_captured(name, ACME))


def test_verified_domain_names_the_tenant_too(visitor: Visitor) -> None:
    """Any domain that the tenant has proven to own stands for its GUID."""
    visitor.tenant.settings["verified_domains"] = ("acme.test",)

    told = visitor.get("/acme.test/v2.0/.well-known/openid-configuration").json()

    assert told["issuer"] == f"{LOGIN}/{ACME}/v2.0"


def test_discovery_is_compact_json(visitor: Visitor) -> None:
    """No blank stands between members, as on the wire."""
    body = visitor.get(f"/{ACME}/v2.0/.well-known/openid-configuration").text

    assert body.startswith('{"token_endpoint":"https://login.microsoftonline.com/')


def test_discovery_has_the_members_of_2026(visitor: Visitor) -> None:
    """Mutual TLS came to the document; PKCE methods, revocation and PAR did not."""
    told = visitor.get(f"/{ACME}/v2.0/.well-known/openid-configuration").json()

    assert set(ADDED["members"]) <= set(told)
    assert not {
        "code_challenge_methods_supported",
        "revocation_endpoint",
        "pushed_authorization_request_endpoint",
    } & set(told)


def test_discovery_headers(visitor: Visitor) -> None:
    """A day in a private cache, open to every origin, and the recorded cookies even here, in recorded order."""
    headers = visitor.get(f"/{ACME}/v2.0/.well-known/openid-configuration").headers

    assert headers["cache-control"] == "max-age=86400, private"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["p3p"] == 'CP="DSP CUR OTPi IND OTRi ONL FIN"'
    assert [re.sub("(fpc|esctx)=[^;]+", r"\1=…", it) for it in headers.get_list("set-cookie")] == [
        "fpc=…; expires=Wed, 21-Oct-2026 14:13:20 GMT; path=/; secure; HttpOnly; SameSite=None",
        "esctx=…; domain=.login.microsoftonline.com; path=/; secure; HttpOnly; SameSite=None",
        "x-ms-gateway-slice=estsfd; path=/; secure; samesite=none; httponly",
        "stsservicecookie=estsfd; path=/; secure; samesite=none; httponly",
    ]


@pytest.mark.parametrize(
    ("path", "issuer"),
    [
        ("common/v2.0", LOGIN + "/{tenantid}/v2.0"),
        ("organizations/v2.0", LOGIN + "/{tenantid}/v2.0"),
        ("consumers/v2.0", f"{LOGIN}/{CONSUMERS}/v2.0"),
        (ACME, f"https://sts.windows.net/{ACME}/"),
        ("common", "https://sts.windows.net/{tenantid}/"),
    ],
)
def test_issuer_of_each_authority(visitor: Visitor, path: str, issuer: str) -> None:
    """Aliases carry the literal template, "consumers" a concrete tenant, v1.0 another host and a trailing slash."""
    assert visitor.get(f"/{path}/.well-known/openid-configuration").json()["issuer"] == issuer


def test_region_scope_is_null_on_common(visitor: Visitor) -> None:
    """An alias belongs to no region."""
    assert visitor.get("/common/v2.0/.well-known/openid-configuration").json()["tenant_region_scope"] is None


def test_changed_tenant_setting_is_seen_at_once(visitor: Visitor) -> None:
    """A document that was made before is made again when the tenant's region changes."""
    address = f"/{ACME}/v2.0/.well-known/openid-configuration"
    visitor.get(address)

    visitor.tenant.settings["region_scope"] = "NA"

    assert visitor.get(address).json()["tenant_region_scope"] == "NA"


@pytest.mark.parametrize("path", ["nowhere/v2.0/.well-known/openid-configuration", "nowhere/discovery/v2.0/keys"])
def test_unknown_tenant_is_a_json_error(visitor: Visitor, path: str) -> None:
    """Metadata of an unknown tenant is 400 with AADSTS90002, under the same cache header and the trace that it names."""
    answer = visitor.get(f"/{path}")

    assert answer.status_code == 400
    assert (answer.json()["error"], answer.json()["error_codes"]) == ("invalid_tenant", [90002])
    assert answer.json()["trace_id"] == answer.headers["x-ms-request-id"]
    assert answer.json()["error_description"].startswith("AADSTS90002: Tenant 'nowhere' not found. ")
    assert answer.headers["cache-control"] == "max-age=86400, private"


def test_tenant_of_another_cloud_is_unknown(visitor: Visitor) -> None:
    """A US Government tenant is found at its own host only, and speaks of that host."""
    here = visitor.get(f"/{GOV}/v2.0/.well-known/openid-configuration")
    there = visitor.get(f"https://login.microsoftonline.us/{GOV}/v2.0/.well-known/openid-configuration")

    assert here.status_code == 400
    assert there.json()["issuer"] == f"https://login.microsoftonline.us/{GOV}/v2.0"


@pytest.mark.parametrize(
    ("login", "told"),
    [
        ("alice@acme.example", {"ver": "1.0", "account_type": "Managed", "domain_name": "acme.example"}),
        ("x@nowhere.example", {"ver": "1.0", "account_type": "Unknown"}),
    ],
)
@pytest.mark.parametrize("realm", ["UserRealm", "userrealm"])
def test_user_realm(visitor: Visitor, realm: str, login: str, told: dict[str, str]) -> None:
    """What a library asks before it sends a password by itself; libraries spell the path in two ways."""
    answer = visitor.get(f"/common/{realm}/{login}?api-version=1.0").json()

    instance = {"cloud_instance_name": "microsoftonline.com", "cloud_audience_urn": "urn:federation:MicrosoftOnline"}
    assert answer == told | instance


def test_host_root_has_no_metadata(visitor: Visitor) -> None:
    """Without a tenant in the path there is nothing (a live probe of 2026-09-06 answers 404)."""
    assert visitor.get("/.well-known/openid-configuration").status_code == 404


def test_key_members_in_order(visitor: Visitor) -> None:
    """A key has eight members in captured order, and no "alg"."""
    for key in visitor.get(f"/{ACME}/discovery/v2.0/keys").json()["keys"]:
        assert list(key) == ["kty", "use", "kid", "x5t", "n", "e", "x5c", "issuer"]


def test_kid_is_the_certificates_thumbprint(visitor: Visitor) -> None:
    """`kid` and `x5t` are the SHA-1 of the certificate in `x5c`."""
    keys = visitor.get(f"/{ACME}/discovery/v2.0/keys").json()["keys"]

    for key in keys:
        digest = hashlib.sha1(base64.b64decode(key["x5c"][0])).digest()
        assert key["kid"] == key["x5t"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert len({key["kid"] for key in keys}) > 1


@pytest.mark.parametrize(
    ("path", "issuers"),
    [
        (ACME, {f"{LOGIN}/{ACME}/v2.0"}),
        ("organizations", {LOGIN + "/{tenantid}/v2.0"}),
        ("common", {LOGIN + "/{tenantid}/v2.0", f"{LOGIN}/{CONSUMERS}/v2.0"}),
        ("consumers", {f"{LOGIN}/{CONSUMERS}/v2.0"}),
    ],
)
def test_keys_name_their_issuer(visitor: Visitor, path: str, issuers: set[str]) -> None:
    """A tenant's keys name it, an alias' keys carry the template, personal accounts' keys their own tenant."""
    keys = visitor.get(f"/{path}/discovery/v2.0/keys").json()["keys"]

    assert {key["issuer"] for key in keys} == issuers


def test_v1_keys_name_no_issuer(visitor: Visitor) -> None:
    """The v1.0 key set lacks "issuer"."""
    assert all("issuer" not in key for key in visitor.get(f"/{ACME}/discovery/keys").json()["keys"])


def test_rolled_over_key_signs_and_is_published_at_once(visitor: Visitor) -> None:
    """After a rollover the next token names a key that was not in the earlier key set, and the old keys stay."""
    address = f"/{ACME}/discovery/v2.0/keys"
    before = {key["kid"] for key in visitor.get(address).json()["keys"]}

    fresh = visitor.loop.run_until_complete(visitor.service.ring("login.microsoftonline.com").rotate())

    after = {key["kid"] for key in visitor.get(address).json()["keys"]}
    assert after == before | {fresh.kid}
    assert fresh.kid not in before


def test_keys_survive_an_emptied_memory(visitor: Visitor) -> None:
    """Certificates live with their keys, not with made documents."""
    visitor.service.kept.clear()

    assert visitor.get(f"/{ACME}/discovery/v2.0/keys").json()["keys"]


def test_fault_reaches_made_documents(visitor: Visitor) -> None:
    """A lie about the metadata is told although a true document lies ready, and is forgotten afterwards."""

    class Lie(Fault):
        def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
            return {**document, "issuer": "https://evil.example"}

    address = f"/{ACME}/v2.0/.well-known/openid-configuration"
    visitor.get(address)

    visitor.service.fault = Lie()
    told = visitor.get(address).json()["issuer"]
    visitor.service.fault = Fault()

    assert told == "https://evil.example"
    assert visitor.get(address).json()["issuer"] == f"{LOGIN}/{ACME}/v2.0"


def test_instance_discovery_names_the_aliases(visitor: Visitor) -> None:
    """/common/discovery/instance says which hosts are one cloud, and where the asked tenant's metadata is."""
    asked = f"{LOGIN}/{ACME}/oauth2/v2.0/authorize"
    told = visitor.get(
        "/common/discovery/instance", params={"api-version": "1.1", "authorization_endpoint": asked}
    ).json()

    assert list(told) == ["tenant_discovery_endpoint", "api-version", "metadata"]
    assert told["tenant_discovery_endpoint"] == f"{LOGIN}/{ACME}/v2.0/.well-known/openid-configuration"
    assert "sts.windows.net" in told["metadata"][0]["aliases"]


def test_unknown_instance_is_refused(visitor: Visitor) -> None:
    """A host of no cloud is AADSTS50049."""
    answer = visitor.get(
        "/common/discovery/instance", params={"authorization_endpoint": "https://evil.example/x/authorize"}
    )

    assert answer.status_code == 400
    assert answer.json()["error_codes"] == [50049]
