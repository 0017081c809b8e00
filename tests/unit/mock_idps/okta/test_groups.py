"""The groups claim and a custom server's own claims.

Facts: developer.okta.com/docs/guides/customize-tokens-groups-claim/main/; the limit of 100: Okta's OpenID Connect reference and
github.com/okta/okta-auth-js/issues/1031; groups left out: github.com/cloudflare/cloudflare-docs/pull/31807.
"""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from mock_idps.core.model import AppRegistration, Group, Person, Tenant
from mock_idps.core.refusal import Refusal
from mock_idps.okta import groups
from mock_idps.okta.servers import Server

from .conftest import ORG, Surfer, authorize_url, login, redeem, told, unpacked

SCOPE = ("openid", "groups")


@pytest.fixture
def server(tenant: Tenant) -> Server:
    return Server(tenant, tenant.domain)


def many(alice: Person, count: int) -> None:
    alice.groups = tuple(Group(f"00g{number}", f"Group {number}") for number in range(count))


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        ({}, ["Everyone", "Engineering"]),
        ({"match": "STARTS_WITH", "value": "Eng"}, ["Engineering"]),
        ({"match": "EQUALS", "value": "Everyone"}, ["Everyone"]),
        ({"match": "CONTAINS", "value": "eer"}, ["Engineering"]),
        ({"match": "REGEX", "value": "E.*e"}, ["Everyone"]),
    ],
)
def test_filters(server: Server, app: AppRegistration, alice: Person, rule: dict[str, Any], names: list[str]) -> None:
    """A filter passes groups by prefix, name, part or pattern."""
    app.settings["groups_claim"] = rule

    assert groups.for_id_token(server, app, alice, SCOPE, thin=True) == {"groups": names}


def test_no_filter_no_claim(server: Server, app: AppRegistration, alice: Person) -> None:
    """Without a filter the scope alone gives nothing."""
    assert groups.for_id_token(server, app, alice, SCOPE, thin=True) == {}


def test_no_scope_no_claim(server: Server, app: AppRegistration, alice: Person) -> None:
    """Without the scope the filter alone gives nothing."""
    app.settings["groups_claim"] = {}

    assert groups.for_id_token(server, app, alice, ("openid",), thin=True) == {}


def test_claim_name_is_free(server: Server, app: AppRegistration, alice: Person) -> None:
    """The claim's name is the admin's, case and all."""
    app.settings["groups_claim"] = {"name": "Groups"}

    assert list(groups.for_id_token(server, app, alice, SCOPE, thin=True)) == ["Groups"]


@pytest.mark.parametrize(("when_empty", "claims"), [("absent", {}), ("list", {"groups": []})])
def test_no_match(server: Server, app: AppRegistration, alice: Person, when_empty: str, claims: dict[str, Any]) -> None:
    """A person in no matching group: the claim is absent, or an empty list by switch."""
    app.settings["groups_claim"] = {"match": "EQUALS", "value": "Nobody", "when_empty": when_empty}

    assert groups.for_id_token(server, app, alice, SCOPE, thin=True) == claims


def test_left_out_of_the_id_token(server: Server, app: AppRegistration, alice: Person) -> None:
    """By switch the thin ID token has no groups, and userinfo has them."""
    app.settings |= {"groups_claim": {}, "groups_in_id_token": False}

    assert groups.for_id_token(server, app, alice, SCOPE, thin=True) == {}
    assert groups.for_userinfo(server, app, alice, SCOPE)["groups"] == ["Everyone", "Engineering"]


@pytest.mark.parametrize(
    ("rule", "count"),
    [({}, 101), ({"over_limit": "truncated"}, 100), ({"over_limit": "full", "type": "EXPRESSION"}, 101)],
)
def test_over_the_limit(server: Server, app: AppRegistration, alice: Person, rule: dict[str, Any], count: int) -> None:
    """Over 100 groups: all of them by a filter, or cut off, as the switch says."""
    many(alice, 101)
    app.settings["groups_claim"] = rule

    assert len(groups.for_id_token(server, app, alice, SCOPE, thin=True)["groups"]) == count


def test_over_the_limit_left_out(server: Server, app: AppRegistration, alice: Person) -> None:
    """Over 100 groups may silently give no claim at all."""
    many(alice, 101)
    app.settings["groups_claim"] = {"over_limit": "omitted"}

    assert groups.for_id_token(server, app, alice, SCOPE, thin=True) == {}


@pytest.mark.parametrize(("rule", "thin"), [({"type": "EXPRESSION"}, "beside a token"), ({}, "")])
def test_over_the_limit_is_an_error(
    server: Server, app: AppRegistration, alice: Person, rule: dict[str, Any], thin: str
) -> None:
    """Over 100 groups by an expression, or straight from /authorize, are an error."""
    many(alice, 101)
    app.settings["groups_claim"] = rule

    with pytest.raises(Refusal, match="too_many_groups"):
        groups.for_id_token(server, app, alice, SCOPE, thin=bool(thin))


def test_exactly_a_hundred_is_fine(server: Server, app: AppRegistration, alice: Person) -> None:
    """100 groups are within the limit."""
    many(alice, 100)
    app.settings["groups_claim"] = {"type": "EXPRESSION"}

    assert len(groups.for_id_token(server, app, alice, SCOPE, thin=True)["groups"]) == 100


@pytest.mark.anyio
async def test_groups_stand_last(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """In the code flow's ID token groups stand behind at_hash."""
    app.settings["groups_claim"] = {}
    code = (await login(surfer, scope="openid groups"))["code"]

    assert list(unpacked((await redeem(client, code)).json()["id_token"]))[-2:] == ["at_hash", "groups"]


@pytest.mark.anyio
async def test_claims_of_a_custom_server(
    surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant, alice: Person
) -> None:
    """A custom server's own claims: always in the ID token, only at userinfo, or in the access token."""
    alice.attributes["department"] = "R&D"
    claims = [
        {"name": "Groups", "always": True},
        {"name": "department", "attribute": "department"},
        {"name": "roles", "token": "access_token", "match": "STARTS_WITH", "value": "Eng"},
        {"name": "never", "always": True, "scopes": ["address"]},
    ]
    tenant.settings |= {"api_access_management": True, "authorization_servers": {"default": {"claims": claims}}}
    await surfer.open(authorize_url(f"{ORG}/oauth2/default"))
    code = told(await surfer.sign_in("alice@globex.example"))["code"]
    body = (await redeem(client, code, path="/oauth2/default/v1/token")).json()
    bearer = {"Authorization": f"Bearer {body['access_token']}"}
    info = (await client.get("/oauth2/default/v1/userinfo", headers=bearer)).json()

    assert unpacked(body["id_token"])["Groups"] == ["Everyone", "Engineering"]
    assert not {"department", "never"} & set(unpacked(body["id_token"]))
    assert info["department"] == "R&D"
    assert unpacked(body["access_token"])["roles"] == ["Engineering"]
