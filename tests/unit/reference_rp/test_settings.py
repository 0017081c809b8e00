"""Settings: members, and entering a connection with plain advice."""

from collections.abc import Callable
from typing import Any

import pytest

from harness.reference_rp import connection_advice

Check = Callable[[Any], str]
TID = "8f4b1f6e-3d0c-4a55-9a57-0d5a3c1f2b10"
CLIENT = "2f6c3b1e-7d0c-4a55-9a57-0d5a3c1f2b10"
ENTRA = f"https://login.microsoftonline.com/{TID}/v2.0"
GOOD = {"idp": "okta", "client_id": "0oa1", "client_secret": "v4lue", "issuer": "acme.okta.com"}


@pytest.fixture
def admin(stage: Any) -> Any:
    """An administrator is signed in."""
    stage.issuer.userinfo = {"groups": ["Admins"]}
    stage.sign_in()
    return stage


def _save(stage: Any, **form: str) -> Any:
    csrf = stage.party.sessions.all()[0].csrf
    return stage.browser.post("/settings/single-sign-on", {**GOOD, "csrf": csrf, **form})


@pytest.mark.parametrize("path", ["/settings/single-sign-on", "/settings/members"])
def test_settings_of_the_organisation_are_for_administrators(stage: Any, refused_by: Check, path: str) -> None:
    """A member is told so; a stranger signs in first."""
    assert stage.browser.get(path).status_code == 303
    stage.sign_in()
    response = stage.browser.get(path)

    assert (response.status_code, refused_by(response)) == (403, "role")


def test_the_redirect_uri_is_there_to_copy(admin: Any) -> None:
    """What the customer registers is shown for every provider."""
    text = admin.browser.get("/settings/single-sign-on").text

    for idp in ("entra", "okta", "jumpcloud"):
        assert f"https://app.pelanor.io/api/auth/callback/{idp}-acme-7f3" in text


def test_a_good_connection_waits_for_confirmation(admin: Any) -> None:
    """Saved, pending, and not used before support has confirmed it."""
    response = _save(admin)

    assert response.status_code == 200
    assert admin.party.connections["acme-7f3"].status == "pending"
    assert admin.party.organisation("acme-7f3").connection.client_id == "client-1"


def test_support_confirms_a_connection(admin: Any) -> None:
    """With the operator key the pending connection becomes the organisation's."""
    _save(admin)
    form = {"key": "operator", "organization_id": "acme-7f3", "status": "active"}
    assert admin.browser.post("/operator/connections/status", form).status_code == 200

    assert admin.begin()["client_id"] == "0oa1"


@pytest.mark.parametrize(
    ("issuer", "times"), [("https://oauth.id.jumpcloud.com/", 1), ("https://oauth.id.eu.jumpcloud.com/", 0)]
)
def test_an_issuer_of_another_region_is_asked_about(stage: Any, issuer: str, times: int) -> None:
    """A workspace in the EU with JumpCloud's issuer of the US may be right; the form says how to tell, and saves it."""
    stage.issuers["initech"].url = issuer
    stage.issuers["other"] = stage.issuers["initech"]
    form = {
        **GOOD,
        "idp": "jumpcloud",
        "client_id": CLIENT,
        "issuer": issuer,
        "key": "operator",
        "organization_id": "acme-eu",
    }
    response = stage.browser.post("/operator/connections/enter", form)

    assert response.status_code == 200
    assert response.text.count("another region") == times


def test_the_form_holds_what_is_in_use(admin: Any) -> None:
    """The connection in use stands in the form, all but its secret."""
    text = admin.browser.get("/settings/single-sign-on").text

    assert 'value="client-1"' in text
    assert 'value="okta" selected' in text
    assert "s3cret" not in text


def test_support_disables_a_connection(stage: Any, refused_by: Check) -> None:
    """A disabled connection signs nobody in."""
    form = {"key": "operator", "organization_id": "acme-7f3", "status": "disabled"}
    stage.browser.post("/operator/connections/status", form)

    assert refused_by(stage.browser.post("/sign-in/organisation", {"organisation": "acme"})) == "organisation"


