"""Claims of ID token, userinfo and access token: the public tokens rebuilt member by member, and every setting."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "id_token_samples.json").read_text("utf-8"))
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

HARBOR: dict[str, Any] = {
    "email_verified": True,
    "standard_scopes": ("email",),
    "attributes": {"firstname": "firstname", "lastname": "lastname", "username": "username"},
    "group_claim": "memberOf",
    "bound_groups": ["Admin"],
}
LISTMONK: dict[str, Any] = {
    "attributes": {"name": "fullname", "preferred_username": "username", "middle_name": "middlename"},
    "unset_attributes": "empty",
    "constants": {"picture": "none"},
    "group_claim": "member_of",
}
ARGOCD: dict[str, Any] = {
    "email_verified": None,
    "standard_scopes": ("email",),
    "group_claim": "groups",
    "bound_groups": ["Admin"],
}


@pytest.mark.parametrize(
    ("sample", "settings", "jc_org", "nonce"),
    [
        ("harbor_2024_07", HARBOR, False, None),
        ("listmonk_2025_01", LISTMONK, True, "nonce-of-the-app"),
        ("argocd_2025_05", ARGOCD, True, None),
    ],
)
def test_public_tokens_can_be_rebuilt(
    org: Any, sample: str, settings: dict[str, Any], jc_org: object, nonce: str | None
) -> None:
    """With the app set up as theirs was, members, order and JSON types are those of the public token."""
    fact = FACTS["samples"][sample]
    org.app.settings |= settings
    org.tenant.settings["jc_org"] = jc_org

    claims = org.claims(nonce=nonce)

    assert list(claims) == list(fact)
    stand_ins = {"rat"} if sample == "listmonk_2025_01" else set()
    assert {name: type(value) for name, value in claims.items() if name not in stand_ins} == {
        name: type(value) for name, value in fact.items() if name not in stand_ins
    }
    assert claims["iss"] == fact["iss"]
    assert claims["exp"] - claims["iat"] == 3600


def test_userinfo_is_the_public_one(org: Any) -> None:
    """Userinfo has the members of the public answer, in its order (https://github.com/goharbor/harbor/issues/20779)."""
    org.app.settings |= HARBOR
    org.tenant.settings["jc_org"] = False

    answer = org.userinfo(org.tokens(nonce=None)["access_token"])

    assert list(answer.json()) == list(FACTS["samples"]["harbor_2024_07_userinfo"])
    assert answer.headers["content-type"] == "application/json; charset=utf-8"


def test_default_claims(org: Any) -> None:
    """Ticked Email and Profile bring four claims and no more (https://jumpcloud.com/support/oidc-attributes-claims)."""
    always = {"at_hash", "aud", "auth_time", "exp", "iat", "iss", "jc_org", "jti", "nonce", "rat", "sid", "sub"}

    assert set(org.claims()) - always == {"email", "email_verified", "given_name", "family_name"}


def test_email_verified_is_a_string(org: Any) -> None:
    """The constant attribute is the text "true" in both answers (https://github.com/henrygd/beszel/issues/720)."""
    tokens = org.tokens()

    assert org.payload(tokens["id_token"])["email_verified"] == "true"
    assert org.userinfo(tokens["access_token"]).json()["email_verified"] == "true"


@pytest.mark.parametrize("value", [True, "1", "TRUE"])
def test_email_verified_is_what_the_admin_made_of_it(org: Any, value: object) -> None:
    """Admins edit the constant (https://github.com/argoproj/argo-workflows/issues/12257)."""
    org.app.settings["email_verified"] = value

    assert org.claims()["email_verified"] == value


@pytest.mark.parametrize(
    ("bound", "seen"), [([], None), (["Admin"], "Admin"), (["Admin", "Engineering"], ["Engineering", "Admin"])]
)
def test_groups_change_their_type(org: Any, bound: list[str], seen: object) -> None:
    """No group: no claim; one: a bare string; two: a list (https://github.com/goharbor/harbor/issues/22289)."""
    org.app.settings |= {"group_claim": "groups"}
    org.ada.groups = tuple(group for group in org.ada.groups if group.name in bound)

    assert org.claims().get("groups") == seen


def test_only_bound_groups_are_told(org: Any) -> None:
    """A group that is not bound to the app stays untold (mattrobinsonsre/bamf docs/admin/sso.md)."""
    org.app.settings |= {"group_claim": "groups", "bound_groups": ["Engineering", "Sales"]}

    assert org.claims()["groups"] == "Engineering"


@pytest.mark.parametrize("name", ["memberOf", "https://hoop.dev/groups"])
def test_group_claim_has_any_name(org: Any, name: str) -> None:
    """The admin types the claim's name (https://hoop.dev/docs/configure/idp/jumpcloud)."""
    org.app.settings["group_claim"] = name

    assert org.claims()[name] == ["Engineering", "Admin"]


def test_scope_groups_has_no_effect(org: Any) -> None:
    """Asking for the scope "groups" is tolerated and changes nothing (https://github.com/argoproj/argo-cd/issues/16043)."""
    assert "groups" not in org.claims(scope="openid groups")


def test_attributes_by_jumpclouds_names(org: Any) -> None:
    """Admins map attributes by name: the person's own, and whatever else the directory keeps."""
    org.ada.attributes["department"] = "Sales"
    org.app.settings["attributes"] = {
        "name": "fullname",
        "login": "username",
        "dep": "department",
        "none": "costCenter",
    }
    claims = org.claims()

    assert (claims["name"], claims["login"], claims["dep"]) == ("Ada Lovelace", "ada", "Sales")
    assert "none" not in claims


def test_mapped_attribute_wins(org: Any) -> None:
    """A claim mapped by hand replaces the one of a ticked scope (docs.byo.propelauth.com, JumpCloud guide)."""
    org.app.settings["attributes"] = {"given_name": "displayname"}

    assert org.claims()["given_name"] == "Ada Lovelace"


def test_unticked_scopes_bring_nothing(org: Any) -> None:
    """A scope that is asked for but not ticked in the app brings no claim."""
    org.app.settings["standard_scopes"] = ()

    assert not {"email", "given_name"} & set(org.claims())


def test_constants_are_strings(org: Any) -> None:
    """A constant attribute stands in the token as the admin typed it."""
    org.app.settings["constants"] = {"plan": "true"}

    assert org.claims()["plan"] == "true"


def test_standing_members(org: Any) -> None:
    """`sub` is the user's id, `aud` a list of one, `jc_org` the organisation, `nonce` the one sent."""
    claims = org.claims()

    assert (claims["sub"], claims["aud"]) == (org.ada.id, [org.app.client_id])
    assert (claims["jc_org"], claims["nonce"]) == (org.tenant.id, "nonce-of-the-app")


def test_no_claims_of_other_vendors(org: Any) -> None:
    """`azp`, `amr`, `acr` and tenant claims of other vendors were never seen in a JumpCloud token."""
    assert not {"azp", "amr", "acr", "tid", "hd", "oid", "upn"} & set(org.claims())


def test_ids_of_a_token_are_uuids(org: Any) -> None:
    """`jti` and `sid` are UUIDs, and new for each login."""
    first, second = org.claims(), org.claims()

    assert all(UUID.fullmatch(claims[name]) for claims in (first, second) for name in ("jti", "sid"))
    assert first["jti"] != second["jti"]
    assert first["sid"] != second["sid"]


def test_at_hash_fits_the_access_token(org: Any) -> None:
    """`at_hash` is there in the code flow too, and right (OIDC Core 1.0, 3.1.3.6)."""
    tokens = org.tokens()
    half = hashlib.sha256(tokens["access_token"].encode()).digest()[:16]

    assert org.payload(tokens["id_token"])["at_hash"] == base64.urlsafe_b64encode(half).rstrip(b"=").decode()


def test_times_of_a_token(org: Any) -> None:
    """`rat` is when the request came, `auth_time` when the person signed in, `iat` when the token was made."""
    org.begins()
    org.clock.now += 5
    code = org.told(org.browser.signs_in())["code"]
    org.clock.now += 2
    claims = org.payload(org.redeems(code).json()["id_token"])

    assert (claims["auth_time"] - claims["rat"], claims["iat"] - claims["auth_time"]) == (5, 2)


def test_silent_login_has_a_fresh_auth_time(org: Any) -> None:
    """With a live portal session `auth_time` is now all the same (https://github.com/argoproj/argo-cd/issues/22973)."""
    org.signs_in()
    org.clock.now += 1000
    claims = org.claims()

    assert claims["auth_time"] == claims["rat"]


def test_access_token_is_opaque(org: Any) -> None:
    """Two halves of 43 characters behind "ory_at_" (https://hoop.dev/docs/configure/idp/jumpcloud: no JWT)."""
    assert re.fullmatch(r"ory_at_[\w-]{43}\.[\w-]{43}", org.tokens()["access_token"])


def test_tokens_of_hydra_1_have_no_prefix(org: Any) -> None:
    """The prefix came with Hydra 2; which one JumpCloud runs is not known."""
    org.tenant.settings["token_prefix"] = ""

    assert re.fullmatch(r"[\w-]{43}\.[\w-]{43}", org.tokens()["access_token"])


def test_access_token_as_a_jwt(org: Any) -> None:
    """No audience, scopes as a list, attributes below `ext` (fyne-coder/gongcli_mcp docs/remote-mcp-auth.md)."""
    org.app.settings |= {"access_token": "jwt", "group_claim": "memberOf"}
    token = org.tokens()["access_token"]
    claims = org.payload(token)

    assert list(claims) == ["aud", "client_id", "exp", "ext", "iat", "iss", "jti", "nbf", "scp", "sub"]
    assert (claims["aud"], claims["client_id"]) == ([], org.app.client_id)
    assert claims["scp"] == ["openid", "email", "profile"]
    assert claims["ext"]["memberOf"] == ["Engineering", "Admin"]
    assert org.userinfo(token).status_code == 200


def test_changes_show_at_the_next_sign_in(org: Any) -> None:
    """What a token tells was fixed at sign-in; a removed group is seen at the next one (ts-lib-jumpcloud-sso README)."""
    org.app.settings["group_claim"] = "groups"
    token = org.tokens()["access_token"]
    org.ada.groups = ()

    assert "groups" in org.userinfo(token).json()
    assert "groups" not in org.claims()
