"""The answer the browser brings: it is of this login, of this browser, of this connection, and no error."""

import logging
from collections.abc import Callable
from typing import Any

import pytest

Check = Callable[[Any], str]


@pytest.mark.parametrize("state", [None, "", "another-state", "a" * 5000])
def test_an_unknown_state_is_refused(stage: Any, refused_by: Check, state: str | None) -> None:
    """Without the state of a login under way there is no token request and no session."""
    response = stage.sign_in(state=state)

    assert refused_by(response) == "state"
    assert not stage.issuer.calls("token")
    assert not stage.browser.signed_in()


def test_another_browsers_login_is_refused(stage: Any, refused_by: Check) -> None:
    """A callback opened in another browser signs nobody in there (login CSRF)."""
    asked = stage.begin()
    other = stage.new_browser()
    stage.begin(browser=other)

    assert refused_by(stage.answer(asked, other)) == "state.browser"
    assert not stage.issuer.calls("token")
    assert not other.signed_in()


def test_a_strangers_browser_does_not_spend_the_login(stage: Any) -> None:
    """The person who began can still finish after somebody else has tried."""
    asked = stage.begin()
    stage.answer(asked, stage.new_browser())

    assert stage.answer(asked).status_code == 303


def test_a_state_expires(stage: Any, refused_by: Check) -> None:
    """A login left open for longer than a quarter of an hour is over."""
    asked = stage.begin()
    stage.clock.now += 15 * 60 + 1

    assert refused_by(stage.answer(asked)) == "state"


def test_a_slow_second_factor_is_waited_for(stage: Any) -> None:
    """Ten minutes at the identity provider are not too many."""
    asked = stage.begin()
    stage.clock.now += 10 * 60

    assert stage.answer(asked).status_code == 303


def test_two_tabs_both_finish(stage: Any) -> None:
    """Several logins at once do not get in each other's way."""
    one = stage.begin()
    nonce = stage.issuer.nonce
    two = stage.begin()
    assert stage.answer(two).status_code == 303
    stage.issuer.nonce = nonce

    assert stage.answer(one).status_code == 303


def test_abandoned_logins_make_room(stage: Any) -> None:
    """Forty abandoned attempts leave one cookie and few logins, and the next one works."""
    for _ in range(40):
        stage.begin()

    assert len(stage.browser.client.cookies) == 1
    assert (
        len(stage.party.transactions.of_browser(next(iter(stage.browser.client.cookies.values())), stage.clock())) <= 5
    )
    assert stage.sign_in().status_code == 303


def test_a_callback_opened_again_leads_into_the_app(stage: Any) -> None:
    """Reload and Back do not redeem the code twice, nor show an error to somebody signed in."""
    asked = stage.begin()
    stage.answer(asked)
    response = stage.answer(asked)

    assert response.headers["location"] == "/workspace"
    assert len(stage.issuer.calls("token")) == 1


def test_a_callback_opened_again_after_signing_out_is_refused(stage: Any, refused_by: Check) -> None:
    """A used answer signs nobody in again."""
    asked = stage.begin()
    stage.answer(asked)
    stage.party.sessions.clear()

    assert refused_by(stage.answer(asked)) == "state"
    assert len(stage.issuer.calls("token")) == 1


def test_an_answer_at_another_organisations_address_is_refused(stage: Any, refused_by: Check) -> None:
    """The path does not decide whom the answer is from."""
    asked = stage.begin()
    asked["redirect_uri"] = "https://app.pelanor.io/api/auth/callback/entra-globex"

    assert refused_by(stage.answer(asked)) == "callback.tenant"
    assert not any(issuer.calls("token") for issuer in stage.issuers.values())


def test_an_answer_in_the_other_region_is_refused(stage: Any, refused_by: Check) -> None:
    """A US answer is worth nothing on the EU host."""
    asked = stage.begin()
    asked["redirect_uri"] = asked["redirect_uri"].replace("app.", "app-eu.")

    assert refused_by(stage.answer(asked)) in {"state.browser", "callback.tenant"}


def test_a_failed_answer_spends_its_state(stage: Any, refused_by: Check) -> None:
    """State dies at its first use, also when the answer is refused (RFC 9700, 4.2.4)."""
    asked = stage.begin()
    stage.answer(asked, error="access_denied", code=None)

    assert refused_by(stage.answer(asked)) == "state"


def test_a_promised_iss_must_be_there(stage: Any, refused_by: Check) -> None:
    """Metadata that promises "iss" makes its absence a refusal (RFC 9207, 2.4)."""
    stage.issuer.metadata["authorization_response_iss_parameter_supported"] = True

    assert refused_by(stage.sign_in()) == "iss_param"
    assert not stage.issuer.calls("token")


def test_the_right_iss_is_accepted(stage: Any) -> None:
    """A promised "iss" that fits lets the person in."""
    stage.issuer.metadata["authorization_response_iss_parameter_supported"] = True

    assert stage.sign_in(iss="https://acme.okta.com").status_code == 303


@pytest.mark.parametrize("iss", ["https://evil.test", "https://acme.okta.com/", ""])
def test_a_wrong_iss_is_refused(stage: Any, refused_by: Check, iss: str) -> None:
    """A wrong "iss" is refused, promised or not, on errors too."""
    assert refused_by(stage.sign_in(iss=iss)) == "iss_param"
    assert refused_by(stage.sign_in(iss=iss, code=None, error="access_denied")) == "iss_param"
    assert not stage.issuer.calls("token")


def test_an_error_becomes_a_page(stage: Any, refused_by: Check) -> None:
    """The provider's refusal is shown with its code and text; nothing restarts by itself."""
    response = stage.sign_in(code=None, error="access_denied", error_description="User is not assigned.")

    assert (response.status_code, refused_by(response)) == (400, "idp_error")
    assert "access_denied" in response.text
    assert "User is not assigned." in response.text


