"""Who somebody is: claims to identity, identity to account, groups to roles."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from harness.reference_rp.configuration import Member

Check = Callable[[Any], str]
TID = "8f4b1f6e-3d0c-4a55-9a57-0d5a3c1f2b10"


def _roles(stage: Any, organisation: str = "acme") -> list[str]:
    browser = stage.new_browser()
    stage.sign_in(organisation, browser)
    return list(browser.me()["roles"])


@pytest.mark.parametrize("userinfo", [{"sub": "bob-2"}, {"sub": None}, {"sub": ["alice-1"]}])
def test_userinfo_of_somebody_else_is_refused(stage: Any, refused_by: Check, userinfo: dict[str, Any]) -> None:
    """Userinfo counts only for the subject of the ID token (OIDC Core 1.0, 5.3.2)."""
    stage.issuer.userinfo = {**userinfo, "email": "bob@acme.test"}

    assert refused_by(stage.sign_in()) == "userinfo.sub"


def test_userinfo_as_a_token_is_not_believed(stage: Any, refused_by: Check) -> None:
    """Signed userinfo was not agreed; it is neither read unverified nor a crash (OIDC Core 1.0, 5.3.2)."""
    content = stage.issuer.signed().encode()
    stage.issuer.answers["userinfo"] = lambda _: httpx2.Response(
        200, content=content, headers={"content-type": "application/jwt"}
    )

    assert refused_by(stage.sign_in()) == "userinfo.unavailable"
    assert not stage.browser.signed_in()


def test_the_access_token_travels_in_the_header(stage: Any) -> None:
    """No token stands in a URL (RFC 6750, 5.3)."""
    stage.sign_in()
    (request,) = stage.issuer.calls("userinfo")

    assert request.headers["authorization"] == "Bearer at-secret"
    assert not request.url.query


def test_userinfo_does_not_override_the_id_token(stage: Any) -> None:
    """What is signed wins over what is not."""
    stage.issuer.claims = {"name": "Signed Alice"}
    stage.issuer.userinfo = {"name": "Other"}
    stage.sign_in()

    assert stage.browser.me()["name"] == "Signed Alice"


def test_two_subjects_with_one_address_are_two_people(stage: Any) -> None:
    """An account is never found by e-mail."""
    stage.sign_in()
    stage.issuer.claims = stage.issuer.userinfo = {"sub": "mallory"}
    other = stage.new_browser()
    stage.sign_in(browser=other)

    assert other.me()["email"] == stage.browser.me()["email"] == "alice@acme.test"
    assert other.me()["account"] != stage.browser.me()["account"]


def test_a_changed_address_is_the_same_person(stage: Any) -> None:
    """The same subject keeps the account when name and address change."""
    stage.sign_in()
    before = stage.browser.me()["account"]
    stage.issuer.userinfo = {"email": "alice.new@acme.test", "name": "Alice New"}
    stage.sign_in()

    assert (stage.browser.me()["account"], stage.browser.me()["email"]) == (before, "alice.new@acme.test")


def test_one_subject_at_two_issuers_is_two_people(stage: Any) -> None:
    """A subject means something at its own issuer only; an organisation that changes its issuer starts new accounts."""
    stage.sign_in()
    before = stage.browser.me()["account"]
    stage.change("acme", issuer=stage.issuers["acme-eu"].url)
    stage.sign_in()

    assert stage.browser.me()["account"] != before


def test_one_subject_at_two_organisations_is_two_people(stage: Any) -> None:
    """Customers of JumpCloud share an issuer; a subject of one customer is nobody at the next."""
    stage.change("globex", idp="okta", issuer=stage.issuer.url)
    stage.sign_in()
    other = stage.new_browser()
    stage.sign_in("globex", other)

    assert other.me()["organisation"] == "globex"
    assert other.me()["account"] != stage.browser.me()["account"]


def test_an_invitation_is_taken_over_once(stage: Any) -> None:
    """A proven address, in whatever case, brings the invited role to the first account and to no second one."""
    stage.issuer.userinfo = {"email": "bob@acme.test"}
    assert _roles(stage) == ["admin", "member"]

    stage.issuer.claims = stage.issuer.userinfo = {"sub": "mallory"}
    stage.issuer.userinfo = {"sub": "mallory", "email": "bob@acme.test"}
    assert _roles(stage) == ["member"]


@pytest.mark.parametrize("verified", [False, None, "false", 1])
def test_an_unproven_address_takes_over_nothing(stage: Any, verified: object) -> None:
    """An address the issuer does not vouch for links to no invitation."""
    stage.issuer.userinfo = {"email": "bob@acme.test", "email_verified": verified}

    assert _roles(stage) == ["member"]


def test_an_address_of_a_proven_domain_may_be_unmarked(stage: Any) -> None:
    """Where the domain is the organisation's own, saying nothing is enough; saying no is not."""
    stage.change_organisation("acme", lambda each: replace(each, email_domains=("Acme.test",)))
    stage.issuer.userinfo = {"email": "bob@acme.test", "email_verified": False}
    assert _roles(stage) == ["member"]

    stage.issuer.claims = {"sub": "bob-3"}
    stage.issuer.userinfo = {"sub": "bob-3", "email": "bob@acme.test", "email_verified": None}
    assert _roles(stage) == ["admin", "member"]