def test_support_enters_a_first_connection(stage: Any) -> None:
    """What a customer has sent is entered for them, and confirmed later."""
    form = {**GOOD, "key": "operator", "organization_id": "umbrella"}
    assert stage.browser.post("/operator/connections/enter", form).status_code == 200

    assert stage.party.organisation("umbrella").connection.status == "pending"


@pytest.mark.parametrize("key", ["", "wrong", "é"])
@pytest.mark.parametrize("path", ["enter", "status"])
def test_support_needs_its_key(stage: Any, refused_by: Check, path: str, key: str) -> None:
    """Nobody else changes a connection."""
    form = {**GOOD, "key": key, "organization_id": "acme-7f3", "status": "active"}

    assert refused_by(stage.browser.post(f"/operator/connections/{path}", form)) == "role"
    assert not stage.party.connections


def test_another_sites_form_changes_nothing(admin: Any, refused_by: Check) -> None:
    """The form must carry the session's own token."""
    assert refused_by(_save(admin, csrf="wrong")) == "form"
    assert not admin.party.connections


def test_the_secret_is_never_shown_again(admin: Any) -> None:
    """Neither after saving nor after a mistake."""
    assert "v4lue" not in _save(admin).text
    assert "v4lue" not in _save(admin, issuer="acme-admin.okta.com").text


def test_a_connection_that_cannot_work_is_not_saved(admin: Any) -> None:
    """The advice stands on the page, and nothing is kept."""
    response = _save(admin, issuer="https://acme-admin.okta.com/")

    assert response.status_code == 422
    assert "Enter acme.okta.com instead." in response.text
    assert not admin.party.connections


def test_the_issuer_itself_is_asked(admin: Any, plain_json: Any) -> None:
    """An address that does not answer as its issuer is not saved."""
    admin.issuer.answers["openid-configuration"] = plain_json({"errorCode": "E0000015"}, 401)
    assert "no authorization server" in _save(admin, issuer="acme.okta.com/oauth2/default").text
    assert "does not answer" in _save(admin).text

    admin.issuer.answers["openid-configuration"] = plain_json({"issuer": "https://other.okta.com"})
    assert "another name" in _save(admin).text
    assert not admin.party.connections


