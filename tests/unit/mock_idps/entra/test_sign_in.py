"""The sign-in pages, step by step, with Entra's own element ids.

Facts: github.com/Versent/saml2aws pkg/provider/aad/testdata, github.com/sportradar/aws-azure-login src/login.ts,
github.com/AzureAD/microsoft-authentication-library-for-js samples/e2eTestUtils/src.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from mock_idps.core.model import AppRegistration
from mock_idps.entra import claims

from .conftest import ACME, CALLBACK, CONSUMERS, GLOBEX, MULTI, PASSWORD, WEB, Visitor, oid, part


def test_first_page_asks_for_the_user_name(visitor: Visitor) -> None:
    """Title, page id, #i0116 in front, #i0118 off screen, #idSIButton9 "Next"."""
    page = visitor.authorize().text

    assert "<title>Sign in to your account</title>" in page
    assert '<meta name="PageID" content="ConvergedSignIn">' in page
    assert '<input type="email" name="loginfmt" id="i0116" class=""' in page
    assert '<input type="password" name="passwd" id="i0118" class="moveOffScreen"' in page
    assert '<input type="submit" id="idSIButton9" value="Next">' in page


def test_second_step_asks_for_the_password(visitor: Visitor) -> None:
    """The same button now says "Sign in", and the fields have changed places."""
    visitor.authorize()
    page = visitor.submit(loginfmt="alice@acme.example").text

    assert visitor.heading == "Enter password"
    assert 'id="i0116" class="moveOffScreen"' in page
    assert '<input type="submit" id="idSIButton9" value="Sign in">' in page
    assert 'aria-label="Enter the password for alice@acme.example"' in page


def test_fresh_page_carries_50058(visitor: Visitor) -> None:
    """The page's configuration starts with the code of "nobody is signed in", as the real one's."""
    assert '"sErrorCode":"50058"' in visitor.authorize().text


@pytest.mark.parametrize(("login", "result"), [("alice@acme.example", 0), ("nobody@acme.example", 1)])
def test_credential_type_tells_whether_an_account_exists(visitor: Visitor, login: str, result: int) -> None:
    """What the page's script asks after Next."""
    visitor.authorize()
    asked = {"username": login, "originalRequest": visitor.fields()["ctx"]}

    told = visitor.send("POST", f"/{ACME}/GetCredentialType?mkt=en-US", json=asked).json()

    assert told["IfExistsResult"] == result


@pytest.mark.parametrize(
    ("login", "password", "code"),
    [("nobody@acme.example", PASSWORD, "50034"), ("alice@acme.example", "wrong", "50126")],
)
def test_mistyped_credentials_stay_on_the_page(visitor: Visitor, login: str, password: str, code: str) -> None:
    """The app hears nothing of a typing mistake; the number stands in the page's configuration only."""
    visitor.authorize()
    page = visitor.gives(login, password).text

    assert visitor.alert
    assert "AADSTS" not in page
    assert f'"sErrorCode":"{code}"' in page


@pytest.mark.parametrize(("state", "code"), [("locked", "50053"), ("disabled", "50057")])
def test_account_that_cannot_sign_in_stays_on_the_page(visitor: Visitor, state: str, code: str) -> None:
    """Locked and disabled accounts are told so at the password."""
    visitor.person().state = state
    visitor.authorize()

    assert f'"sErrorCode":"{code}"' in visitor.gives().text


def test_ten_wrong_passwords_lock(visitor: Visitor) -> None:
    """After ten wrong passwords the right one does not help either."""
    visitor.authorize()
    for _ in range(10):
        visitor.gives(password="wrong")

    assert '"sErrorCode":"50053"' in visitor.gives().text


def test_login_hint_prefills(visitor: Visitor) -> None:
    """`login_hint` stands in #i0116."""
    assert 'value="alice@acme.example"' in visitor.authorize(login_hint="alice@acme.example").text


def test_login_hint_claim_prefills(visitor: Visitor) -> None:
    """The opaque claim `login_hint` stands for the name that the person types."""
    hint = claims.login_hint(visitor.person())

    assert 'value="alice@acme.example"' in visitor.authorize(login_hint=hint).text


