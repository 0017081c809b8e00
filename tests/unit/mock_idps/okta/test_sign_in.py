"""The sign-in pages of Identity Engine, in both generations of the widget.

Facts: github.com/okta/okta-signin-widget (element names, packages/@okta/i18n, test/testcafe/spec); `amr` values:
developer.okta.com/docs/guides/configure-amr-claims-mapping/main/.
"""

from __future__ import annotations

import re
from html import unescape

import httpx2
import pytest

from mock_idps.core.model import AppRegistration, Person, Tenant

from .conftest import ORG, Clock, Surfer, authorize_url, login, redeem, told, unpacked

pytestmark = pytest.mark.anyio

ALICE = "alice@globex.example"


async def alert(surfer: Surfer) -> str:
    return surfer.text('role="alert"')


async def test_second_generation_names(surfer: Surfer) -> None:
    """The second generation has dynamic ids, a submit input with data-type=save, and "Next"."""
    page = (await surfer.open(authorize_url())).text

    assert re.search(r'<input type="text" name="identifier" id="input\d+"', page)
    assert '<input class="button button-primary" type="submit" value="Next" data-type="save">' in page
    assert 'name="rememberMe"' in page


async def test_dynamic_ids_change(surfer: Surfer) -> None:
    """A script that relies on the id of a field fails: it is another the next time."""
    ids = set()
    for _ in range(5):
        page = (await surfer.open(authorize_url())).text
        ids.add(re.search(r'name="identifier" id="(input\d+)"', page)[1])  # type: ignore[index]  # it is there

    assert len(ids) > 1


async def test_third_generation_names(surfer: Surfer, tenant: Tenant) -> None:
    """The third generation has ids equal to names and a button with data-se=save."""
    tenant.settings["sign_in"] = "gen3"

    page = (await surfer.open(authorize_url())).text

    assert '<input type="text" name="identifier" id="identifier" data-se="identifier"' in page
    assert '<button type="submit" data-se="save" data-type="save">Next</button>' in page
    assert '<h1 data-se="o-form-head">Sign In</h1>' in page


async def test_identifier_and_password_on_one_page(surfer: Surfer, tenant: Tenant) -> None:
    """An org without identifier-first asks for both at once, and says "Sign in"."""
    tenant.settings["identifier_first"] = False
    page = (await surfer.open(authorize_url())).text

    back = told(await surfer.submit(identifier=ALICE, credentials__passcode="correct horse"))

    assert 'value="Sign in"' in page
    assert "code" in back


async def test_login_hint_prefills(surfer: Surfer) -> None:
    """`login_hint` stands in the identifier field."""
    page = (await surfer.open(authorize_url(login_hint=ALICE))).text

    assert f'value="{ALICE}"' in page


async def test_password_page_says_verify(surfer: Surfer) -> None:
    """The password page of an identifier-first sign-in has the button "Verify"."""
    await surfer.open(authorize_url())
    page = (await surfer.submit(identifier=ALICE)).text

    assert "Verify with your password" in page
    assert 'value="Verify"' in page


async def test_wrong_password(surfer: Surfer) -> None:
    """A wrong password stays on the page and says so; the right one then goes on."""
    await surfer.open(authorize_url())
    answer = await surfer.sign_in(ALICE, "wrong")

    assert answer.status_code == 200
    assert await alert(surfer) == "Password is incorrect"
    assert "code" in told(await surfer.submit(credentials__passcode="correct horse"))


async def test_wrong_password_on_one_page(surfer: Surfer, tenant: Tenant) -> None:
    """Where both are on one page the sentence does not tell which was wrong."""
    tenant.settings["identifier_first"] = False
    await surfer.open(authorize_url())
    await surfer.submit(identifier=ALICE, credentials__passcode="wrong")

    assert await alert(surfer) == "Unable to sign in"


async def test_blank_fields(surfer: Surfer) -> None:
    """A blank field is named as such, on both pages."""
    await surfer.open(authorize_url())
    await surfer.submit(identifier="")
    first = await alert(surfer)
    await surfer.submit(identifier=ALICE)
    await surfer.submit(credentials__passcode="")

    assert first == await alert(surfer) == "This field cannot be left blank"


async def test_unknown_person_is_not_told(surfer: Surfer) -> None:
    """An unknown login is asked for a password like any other, and fails like a wrong one."""
    await surfer.open(authorize_url())
    await surfer.sign_in("nobody@globex.example")

    assert await alert(surfer) == "Password is incorrect"