def test_a_look_alike_of_a_proven_domain_is_another_domain(stage: Any) -> None:
    """The long s folds to "s", but whoever holds that domain is not the organisation."""
    like = "bob@acme.te\N{LATIN SMALL LETTER LONG S}t"
    stage.change_organisation(
        "acme", lambda each: replace(each, members=(Member(like, "admin"),), email_domains=("acme.test",))
    )
    stage.issuer.userinfo = {"email": like, "email_verified": None}

    assert _roles(stage) == ["member"]


def test_another_organisations_issuer_vouches_for_nobody_here(stage: Any) -> None:
    """Initech's issuer says "bob@acme.test", and gets none of Bob's rights."""
    stage.issuers["initech"].userinfo = {"email": "bob@acme.test"}

    assert _roles(stage, "initech") == ["member"]


def test_only_invited_people_where_the_organisation_says_so(stage: Any, refused_by: Check) -> None:
    """An organisation that admits by invitation refuses others kindly, and lets invited people in."""
    stage.change_organisation("acme", lambda each: replace(each, admits="invited"))
    assert refused_by(stage.sign_in()) == "account.not_invited"

    stage.issuer.claims = {"sub": "bob-2"}
    stage.issuer.userinfo = {"sub": "bob-2", "email": "BOB@acme.test"}
    assert stage.sign_in().status_code == 303


def test_an_invitation_after_a_refusal_counts(stage: Any, refused_by: Check) -> None:
    """Somebody refused today and invited tomorrow comes in tomorrow."""
    stage.change_organisation("acme", lambda each: replace(each, admits="invited"))
    assert refused_by(stage.sign_in()) == "account.not_invited"
    stage.change_organisation("acme", lambda each: replace(each, members=(Member("alice@acme.test"),)))

    assert stage.sign_in().status_code == 303


def test_an_invitation_reaches_an_account_that_is_there_already(stage: Any) -> None:
    """Who signed in before being invited gets the invited role at the next login, and loses it with the invitation."""
    assert _roles(stage) == ["member"]
    stage.change_organisation("acme", lambda each: replace(each, members=(Member("alice@acme.test", "admin"),)))
    assert _roles(stage) == ["admin", "member"]
    stage.change_organisation("acme", lambda each: replace(each, members=()))

    assert _roles(stage) == ["member"]


def test_a_person_disabled_here_is_refused(stage: Any, refused_by: Check) -> None:
    """The issuer lets Carol through; the organisation has switched her off."""
    stage.issuer.claims = {"sub": "carol"}
    stage.issuer.userinfo = {"sub": "carol", "email": "carol@acme.test"}

    assert refused_by(stage.sign_in()) == "account.disabled"
    assert not stage.browser.signed_in()


