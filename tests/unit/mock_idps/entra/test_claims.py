"""Claims of ID tokens: present, absent, in which order, at which times.

Facts: real tokens in github.com/cirrusidentity/simplesamlphp-module-authoauth2 docs/MICROSOFT.md,
https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference and .../optional-claims-reference.
"""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import ACME, CONSUMERS, GLOBEX, MULTI, NOW, WEB, Visitor, groups, oid, part


def test_claims_of_a_member_in_order(visitor: Visitor) -> None:
    """Five claims lead, the rest follows by alphabet; with email scope and a mail attribute there is an email."""
    assert list(visitor.id_token()) == [
        "aud",
        "iss",
        "iat",
        "nbf",
        "exp",
        "aio",
        "email",
        "name",
        "nonce",
        "oid",
        "preferred_username",
        "rh",
        "sub",
        "tid",
        "uti",
        "ver",
    ]


def test_values_of_a_member(visitor: Visitor) -> None:
    """What an app reads: issuer without slash, one audience, the tenant, the person."""
    told = visitor.id_token()

    assert told["iss"] == f"https://login.microsoftonline.com/{ACME}/v2.0"
    assert told["aud"] == WEB
    assert (told["tid"], told["oid"], told["ver"]) == (ACME, oid(1), "2.0")
    assert (told["email"], told["preferred_username"]) == ("Alice.Anders@acme.example", "alice@acme.example")
    assert len(told["sub"]) == 43


def test_token_is_back_dated_five_minutes(visitor: Visitor) -> None:
    """`iat` equals `nbf`, 300 s before the issue; `exp` is 3900 s later."""
    told = visitor.id_token()

    assert (told["iat"], told["nbf"], told["exp"]) == (NOW - 300, NOW - 300, NOW + 3600)


@pytest.mark.parametrize(
    ("scope", "absent"),
    [
        ("openid", {"name", "oid", "preferred_username", "email"}),
        ("openid email", {"name", "oid", "preferred_username"}),
        ("openid profile", {"email"}),
    ],
)
def test_scope_decides_what_is_there(visitor: Visitor, scope: str, absent: set[str]) -> None:
    """`profile` brings name, oid and preferred_username, `email` the address."""
    told = visitor.id_token(scope=scope)

    assert not absent & set(told)


def test_nonce_is_there_only_if_sent(visitor: Visitor) -> None:
    """Without `nonce` in the request there is none in the token."""
    assert "nonce" not in visitor.id_token(nonce=None)


def test_never_there_by_default(visitor: Visitor) -> None:
    """No email_verified ever; no groups, roles, upn, names, sid, auth_time, amr or picture unless ordered."""
    visitor.person().groups = groups(3)
    absent = (
        "email_verified groups roles upn given_name family_name sid login_hint auth_time amr ipaddr picture locale idp"
    )

    assert not set(absent.split()) & set(visitor.id_token())


def test_empty_mail_attribute_means_no_email(visitor: Visitor) -> None:
    """The scope was granted, the person has no mailbox: no claim."""
    assert "email" not in visitor.id_token("bob@acme.example")


def test_subject_is_another_in_every_app(visitor: Visitor) -> None:
    """`sub` is pairwise, `oid` is not."""
    one = visitor.id_token()
    two = visitor.id_token(client_id=MULTI, prompt="login")

    assert one["sub"] != two["sub"]
    assert one["oid"] == two["oid"]


def test_optional_claims(visitor: Visitor) -> None:
    """What the admin orders comes, in alphabetical place."""
    visitor.app.settings["optional_claims"] = (
        "upn",
        "given_name",
        "family_name",
        "sid",
        "auth_time",
        "acct",
        "login_hint",
    )
    answer = visitor.signs_in()
    told = part(visitor.redeem(answer["code"]).json()["id_token"], 1)

    assert (told["upn"], told["given_name"], told["family_name"]) == ("alice@acme.example", "Alice", "Anders")
    assert (told["sid"], told["auth_time"], told["acct"]) == (answer["session_state"], NOW, 0)
    assert told["login_hint"].startswith("O.")
    assert list(told)[5:] == sorted(list(told)[5:])


def test_groups_are_object_ids(visitor: Visitor) -> None:
    """With groupMembershipClaims set, `groups` lists ids, never names."""
    visitor.app.settings["group_membership_claims"] = "SecurityGroup"
    visitor.person().groups = groups(2)

    assert visitor.id_token()["groups"] == [group.id for group in groups(2)]


def test_no_group_is_no_claim(visitor: Visitor) -> None:
    """Nobody's token carries an empty list."""
    visitor.app.settings["group_membership_claims"] = "All"

    assert "groups" not in visitor.id_token()


def test_assigned_groups_only(visitor: Visitor) -> None:
    """The kind "ApplicationGroup" lists what is assigned to the app."""
    visitor.app.settings |= {"group_membership_claims": "ApplicationGroup", "assigned_groups": (groups(2)[1].id,)}
    visitor.person().groups = groups(2)

    assert visitor.id_token()["groups"] == [groups(2)[1].id]