ERRORS = [
    ("access_denied", "assigned to this app"),
    ("consent_required", "permissions once for everybody"),
    ("login_required", "not signed in there"),
    ("interaction_required", "a question for you"),
    ("account_selection_required", "which of your accounts"),
    ("server_error", "Try again in a few minutes"),
    ("temporarily_unavailable", "Try again in a few minutes"),
    ("invalid_scope", "scopes"),
    ("unauthorized_client", "grant type Authorization Code"),
    ("something_new", "assigned to this app"),
    ("", "assigned to this app"),
]


@pytest.mark.parametrize(("error", "text"), ERRORS, ids=[error for error, _ in ERRORS])
@pytest.mark.parametrize("description", [None, "Because."])
def test_an_error_says_what_to_do(
    stage: Any, refused_by: Check, error: str, text: str, description: str | None
) -> None:
    """Each of the provider's errors, described or not, leads to what the person or their administrator can do."""
    response = stage.sign_in(code=None, error=error, error_description=description)

    assert (response.status_code, refused_by(response)) == (400, "idp_error")
    assert text in response.text


def test_hostile_error_text_is_only_text(stage: Any) -> None:
    """Markup, control and direction characters of an error are never run, and no length of it fills the page."""
    response = stage.sign_in(
        code=None, error="<b>x", error_description="<script>alert(1)</script>\r\n\x1b\u202ea=b" + "c" * 999
    )

    assert "<script>" not in response.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; a=b" in response.text
    assert "c" * 300 not in response.text


def test_an_error_without_a_login_shows_no_foreign_text(stage: Any, refused_by: Check) -> None:
    """Where no login is under way, a link cannot put words into our page; the error's name helps and is kept."""
    response = stage.sign_in(state="", code=None, error="invalid_state", error_description="Call 0800 scam")

    assert refused_by(response) == "state"
    assert "invalid_state" in response.text
    assert "scam" not in response.text


def test_an_answer_without_code_is_refused(stage: Any, refused_by: Check) -> None:
    """Neither code nor error is no answer."""
    assert refused_by(stage.sign_in(code=None)) == "code"


def test_no_number_of_made_up_answers_reaches_the_issuer(stage: Any) -> None:
    """Junk codes cost the issuer nothing: each login is asked for once (RFC 6819, 4.4.1.12)."""
    asked = stage.begin()
    for number in range(20):
        stage.answer(asked, code=f"junk-{number}", state=f"junk-{number}")
        stage.answer(asked, code=f"junk-{number}")

    assert len(stage.issuer.calls("token")) == 1


def test_unknown_parameters_are_ignored(stage: Any) -> None:
    """Entra's session_state and whatever comes next do no harm."""
    assert stage.sign_in(session_state="x", client_info="y", foo="bar").status_code == 303


@pytest.mark.parametrize("name", ["state", "code", "iss"])
def test_repeated_parameters_are_refused(stage: Any, refused_by: Check, name: str) -> None:
    """No parameter of the answer may come twice (RFC 6749, 3.1)."""
    asked = stage.begin()
    query = f"code=c&state={asked['state']}&iss=https://acme.okta.com&{name}=again"

    assert refused_by(stage.browser.get(f"{asked['redirect_uri']}?{query}")) == "callback.parameters"


def test_a_form_post_answer_is_taken(stage: Any) -> None:
    """The cross-site POST finds its login by a cookie that such a POST carries."""
    stage.change("acme", response_mode="form_post")
    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})
    asked = stage.asked(response)

    assert asked["response_mode"] == "form_post"
    assert "samesite=none" in response.headers["set-cookie"].lower()
    assert stage.browser.post(asked["redirect_uri"], {"code": "c", "state": asked["state"]}).status_code == 303
    assert stage.browser.signed_in()


def test_a_connection_switched_off_meanwhile_is_refused(stage: Any, refused_by: Check) -> None:
    """A pending or disabled connection cannot be finished at the callback."""
    asked = stage.begin()
    stage.change("acme", status="disabled")
    assert refused_by(stage.answer(asked)) == "connection.disabled"

    stage.change("acme", status="active")
    asked = stage.begin()
    stage.change("acme", status="pending")
    assert refused_by(stage.answer(asked)) == "connection.pending"


def test_a_connection_changed_meanwhile_is_refused(stage: Any, refused_by: Check) -> None:
    """The code goes to the issuer that was asked or nowhere."""
    asked = stage.begin()
    stage.change("acme", issuer="https://evil.test")

    assert refused_by(stage.answer(asked)) == "callback.tenant"


def test_a_prefetched_callback_does_nothing(stage: Any) -> None:
    """A browser that only guesses spends no code."""
    asked = stage.begin()
    url = f"{asked['redirect_uri']}?code=c&state={asked['state']}"

    assert stage.browser.get(url, headers={"Sec-Purpose": "prefetch"}).status_code == 204
    assert stage.answer(asked).status_code == 303


def test_a_refusal_is_found_in_the_log(stage: Any, caplog: pytest.LogCaptureFixture) -> None:
    """One structured line with the reference on the page, and no code or secret in it."""
    with caplog.at_level(logging.WARNING, "harness.reference_rp"):
        response = stage.sign_in(code=None, error="access_denied\r\nforged", error_description="x")
    (record,) = caplog.records
    line = record.getMessage()
    reference = response.text.partition('data-reference="')[2].partition('"')[0]

    assert f"check=idp_error reference={reference}" in line
    assert 'organisation="acme-7f3" idp="okta"' in line
    assert "\n" not in line