def test_a_person_disabled_meanwhile_is_out(stage: Any) -> None:
    """Switching off ends what is signed in."""
    stage.sign_in()
    stage.party.accounts.of("acme-7f3")[0].disabled = True

    assert not stage.browser.signed_in()


@pytest.mark.parametrize("members", [(), (Member("alice@acme.test", status="disabled"),)], ids=["removed", "disabled"])
def test_an_invitation_taken_back_is_out(stage: Any, members: tuple[Member, ...]) -> None:
    """Who is removed, or listed as disabled, is out at the next request and not only at the next login."""
    invited = (Member("alice@acme.test"),)
    stage.change_organisation("acme", lambda each: replace(each, admits="invited", members=invited))
    stage.sign_in()
    assert stage.browser.signed_in()
    stage.change_organisation("acme", lambda each: replace(each, members=members))

    assert not stage.browser.signed_in()


GROUPS: list[tuple[Any, list[str]]] = [
    (["Admins"], ["admin", "member"]),
    ("Admins", ["admin", "member"]),
    (["Users", "Admins"], ["admin", "member"]),
    ([], ["member"]),
    ("", ["member"]),
    (None, ["member"]),
    ({}, ["member"]),
    (5, ["member"]),
    ([None, "x", {}], ["member"]),
]


@pytest.mark.parametrize(("groups", "roles"), GROUPS, ids=[str(groups) for groups, _ in GROUPS])
def test_groups_become_roles_in_any_shape(stage: Any, groups: object, roles: list[str]) -> None:
    """A list, one bare string, or nonsense: rights come from names that fit, and nothing breaks."""
    stage.issuers["initech"].userinfo = {"groups": groups}

    assert _roles(stage, "initech") == roles


def test_null_groups_break_nothing(stage: Any) -> None:
    """A null in the ID token is no group and no crash."""
    stage.issuers["globex"].claims = {"groups": [None], "name": 7}

    assert _roles(stage, "globex") == ["member"]


def test_a_renamed_group_claim_is_read(stage: Any) -> None:
    """Customers may call the claim as they like."""
    stage.change("initech", group_claim="memberOf")
    stage.issuers["initech"].userinfo = {"memberOf": "Admins"}

    assert _roles(stage, "initech") == ["admin", "member"]


def test_a_role_is_taken_back(stage: Any) -> None:
    """Who leaves the group loses the role at the next login."""
    stage.issuer.userinfo = {"groups": ["Admins"]}
    assert _roles(stage) == ["admin", "member"]
    stage.issuer.userinfo = {}

    assert _roles(stage) == ["member"]


def test_group_overage_is_not_no_groups(stage: Any) -> None:
    """An admin in too many groups to list stays an admin, and is told."""
    globex = stage.issuers["globex"]
    globex.claims = {"groups": ["g-admins"]}
    assert _roles(stage, "globex") == ["admin", "member"]
    globex.claims = {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "https://graph.test"}}}
    stage.sign_in("globex")

    assert stage.browser.me()["roles"] == ["admin", "member"]
    assert "more groups than Microsoft Entra ID lists" in stage.browser.get("/workspace").text


def test_entra_is_keyed_by_tenant_and_object(stage: Any) -> None:
    """A new app registration changes "sub" and nothing else."""
    stage.sign_in("globex")
    before = stage.browser.me()["account"]
    stage.issuers["globex"].claims = {"sub": "another-pairwise-sub"}
    stage.sign_in("globex")

    assert stage.browser.me()["account"] == before


@pytest.mark.parametrize("claims", [{"tid": "0aa0"}, {"tid": None}, {"oid": None}])
def test_another_tenants_token_is_refused(stage: Any, refused_by: Check, claims: dict[str, Any]) -> None:
    """A token without our customer's tenant, or without its object id, is nobody's here (nOAuth)."""
    stage.issuers["globex"].claims = claims

    assert refused_by(stage.sign_in("globex")) == "tenant"