async def test_org_that_reveals_unknown_logins(surfer: Surfer, tenant: Tenant) -> None:
    """An org without enumeration prevention refuses an unknown login before the password."""
    tenant.settings["reveals_unknown_logins"] = True
    await surfer.open(authorize_url())
    await surfer.submit(identifier="nobody@globex.example")

    assert await alert(surfer) == "Unable to sign in"


async def test_not_assigned_at_login(surfer: Surfer, app: AppRegistration) -> None:
    """Somebody who is not assigned hears it after the identifier; the app hears nothing."""
    app.assigned = frozenset()
    await surfer.open(authorize_url())
    answer = await surfer.submit(identifier=ALICE)

    assert answer.status_code == 200
    assert await alert(surfer) == "User is not assigned to this application."


@pytest.mark.parametrize("state", ["suspended", "deactivated", "staged", "provisioned", "locked_out"])
async def test_accounts_that_may_not_sign_in(surfer: Surfer, alice: Person, state: str) -> None:
    """An account that may not sign in looks like a wrong password."""
    alice.state = state
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)

    assert await alert(surfer) == "Password is incorrect"


async def test_org_that_shows_lock_outs(surfer: Surfer, alice: Person, tenant: Tenant) -> None:
    """An org that shows lock-outs says that the account is locked."""
    tenant.settings["shows_lock_out"] = True
    alice.state = "locked_out"
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)

    assert await alert(surfer) == "Your account is locked. Please contact your administrator."


async def test_too_many_wrong_passwords(surfer: Surfer, tenant: Tenant) -> None:
    """After ten wrong passwords even the right one is refused; an org that shows lock-outs says why."""
    tenant.settings["shows_lock_out"] = True
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE, "wrong")
    for _ in range(9):
        await surfer.submit(credentials__passcode="wrong")
    await surfer.submit(credentials__passcode="correct horse")

    assert await alert(surfer) == "Your account is locked because of too many authentication attempts."


@pytest.mark.parametrize("generation", ["gen2", "gen3", "classic"])
async def test_expired_password_is_changed(surfer: Surfer, alice: Person, tenant: Tenant, generation: str) -> None:
    """An expired password has to be changed before the sign-in goes on."""
    tenant.settings["sign_in"] = generation
    alice.state = "password_expired"
    await surfer.open(authorize_url())
    names = (
        ("newPassword", "confirmPassword") if generation == "classic" else ("credentials.passcode", "confirmPassword")
    )
    if generation == "classic":
        await surfer.submit(username=ALICE, password="correct horse")
    else:
        await surfer.sign_in(ALICE)
    assert "password has expired" in surfer.current.text

    await surfer.submit(**dict.fromkeys(names[:1], "new"), confirmPassword="other")
    assert await alert(surfer) == "New passwords must match"
    back = told(await surfer.submit(**dict.fromkeys(names, "new horse")))

    assert "code" in back
    assert alice.password == "new horse"


async def test_sign_on_policy_denies(surfer: Surfer, app: AppRegistration) -> None:
    """Somebody whom the sign-on policy denies ends on a page; the app hears nothing."""
    app.settings["denied"] = [ALICE]
    await surfer.open(authorize_url())
    answer = await surfer.sign_in(ALICE)

    assert answer.status_code == 200
    assert await alert(surfer) == "You do not have permission to perform the requested action."


async def test_assurance_cannot_be_met(surfer: Surfer, app: AppRegistration) -> None:
    """An app that wants a second factor from somebody without one cannot be entered."""
    app.settings["mfa_required"] = True
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)

    assert await alert(surfer) == (
        'Unable to login to "Pelanor" at this time. For assistance, please contact your administrator.'
    )


