"""Advice: what a refusal means to the person who meets it, and what they, or their administrator, can do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """The texts of one kind of refusal, the HTTP status of its page, and the way on: its words and its address."""

    title: str
    person: str
    administrator: str = ""
    status: int = 400
    way: tuple[str, str] = ("Go to the sign-in page", "/sign-in")


_AGAIN = "Start again from the sign-in page."
_IDP = "Your identity provider and this app do not agree. Nobody has been signed in."
_TELL = "Try again in a few minutes. If it stays like this, give your administrator the reference below."

_HOME = ("Go to your workspace", "/workspace")
_REFUSED = "Your identity provider did not sign you in"

# Found by the longest name that the check's name starts with; behind a colon stands the provider's own "error".
TEXTS: dict[str, Advice] = {
    "": Advice("We could not sign you in", _AGAIN),
    "organisation": Advice(
        "No single sign-on under this name",
        "Check the organisation name: it is written in lower case and without spaces, for example acme. "
        "A colleague who is signed in finds it under Settings, Workspaces, Default Workspace.",
        "If you have just sent us your connection, wait for our confirmation that it is active.",
        way=("Enter another name", "/sign-in/organisation"),
    ),
    "connection": Advice(
        "Single sign-on is not active",
        "Your organisation's single sign-on is not switched on at the moment.",
        "Ask our support for the state of your connection.",
        403,
    ),
    "initiate": Advice("We do not know where this sign-in comes from", "Start from the sign-in page instead."),
    "discovery.unavailable": Advice("Your identity provider does not answer", _TELL),
    "discovery": Advice(
        "Your identity provider is set up differently here",
        "You have not been sent anywhere.",
        "Compare the issuer URL registered here with your identity provider's, character by character, "
        "including a slash at the end.",
    ),
    "state": Advice(
        "This sign-in is no longer under way",
        "It took too long, was finished already, or was begun in another browser. " + _AGAIN,
    ),
    "callback.tenant": Advice("This answer belongs to another sign-in", _AGAIN),
    "idp_error": Advice(
        _REFUSED,
        "If you cancelled, you can start again. Otherwise your account may not be assigned to this app.",
        "Check that the person, or one of their groups, is assigned to this app.",
    ),
    "idp_error:consent_required": Advice(
        _REFUSED,
        "It wants consent for this app first, yours or your administrator's. " + _AGAIN,
        "Grant this app's permissions once for everybody in your organisation.",
    ),
    "idp_error:interaction_required": Advice(_REFUSED, "It has a question for you first. " + _AGAIN),
    "idp_error:login_required": Advice(_REFUSED, "You are not signed in there. " + _AGAIN),
    "idp_error:account_selection_required": Advice(_REFUSED, "It has to know which of your accounts to use. " + _AGAIN),
    "idp_error:server_error": Advice("Your identity provider is in trouble", _TELL),
    "idp_error:temporarily_unavailable": Advice("Your identity provider is in trouble", _TELL),
    **{
        f"idp_error:{error}": Advice(
            "Your identity provider does not accept this app's request",
            "There is nothing you can do about it yourself; please tell your administrator.",
            "Compare the app's registration with the set-up guide: redirect URI, grant type Authorization Code, scopes, "
            "and whether the app is switched on.",
        )
        for error in ("invalid_request", "invalid_scope", "unauthorized_client", "unsupported_response_type")
    },
    "token_endpoint.unavailable": Advice("Your identity provider does not answer", _TELL),
    "token_endpoint.invalid_client": Advice(
        "Your identity provider does not accept this app",
        "There is nothing you can do about it yourself; please tell your administrator.",
        "The client secret may have expired, or its ID was entered instead of its value, or the app is registered with "
        "another client authentication method. Send support a new secret.",
    ),
    "token_endpoint.invalid_grant": Advice("This sign-in has expired", "Its code was used or is too old. " + _AGAIN),
    "token_endpoint": Advice("Your identity provider's answer was not usable", _TELL),
    "id_token.exp": Advice("Your identity provider's clock and ours differ", _TELL),
    "id_token": Advice(
        "We cannot trust this answer", _IDP, "Send support the code and the reference below; both name what was wrong."
    ),
    "jwks": Advice("Your identity provider does not answer", _TELL),
    "userinfo.unavailable": Advice("Your identity provider does not answer", _TELL),
    "userinfo": Advice("We cannot trust this answer", _IDP),
    "tenant": Advice(
        "This account is from another organisation",
        "Sign in with the account of the organisation you entered.",
        status=403,
    ),
    "account.not_invited": Advice(
        "You have not been invited yet",
        "Your organisation admits people by invitation. Ask an administrator of your workspace to invite you with the "
        "address your identity provider has for you.",
        status=403,
    ),
    "account.disabled": Advice(
        "Your access has been switched off",
        "An administrator of your workspace has switched off your access. Ask them if you need it.",
        status=403,
    ),
    "session.tenant": Advice(
        "You are signed in to another organisation",
        "Sign out first, then sign in to the other organisation.",
        status=403,
        way=_HOME,
    ),
    "form": Advice("This form is out of date", "Go back, reload the page and send it again.", way=_HOME),
    "role": Advice("This page is for administrators", "Ask an administrator of your workspace.", status=403, way=_HOME),
}


def of(check: str, idp_error: str = "") -> Advice:
    """The texts for `check`, and for the provider's own "error" where that says more."""
    return TEXTS[max((name for name in TEXTS if f"{check}:{idp_error}".startswith(name)), key=len)]