ADVICE = [
    ("okta", {"issuer": "acme.okta.com"}, "https://acme.okta.com", ""),
    ("okta", {"issuer": " https://acme.okta.com/ "}, "https://acme.okta.com", ""),
    ("okta", {"issuer": "https://acme.okta.com/admin/app"}, "https://acme.okta.com", "Enter only the domain"),
    ("okta", {"issuer": "acme-admin.okta.com"}, "", "admin console"),
    (
        "okta",
        {"issuer": "acme.okta.com/oauth2/default"},
        "https://acme.okta.com/oauth2/default",
        "API Access Management",
    ),
    ("okta", {"client_id": "v4lue", "client_secret": "0oa1"}, "", "swapped"),
    ("okta", {"client_id": "abc"}, "https://acme.okta.com", "0oa"),
    ("okta", {"client_id": ""}, "", "client ID"),
    ("okta", {"client_secret": ""}, "", "client secret"),
    ("entra", {"issuer": ENTRA}, ENTRA, ""),
    ("entra", {"issuer": f"{ENTRA}/"}, ENTRA, ""),
    ("entra", {"issuer": "https://login.microsoftonline.com/common/v2.0"}, "", "common"),
    ("entra", {"issuer": f"https://login.microsoftonline.com/{TID}"}, "", "/v2.0"),
    ("entra", {"issuer": f"https://sts.windows.net/{TID}/"}, "", ENTRA),
    ("entra", {"issuer": "https://login.microsoftonline.com/acme.test/v2.0"}, "", "tenant ID"),
    ("entra", {"issuer": "https://acme.okta.com"}, "", "has the form"),
    ("entra", {"issuer": ENTRA, "client_secret": TID.replace("8", "9")}, "", "Value"),
    ("entra", {"issuer": ENTRA, "client_id": "v4lue", "client_secret": TID}, "", "swapped"),
    ("jumpcloud", {"issuer": "https://oauth.id.jumpcloud.com/"}, "https://oauth.id.jumpcloud.com/", ""),
    ("jumpcloud", {"issuer": "https://oauth.id.eu.jumpcloud.com"}, "https://oauth.id.eu.jumpcloud.com/", "slash"),
    ("jumpcloud", {"issuer": "https://console.jumpcloud.com/"}, "", "is https://oauth.id.jumpcloud.com/."),
    ("jumpcloud", {"issuer": "https://console.eu.jumpcloud.com/"}, "", "is https://oauth.id.eu.jumpcloud.com/."),
    ("jumpcloud", {"issuer": "https://acme.okta.com"}, "", "take the one of your console's region"),
    ("entra", {"issuer": ENTRA, "client_id": TID}, "", "Application (client) ID"),
    ("entra", {"issuer": f"{ENTRA}/.well-known/openid-configuration"}, ENTRA, f"the issuer is {ENTRA}."),
    ("okta", {"issuer": "acme.okta.com/.well-known/openid-configuration"}, "https://acme.okta.com", "the metadata"),
    ("okta", {"issuer": "acme-admin.okta.com/.well-known/openid-configuration"}, "", "admin console"),
    ("generic", {"issuer": "https://idp.acme.test/a/"}, "https://idp.acme.test/a/", ""),
    ("generic", {"issuer": "http://idp.acme.test"}, "", "https"),
    ("generic", {"issuer": "https://127.0.0.1/"}, "", "public"),
    ("generic", {"issuer": "https://localhost/"}, "", "public"),
    ("generic", {"issuer": "https://vault.internal/"}, "", "public"),
    ("generic", {"issuer": "https://[::1]/"}, "", "public"),
    ("generic", {"issuer": "https://[x/"}, "", "no address"),
    ("nothing", {"issuer": "https://idp.acme.test"}, "", "Choose one"),
]


@pytest.mark.parametrize(("idp", "form", "issuer", "text"), ADVICE, ids=[f"{each[0]}-{each[1]}" for each in ADVICE])
def test_a_mistake_is_answered_with_the_way_out(idp: str, form: dict[str, str], issuer: str, text: str) -> None:
    """What cannot work stops (no issuer expected here), what is odd is said, what is right passes in silence."""
    ids = {"client_id": CLIENT} if idp in {"entra", "jumpcloud"} else {}
    connection, hints = connection_advice.read({**GOOD, **ids, "idp": idp, **form})
    said = " ".join(hint.text for hint in hints)

    assert text in said if text else not said
    assert any(hint.stops for hint in hints) is not bool(issuer)
    if issuer:
        assert connection.issuer == issuer


def test_an_administrator_switches_a_member_off_and_on(admin: Any, refused_by: Check) -> None:
    """Switched off, a member is out at once and stays out; switched on, they come back."""
    admin.issuer.claims = {"sub": "bob-2"}
    admin.issuer.userinfo = {"sub": "bob-2", "name": "Bob"}
    bob = admin.new_browser()
    admin.sign_in(browser=bob)
    account, csrf = bob.me()["account"], admin.party.sessions.all()[0].csrf
    assert "Bob" in admin.browser.get("/settings/members").text

    admin.browser.post(f"/settings/members/{account}", {"csrf": csrf, "access": "off"})
    assert not bob.signed_in()
    assert refused_by(admin.sign_in(browser=bob)) == "account.disabled"

    admin.browser.post(f"/settings/members/{account}", {"csrf": csrf, "access": "on"})
    assert admin.sign_in(browser=bob).status_code == 303


def test_another_organisations_member_is_out_of_reach(admin: Any) -> None:
    """An administrator of acme switches nobody at globex."""
    other = admin.new_browser()
    admin.sign_in("globex", other)
    csrf = admin.party.sessions.all()[0].csrf
    admin.browser.post(f"/settings/members/{other.me()['account']}", {"csrf": csrf, "access": "off"})

    assert other.signed_in()