def test_cookie_asks_for_the_picker(visitor: Visitor) -> None:
    """With ESTSSSOTILES one session is not used silently."""
    visitor.signs_in()
    visitor.client.cookies.set("ESTSSSOTILES", "1", domain="login.microsoftonline.com")
    visitor.authorize()

    assert visitor.heading == "Pick an account"


def test_stay_signed_in(visitor: Visitor) -> None:
    """After the password comes "Stay signed in?"; Yes makes the cookie outlive the browser."""
    visitor.authorize()
    visitor.gives()
    heading = visitor.heading
    visitor.submit()

    assert heading == "Stay signed in?"
    cookies = {it.partition("=")[0]: it for it in visitor.last.headers.get_list("set-cookie")}
    assert "max-age=7776000" in cookies["ESTSAUTHPERSISTENT"]
    assert "max-age" not in cookies["ESTSAUTH"]
    assert "SameSite=None" in cookies["ESTSAUTH"]
    assert "HttpOnly" not in cookies["ESTSAUTHLIGHT"]


def test_no_to_stay_signed_in_sets_no_lasting_cookie(visitor: Visitor) -> None:
    """No: the session ends with the browser."""
    visitor.authorize()
    visitor.gives()
    visitor.submit(no="No")

    assert not any(it.startswith("ESTSAUTHPERSISTENT=") for it in visitor.last.headers.get_list("set-cookie"))
    assert "code" in visitor.answer()


def test_stay_signed_in_may_be_switched_off(visitor: Visitor) -> None:
    """A tenant may leave the question out."""
    visitor.tenant.settings["kmsi"] = False
    visitor.authorize()
    visitor.gives()

    assert "code" in visitor.answer()


def test_do_not_show_again_is_remembered(visitor: Visitor) -> None:
    """The checkbox spares the question the next time."""
    visitor.authorize()
    visitor.gives()
    visitor.submit(DontShowAgain="true")
    visitor.authorize(prompt="login")
    visitor.gives()

    assert "code" in visitor.answer()


def test_session_passes_silently(visitor: Visitor) -> None:
    """One session and no prompt: 302 at once, with a fresh code and the session's own session_state."""
    first = visitor.signs_in()
    visitor.authorize(state="other")
    second = visitor.answer()

    assert second["state"] == "other"
    assert second["code"] != first["code"]
    assert second["session_state"] == first["session_state"]


def test_prompt_login_asks_again(visitor: Visitor) -> None:
    """prompt=login shows the page in spite of a session."""
    visitor.signs_in()
    visitor.authorize(prompt="login")

    assert visitor.heading == "Sign in"


def test_hint_at_another_account_asks_for_it(visitor: Visitor) -> None:
    """A `login_hint` that names nobody of the session leads to the page, prefilled."""
    visitor.signs_in()

    assert 'value="bob@acme.example"' in visitor.authorize(login_hint="bob@acme.example").text


def test_several_accounts_are_picked_from(visitor: Visitor) -> None:
    """Two sessions: the picker shows a tile per account and one for another; the chosen one goes on."""
    visitor.signs_in()
    visitor.signs_in("bob@acme.example", prompt="login")
    page = visitor.authorize().text

    assert visitor.heading == "Pick an account"
    assert 'id="otherTile"' in page
    visitor.submit(account=oid(2))
    token = visitor.redeem(visitor.answer()["code"]).json()["id_token"]
    assert part(token, 1)["oid"] == oid(2)


def test_several_accounts_are_ambiguous_in_silence(visitor: Visitor) -> None:
    """prompt=none with two sessions is AADSTS16000."""
    visitor.signs_in()
    visitor.signs_in("bob@acme.example", prompt="login")
    visitor.authorize(prompt="none")

    assert visitor.answer()["error_description"].startswith("AADSTS16000: ")


def test_hint_settles_which_account_is_meant(visitor: Visitor) -> None:
    """prompt=none with two sessions and a `login_hint` passes."""
    visitor.signs_in()
    visitor.signs_in("bob@acme.example", prompt="login")
    visitor.authorize(prompt="none", login_hint="alice@acme.example")

    assert "code" in visitor.answer()


def test_select_account_shows_the_picker(visitor: Visitor) -> None:
    """prompt=select_account asks although there is one session only; "another account" leads to the page."""
    visitor.signs_in()
    visitor.authorize(prompt="select_account")
    heading = visitor.heading
    visitor.submit(account="other")

    assert (heading, visitor.heading) == ("Pick an account", "Sign in")