@pytest.mark.parametrize(("count", "listed"), [(200, True), (201, False)])
def test_more_than_200_groups_become_a_pointer(visitor: Visitor, count: int, listed: bool) -> None:  # noqa: FBT001 - a case, not an option
    """Above 200 the claim vanishes, and a pointer to the retired Graph appears (https://github.com/hashicorp/vault/issues/7510)."""
    visitor.app.settings["group_membership_claims"] = "All"
    visitor.person().groups = groups(count)
    told = visitor.id_token()

    assert ("groups" in told) is listed
    assert ("_claim_names" in told) is not listed
    if not listed:
        endpoint = f"https://graph.windows.net/{ACME}/users/{oid(1)}/getMemberObjects"
        assert told["_claim_names"] == {"groups": "src1"}
        assert told["_claim_sources"] == {"src1": {"endpoint": endpoint}}


def test_few_groups_fit_an_answer_from_authorize(visitor: Visitor) -> None:
    """A token from /authorize with six groups says `hasgroups` instead."""
    visitor.app.settings |= {"group_membership_claims": "All", "implicit": ("id_token",)}
    visitor.person().groups = groups(6)

    told = part(visitor.signs_in(response_type="id_token")["id_token"], 1)

    assert told["hasgroups"] is True
    assert "groups" not in told


def test_roles_are_there_when_assigned(visitor: Visitor) -> None:
    """App roles are an array, per app."""
    visitor.person().attributes["app_roles"] = {WEB: ("Admin",), MULTI: ("Reader",)}

    assert visitor.id_token()["roles"] == ["Admin"]


def test_guest_of_another_tenant(visitor: Visitor) -> None:
    """Tenant and object id are the host's, `idp` and the readable name the home's; the email comes unasked."""
    told = visitor.id_token("gwen@globex.example", scope="openid profile")

    assert (told["tid"], told["oid"]) == (ACME, oid(3))
    assert told["idp"] == f"https://sts.windows.net/{GLOBEX}/"
    assert told["email"] == told["preferred_username"] == "gwen@globex.example"


@pytest.mark.parametrize("ordered", [("upn",), ("upn", "include_externally_authenticated_upn")])
def test_upn_of_a_guest(visitor: Visitor, ordered: tuple[str, ...]) -> None:
    """A guest's upn needs one more word in the manifest, and holds "#EXT#"."""
    visitor.app.settings["optional_claims"] = ordered
    told = visitor.id_token("gwen@globex.example")

    expected = "gwen_globex.example#EXT#@acme.example" if len(ordered) > 1 else None
    assert told.get("upn") == expected


def test_personal_account(visitor: Visitor) -> None:
    """Another service issues these: other order, a day of life, the consumers' tenant."""
    visitor.tenant.apps[1].settings["sign_in_audience"] = "AzureADandPersonalMicrosoftAccount"
    answer = visitor.signs_in("carol@outlook.example", tenant="consumers", client_id=MULTI)
    told = part(visitor.redeem(answer["code"], "consumers", client_id=MULTI).json()["id_token"], 1)

    assert list(told)[:4] == ["ver", "iss", "sub", "aud"]
    assert told["tid"] == CONSUMERS
    assert told["exp"] - told["iat"] == 86700


def _mallory(visitor: Visitor, **settings: Any) -> dict[str, Any]:
    visitor.tenant.apps[1].settings |= {"optional_claims": ("email", "xms_edov"), **settings}
    answer = visitor.signs_in("mallory@globex.example", tenant="organizations", client_id=MULTI)
    return part(visitor.redeem(answer["code"], "organizations", client_id=MULTI).json()["id_token"], 1)


def test_unverified_email_is_removed_from_new_multi_tenant_apps(visitor: Visitor) -> None:
    """Since June 2023 somebody else's address does not reach a new multi-tenant app."""
    assert "email" not in _mallory(visitor)


@pytest.mark.parametrize(("kind", "value"), [("bool", False), ("int", 0), ("text", "0")])
def test_unverified_email_reaches_old_apps(visitor: Visitor, kind: str, value: Any) -> None:
    """Where the removal is off, the address of another domain is there; `xms_edov` says whose it is not."""
    told = _mallory(visitor, remove_unverified_email=False, xms_edov_as=kind)

    assert told["email"] == "alice.anders@acme.example"
    assert told["xms_edov"] == value
    assert type(told["xms_edov"]) is type(value)


def test_own_domain_is_verified(visitor: Visitor) -> None:
    """`xms_edov` is true for an address of the tenant's own domain."""
    visitor.app.settings["optional_claims"] = ("xms_edov",)

    assert visitor.id_token()["xms_edov"] is True


def test_version_1_token(visitor: Visitor) -> None:
    """v1.0: another issuer, "x5t" in the header, names that v2.0 lacks, and no preferred_username."""
    answer = visitor.signs_in(version="")
    body = visitor.redeem(answer["code"], version="").json()
    header, told = part(body["id_token"], 0), part(body["id_token"], 1)

    assert list(header) == ["typ", "alg", "x5t", "kid"]
    assert (told["iss"], told["ver"]) == (f"https://sts.windows.net/{ACME}/", "1.0")
    assert {"unique_name", "upn", "given_name", "family_name", "amr", "ipaddr"} <= set(told)
    assert "preferred_username" not in told
    assert isinstance(body["expires_in"], str)


def test_header_of_version_2(visitor: Visitor) -> None:
    """typ, alg, kid, in that order."""
    assert list(part(visitor.tokens()["id_token"], 0)) == ["typ", "alg", "kid"]