def test_entra_needs_no_address(stage: Any) -> None:
    """Many Entra tokens hold no e-mail; their people come in, and the page says so."""
    stage.issuers["globex"].claims = {"name": "Guest", "preferred_username": "guest@home.test"}
    stage.sign_in("globex")

    assert (stage.browser.me()["email"], stage.browser.me()["name"]) == ("", "Guest")


@pytest.mark.parametrize(("edov", "roles"), [(True, ["admin", "member"]), ("false", ["member"]), (None, ["member"])])
def test_entra_addresses_count_when_their_domain_is_verified(stage: Any, edov: object, roles: list[str]) -> None:
    """A tenant may write any address; only "xms_edov" makes one proven."""
    stage.change_organisation("globex", lambda each: replace(each, members=(Member("bob@globex.test", "admin"),)))
    stage.issuers["globex"].claims = {"email": "bob@globex.test", "xms_edov": edov}

    assert _roles(stage, "globex") == roles


HOMES = [
    ({"idp": "https://sts.windows.net/0aa0/"}, ["member"]),
    ({"idp": "live.com"}, ["member"]),
    ({"idp": "live.com", "xms_edov": "true"}, ["admin", "member"]),
    ({"idp": f"https://sts.windows.net/{TID}/"}, ["admin", "member"]),
    ({}, ["admin", "member"]),
]


@pytest.mark.parametrize(("claims", "roles"), HOMES, ids=[str(claims) for claims, _ in HOMES])
def test_a_guests_address_takes_over_nothing(stage: Any, claims: dict[str, Any], roles: list[str]) -> None:
    """A guest comes in, but a stranger has typed the address: also in the organisation's own domain it proves nothing."""
    stage.change_organisation(
        "globex",
        lambda each: replace(each, members=(Member("bob@globex.test", "admin"),), email_domains=("globex.test",)),
    )
    stage.issuers["globex"].claims = {"email": "bob@globex.test", **claims}

    assert _roles(stage, "globex") == roles


def test_jumpcloud_strings_are_understood(stage: Any) -> None:
    """The string "true", an audience list, and a name in two parts."""
    initech = stage.issuers["initech"]
    stage.change_organisation("initech", lambda each: replace(each, members=(Member("dan@initech.test", "admin"),)))
    initech.claims = {"aud": ["client-1"]}
    initech.userinfo = {
        "email": "dan@initech.test", "email_verified": "true", "name": None, "given_name": "Dan", "family_name": "Day",
    }  # fmt: skip
    stage.sign_in("initech")

    assert stage.browser.me()["name"] == "Dan Day"
    assert stage.browser.me()["roles"] == ["admin", "member"]


def test_jumpclouds_other_customer_is_refused(stage: Any, refused_by: Check) -> None:
    """Where the customer's "jc_org" is known, another one is refused."""
    stage.change("initech", tenant="aaaa")
    stage.issuers["initech"].claims = {"jc_org": "bbbb"}

    assert refused_by(stage.sign_in("initech")) == "tenant"


@pytest.mark.parametrize("name", ["Łukasz Škoda 東京 🦊", "<img src=x onerror=alert(1)>", "a" * 5000, "\u202ereversed"])
def test_any_name_is_only_shown(stage: Any, name: str) -> None:
    """Names in any script work, and markup in them is text."""
    stage.issuer.userinfo = {"name": name}

    assert stage.sign_in().status_code == 303
    assert "<img" not in stage.browser.get("/workspace").text


def test_hundreds_of_groups_fit(stage: Any) -> None:
    """The session cookie stays small however large the token is."""
    stage.issuer.claims = {"groups": [f"group-{number:04}-" + "x" * 30 for number in range(300)]}
    response = stage.sign_in()

    assert len(response.headers["set-cookie"]) < 300
    assert stage.browser.signed_in()