def test_back_on_the_first_page_leaves_without_a_description(visitor: Visitor) -> None:
    """access_denied, error_subcode=cancel, state, and nothing else."""
    visitor.authorize()
    visitor.submit(back="Back")

    assert list(visitor.answer().items()) == [("error", "access_denied"), ("error_subcode", "cancel"), ("state", "st")]


def test_back_on_the_second_page_leads_to_the_first(visitor: Visitor) -> None:
    """#idBtn_Back at the password is no cancel."""
    visitor.authorize()
    visitor.submit(loginfmt="alice@acme.example")
    visitor.submit(back="Back")

    assert visitor.heading == "Sign in"


def test_cancel_may_return_state_decoded(visitor: Visitor) -> None:
    """The 2020 shape gives `state` back decoded and unquoted.

    Source: https://github.com/AzureAD/microsoft-identity-web/issues/125.
    """
    visitor.tenant.settings["cancel_decodes_state"] = True
    visitor.authorize(state="a%26b=c&d")
    visitor.submit(back="Back")

    assert visitor.last.headers["location"].endswith("&state=a&b=c&d")


def test_unassigned_person_never_comes_back(visitor: Visitor) -> None:
    """AADSTS50105 is a page that names the person; the session stays, and another person can sign in."""
    visitor.app.assigned = frozenset({"bob@acme.example"})
    visitor.authorize()
    visitor.gives()

    assert visitor.alert.startswith(f"AADSTS50105: Your administrator has configured the application Pelanor ('{WEB}')")
    assert "'alice@acme.example'" in visitor.alert


def test_unassigned_person_in_silence_is_redirected_and_hidden(visitor: Visitor) -> None:
    """Under prompt=none the app hears interaction_required, with the literal {EmailHidden}."""
    visitor.signs_in()
    visitor.app.assigned = frozenset()
    visitor.authorize(prompt="none")
    told = visitor.answer()

    assert told["error"] == "interaction_required"
    assert "'{EmailHidden}' is not assigned" in told["error_description"]


def test_person_of_another_tenant_is_stuck(visitor: Visitor) -> None:
    """AADSTS50020 names the person's own tenant; a session makes it come again at once."""
    visitor.authorize()
    visitor.gives("mallory@globex.example")
    first = visitor.alert
    visitor.authorize()

    assert f"from identity provider 'https://sts.windows.net/{GLOBEX}/' does not exist in tenant 'Acme'" in first
    assert visitor.alert == first


def test_personal_account_is_stuck_too(visitor: Visitor) -> None:
    """The identity provider is called "live.com" then."""
    visitor.authorize()
    visitor.gives("carol@outlook.example")

    assert "from identity provider 'live.com'" in visitor.alert


def test_work_and_personal_account_of_one_address(visitor: Visitor) -> None:
    """At "common" an address with both kinds of account asks which is meant."""
    app = AppRegistration(
        MULTI, "x", redirect_uris=(CALLBACK,), settings={"sign_in_audience": "AzureADandPersonalMicrosoftAccount"}
    )
    visitor.tenant.apps[1] = app
    carol = visitor.service.directory.tenants[2].people[0]
    visitor.tenant.people.append(replace(carol, id=oid(8), attributes={}))
    visitor.authorize("common", client_id=MULTI)
    tiles = visitor.submit(loginfmt="carol@outlook.example").text
    visitor.submit(kind="personal")
    visitor.submit(passwd=PASSWORD)
    visitor.submit()

    assert 'id="aadTile"' in tiles
    assert 'id="msaTile"' in tiles
    token = visitor.redeem(visitor.answer()["code"], "common", client_id=MULTI, client_secret="x").json()["id_token"]
    assert part(token, 1)["tid"] == CONSUMERS


def test_pending_guest_is_refused(visitor: Visitor) -> None:
    """An invitation that was not accepted is AADSTS50014."""
    visitor.person("gwen@globex.example").state = "invited"
    visitor.authorize()
    visitor.gives("gwen@globex.example")

    assert visitor.alert.startswith("AADSTS50014: ")