async def test_google_authenticator(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """A single second factor is asked for at once; a wrong code stays, the right one enters with amr mfa."""
    alice.mfa = ("google_otp",)
    await surfer.open(authorize_url())
    page = await surfer.sign_in(ALICE)
    assert "Verify with Google Authenticator" in page.text
    await surfer.submit(credentials__passcode="000000")
    assert await alert(surfer) == "Invalid code. Try again."

    code = told(await surfer.submit(credentials__passcode="123456"))["code"]

    assert unpacked((await redeem(client, code)).json()["id_token"])["amr"] == ["mfa", "google_otp", "pwd"]


async def test_okta_verify_code_chosen_from_the_list(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """With several factors there is a list; Okta Verify's code has its own field."""
    alice.mfa = ("okta_verify_totp", "google_otp")
    await surfer.open(authorize_url())
    page = await surfer.sign_in(ALICE)
    assert "Verify it&#39;s you with a security method" in page.text
    assert page.text.count('class="authenticator-row"') == 2
    await surfer.submit()

    code = told(await surfer.submit(credentials__totp="123456"))["code"]

    amr = unpacked((await redeem(client, code)).json()["id_token"])["amr"]
    assert amr == ["mfa", "otp", "okta_verify", "pwd"]


async def test_other_factor_than_the_chosen_one(surfer: Surfer, alice: Person) -> None:
    """From a challenge "Verify with something else" leads back to the list; with a single factor there is no such way."""
    alice.mfa = ("okta_verify_totp", "google_otp")
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)
    challenge = await surfer.submit()
    back = re.search(r'href="([^"]+)" data-se="switchAuthenticator"', challenge.text)
    assert back is not None

    page = await surfer.open(f"{ORG}{unescape(back[1])}")

    assert page.text.count('class="authenticator-row"') == 2
    alice.mfa = ("google_otp",)
    await surfer.open(authorize_url())
    assert "switchAuthenticator" not in (await surfer.sign_in(ALICE)).text


@pytest.mark.parametrize("generation", ["gen2", "gen3"])
async def test_state_token_stands_in_the_page(surfer: Surfer, tenant: Tenant, generation: str) -> None:
    """Scripts find the state token in `oktaData`, its hyphens escaped as Okta escapes them."""
    tenant.settings["sign_in"] = generation
    page = (await surfer.open(authorize_url())).text

    told = re.search(r'oktaData = \{"signIn":\{"stateToken":"([^"]+)"', page)
    sent = re.search(r'name="stateHandle" value="([^"]+)"', page)

    assert told is not None
    assert sent is not None
    assert "-" not in told[1]
    assert told[1].replace(r"\x2D", "-") == sent[1]


@pytest.mark.parametrize(("phone", "seen"), [("reject", "You have chosen to reject this login."), ("wait", "")])
async def test_push_that_is_not_approved(surfer: Surfer, alice: Person, phone: str, seen: str) -> None:
    """A push that is rejected says so; one without an answer waits."""
    alice.mfa = ("okta_verify_push",)
    alice.attributes["push"] = phone
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)
    sent = await surfer.submit()
    assert "Push notification sent" in sent.text

    page = await surfer.submit()

    assert page.status_code == 200
    assert (seen or "Push notification sent") in page.text


async def test_push_that_is_approved(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """An approved push enters, with the key of the phone among the methods."""
    alice.mfa = ("push",)
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)
    await surfer.submit()

    code = told(await surfer.submit())["code"]

    amr = unpacked((await redeem(client, code)).json()["id_token"])["amr"]
    assert amr == ["mfa", "okta_verify", "swk", "pwd"]