def test_second_factor_is_asked_for(visitor: Visitor) -> None:
    """The page ConvergedTFA has an input "otc"; a wrong code stays there."""
    visitor.person().mfa = ("otp",)
    visitor.authorize()
    page = visitor.gives().text
    visitor.submit(otc="000000")
    wrong = visitor.alert
    visitor.submit(otc="123456")

    assert '<meta name="PageID" content="ConvergedTFA">' in page
    assert 'name="otc"' in page
    assert wrong
    assert visitor.heading == "Stay signed in?"


def test_second_factor_in_silence_is_refused(visitor: Visitor) -> None:
    """A session without a second factor is AADSTS50076 under prompt=none."""
    visitor.signs_in()
    visitor.person().mfa = ("otp",)
    visitor.authorize(prompt="none")

    assert visitor.answer()["error_description"].startswith("AADSTS50076: ")


@pytest.mark.parametrize(
    ("answer", "element"), [("deny", "idDiv_SAASDS_Description"), ("timeout", "idDiv_SAASTO_Description")]
)
def test_phone_may_say_no(visitor: Visitor, answer: str, element: str) -> None:
    """A push that is denied or runs out is told on the page."""
    visitor.person().mfa = ("push",)
    visitor.person().attributes["push_answer"] = answer
    visitor.authorize()
    asked = visitor.gives().text
    page = visitor.submit().text

    assert 'id="idDiv_SAOTCAS_Description"' in asked
    assert f'id="{element}"' in page


def test_enrolment_comes_before_the_app(visitor: Visitor) -> None:
    """An app that demands a second factor sends people without one through "More information required"."""
    visitor.app.settings["mfa_required"] = True
    visitor.authorize()
    page = visitor.gives().text
    visitor.submit()

    assert '<meta name="PageID" content="ConvergedProofUpRedirect">' in page
    assert "More information required" in page
    assert visitor.heading == "Stay signed in?"


def test_expired_password_is_changed_on_the_way(visitor: Visitor) -> None:
    """The new password counts from then on."""
    visitor.person().state = "password_expired"
    visitor.authorize()
    visitor.gives()
    heading = visitor.heading
    visitor.submit(currentpasswd=PASSWORD, newpasswd="new", confirmnewpasswd="new")

    assert heading == "Update your password"
    assert visitor.heading == "Stay signed in?"
    assert visitor.person().password == "new"


@pytest.mark.parametrize(("policy", "code"), [("block", "53003"), ("compliant_device", "53000")])
def test_conditional_access_ends_on_a_page(visitor: Visitor, policy: str, code: str) -> None:
    """A policy that blocks is told to the person, not to the app."""
    visitor.person().attributes["conditional_access"] = policy
    visitor.authorize()
    visitor.gives()

    assert visitor.alert.startswith(f"AADSTS{code}: ")


def test_consent_is_asked_once(visitor: Visitor) -> None:
    """With consent per person, Accept is remembered."""
    visitor.app.settings["consent"] = "user"
    visitor.authorize()
    visitor.gives()
    visitor.submit()
    heading = visitor.heading
    visitor.submit()
    first = visitor.answer()
    visitor.authorize()

    assert heading == "Permissions requested"
    assert "code" in first
    assert "code" in visitor.answer()


def test_declined_consent_goes_back_to_the_app(visitor: Visitor) -> None:
    """Cancel on the consent page is access_denied with AADSTS65004."""
    visitor.app.settings["consent"] = "user"
    visitor.authorize()
    visitor.gives()
    visitor.submit()
    visitor.submit(cancel="Cancel")
    told = visitor.answer()

    assert told["error"] == "access_denied"
    assert told["error_description"].startswith("AADSTS65004: User declined to consent to access the app.\r\n")


def test_consent_in_silence_is_refused(visitor: Visitor) -> None:
    """Missing consent is AADSTS65001 under prompt=none."""
    visitor.signs_in()
    visitor.app.settings["consent"] = "user"
    visitor.authorize(prompt="none")

    assert visitor.answer()["error_description"].startswith(
        f"AADSTS65001: The user or administrator has not consented to use the application with ID '{WEB}' named 'Pelanor'."
    )


def test_plain_person_needs_an_admin(visitor: Visitor) -> None:
    """Where only an admin may consent, everybody else gets a page whose one way back is a cancel without description."""
    visitor.app.settings["consent"] = "admin"
    visitor.authorize()
    visitor.gives()
    visitor.submit()
    heading = visitor.heading
    visitor.submit(back="1")

    assert heading == "Need admin approval"
    assert visitor.answer() == {"error": "access_denied", "error_subcode": "cancel", "state": "st"}


def test_plain_person_cannot_accept_for_the_admin(visitor: Visitor) -> None:
    """Posting the page without the way back does not consent."""
    visitor.app.settings["consent"] = "admin"
    visitor.authorize()
    visitor.gives()
    visitor.submit()
    visitor.submit()

    assert visitor.heading == "Need admin approval"


def test_admin_consents_for_everybody(visitor: Visitor) -> None:
    """After the admin's checkbox nobody else of the tenant is asked."""
    visitor.app.settings["consent"] = "admin"
    visitor.person().attributes["admin"] = True
    visitor.authorize()
    visitor.gives()
    visitor.submit()
    page = visitor.last.text
    visitor.submit(consentOnBehalf="true")

    assert 'id="consentOnBehalf"' in page
    assert "code" in visitor.signs_in("bob@acme.example", prompt="login")


def test_prompt_consent_asks_again(visitor: Visitor) -> None:
    """prompt=consent shows the page even where consent was given."""
    visitor.signs_in()
    visitor.authorize(prompt="consent")

    assert visitor.heading == "Permissions requested"


def test_forgotten_page_leads_nowhere(visitor: Visitor) -> None:
    """A page whose sign-in is over is AADSTS50089, not a second code."""
    visitor.authorize()
    visitor.gives()
    fields = visitor.fields()
    visitor.submit()
    visitor.send("POST", "/kmsi", data=fields)

    assert visitor.alert.startswith("AADSTS50089: ")


def test_pages_after_the_password_need_it(visitor: Visitor) -> None:
    """Nobody gets past the password by posting the next page."""
    visitor.authorize()
    visitor.send("POST", "/kmsi", data=visitor.fields() | {"LoginOptions": "1"})

    assert visitor.alert.startswith("AADSTS50089: ")


def test_back_to_a_posted_page_is_refused(visitor: Visitor) -> None:
    """GET of /login is AADSTS900561."""
    visitor.get(f"/{ACME}/login")

    assert visitor.alert == "AADSTS900561: The endpoint only accepts POST requests. Received a GET request."


def test_loop_is_cut(visitor: Visitor) -> None:
    """The twenty-first silent sign-in in a row is AADSTS50196; two minutes later all is well."""
    visitor.signs_in()
    for _ in range(20):
        assert visitor.authorize().status_code == 302

    visitor.authorize()
    assert visitor.alert.startswith("AADSTS50196: ")
    visitor.clock.at += 121
    assert visitor.authorize().status_code == 302


@pytest.mark.parametrize(("honoured", "heading"), [(False, ""), (True, "Sign in")])
def test_max_age_is_a_switch(visitor: Visitor, honoured: bool, heading: str) -> None:  # noqa: FBT001 - a case, not an option
    """Whether `max_age` asks for a fresh password is not settled by any capture."""
    visitor.tenant.settings["honours_max_age"] = honoured
    visitor.signs_in()
    visitor.clock.at += 100
    visitor.authorize(max_age="60")

    assert visitor.heading == heading


def test_every_page_brings_its_configuration(visitor: Visitor) -> None:
    """Scripts that post by themselves find address and tokens of each step in `$Config`."""
    visitor.authorize()
    page = visitor.gives().text
    config = json.loads(page.partition("$Config=")[2].partition(";\n")[0])

    assert (config["pgid"], config["urlPost"], config["sFTName"]) == ("KmsiInterrupt", "/kmsi", "flowToken")
    assert config["sCtx"] == visitor.fields()["ctx"]


def test_configuration_is_valid_script(visitor: Visitor) -> None:
    """`$Config` is JSON, as scripts that read it expect, whatever stands in the request."""
    page = visitor.authorize(login_hint="</script><b>x").text
    config = json.loads(page.partition("$Config=")[2].partition(";\n")[0])

    assert config["urlPost"] == f"/{ACME}/login"
    assert "<b>x" not in page