async def test_password_alone_is_not_enough(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """The way back to the app stays shut until the second factor was given."""
    alice.mfa = ("google_otp",)
    await surfer.open(authorize_url())
    page = await surfer.sign_in(ALICE)
    state = re.search(r'name="stateHandle" value="([^"]+)"', page.text)[1]  # type: ignore[index]  # it is there

    answer = await client.get(f"/login/token/redirect?stateToken={state}")

    assert answer.status_code == 200
    assert "logged out due to inactivity" in answer.text


async def test_second_step_needs_the_first(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A password for a sign-in that nobody identified in goes nowhere."""
    page = await surfer.open(authorize_url())
    state = re.search(r'name="stateHandle" value="([^"]+)"', page.text)[1]  # type: ignore[index]  # it is there

    for path in ("answer", "reset"):
        form = {"stateHandle": state, "credentials.passcode": "correct horse", "confirmPassword": "correct horse"}
        answer = await client.post(f"/idp/idx/challenge/{path}", data=form)
        assert "logged out due to inactivity" in answer.text


async def test_page_left_open(surfer: Surfer, clock: Clock) -> None:
    """A sign-in page that was left open too long sends nobody in."""
    await surfer.open(authorize_url())
    clock.at += 3601
    await surfer.submit(identifier=ALICE)

    assert await alert(surfer) == (
        "You have been logged out due to inactivity. Refresh or return to the sign in screen."
    )


async def test_back_to_sign_in(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Going back to sign in starts over; the app hears nothing."""
    await surfer.open(authorize_url())
    page = await surfer.submit(identifier=ALICE)
    link = re.search(r'href="(/idp/idx/cancel[^"]+)"', page.text)[1]  # type: ignore[index]  # it is there

    answer = await surfer.open(f"https://globex.okta.com{link}")

    assert 'name="identifier"' in answer.text
    assert "code" in told(await surfer.sign_in(ALICE))


async def test_used_sign_in_is_over(surfer: Surfer) -> None:
    """Going back to the last page after signing in and sending it again enters nobody."""
    await surfer.open(authorize_url())
    page = await surfer.submit(identifier=ALICE)
    await surfer.submit(credentials__passcode="correct horse")
    surfer.page = page
    await surfer.submit(credentials__passcode="correct horse")

    assert "logged out due to inactivity" in surfer.current.text


async def test_cookies_of_a_login(surfer: Surfer) -> None:
    """The session cookie is idx; the device keeps DT for two years; all are Secure."""
    page = await surfer.open(authorize_url())
    answer = await surfer.sign_in(ALICE)
    first = page.headers.get_list("set-cookie")
    last = answer.headers.get_list("set-cookie")

    assert any(it.startswith("DT=") and "Max-Age=63072000" in it for it in first)
    assert [it.partition("=")[0] for it in last] == ["idx", "xids"]
    assert all("Secure" in it for it in [*first, *last])


async def test_consent_is_asked_and_remembered(surfer: Surfer, app: AppRegistration) -> None:
    """An app that requires consent asks once, and not for openid."""
    app.settings["consent_method"] = "REQUIRED"
    await surfer.open(authorize_url())
    page = await surfer.sign_in(ALICE)
    assert "View your email address." in page.text
    assert "openid" not in page.text

    assert "code" in told(await surfer.submit(consent="true"))
    assert "code" in told(await surfer.open(authorize_url()))


async def test_consent_denied(surfer: Surfer, app: AppRegistration) -> None:
    """Consent that is denied comes to the app as access_denied."""
    app.settings["consent_method"] = "REQUIRED"
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)

    back = told(await surfer.submit(consent="false"))

    assert back["error"] == "access_denied"
    assert back["error_description"] == "The resource owner or authorization server denied the request."


async def test_consent_cannot_be_silent(surfer: Surfer, app: AppRegistration) -> None:
    """prompt=none where consent is missing names the scopes."""
    await login(surfer)
    app.settings["consent_method"] = "REQUIRED"

    back = told(await surfer.open(authorize_url(prompt="none")))

    assert back["error"] == "consent_required"
    assert back["error_description"] == "The following scopes require user consent: [profile, email]."


async def test_prompt_consent_asks_again(surfer: Surfer, app: AppRegistration) -> None:
    """prompt=consent asks although consent was given before."""
    app.settings["consent_method"] = "REQUIRED"
    await surfer.open(authorize_url())
    await surfer.sign_in(ALICE)
    await surfer.submit(consent="true")

    page = await surfer.open(authorize_url(prompt="consent"))

    assert "Allow Access" in page.text
    assert "code" in told(await surfer.submit(consent="true"))


async def test_sign_in_of_another_org_is_unknown(surfer: Surfer, tenant: Tenant) -> None:
    """A sign-in that began elsewhere is unknown at this org."""
    page = await surfer.open(authorize_url())
    tenant.domain = "renamed.okta.com"
    surfer.page = page

    with pytest.raises(LookupError, match="no org behind"):
        await surfer.submit(identifier=ALICE)


async def test_factor_cannot_be_chosen_before_the_password(
    surfer: Surfer, client: httpx2.AsyncClient, alice: Person
) -> None:
    """The list of second factors is no way round the password."""
    alice.mfa = ("google_otp",)
    await surfer.open(authorize_url())
    page = await surfer.submit(identifier=ALICE)
    state = re.search(r'name="stateHandle" value="([^"]+)"', page.text)[1]  # type: ignore[index]  # it is there

    answer = await client.post("/idp/idx/challenge", data={"stateHandle": state, "authenticator": "google_otp"})

    assert "logged out due to inactivity" in answer.text
