"""How a login ended, as far as a browser saw it: the first look that recognises the end tells it."""

from __future__ import annotations

import re

from harness.diagnosis.diagnose import Finding, diagnose
from harness.evidence.account import Account
from harness.evidence.hop import Hop
from harness.evidence.login import REDIRECTS, Login
from harness.reference_rp import checks

_FAILURE = re.compile(
    r"^\W*(?:error|oops|sorry)\b|\ban error\b|\berror[:!]|went wrong|could(?: not|n.t) |(?:sign|log)-?in failed|access denied"
    r"|not allowed|\binvalid\b|fehler|erreur|\berror[ei]?\b:|\bfout\b|błąd|エラー|错误|오류|ошибка",
    re.IGNORECASE,
)
_STATUS_WORDS = re.compile(
    r"\b(?:internal server error|bad gateway|service unavailable|gateway time-?out|bad request|unauthorized|forbidden|not found)\b",
    re.IGNORECASE,
)
"""What servers say of a status in any app's name: an IdP's error of the same words is not meant."""

_SIGN_IN_PATH = re.compile(r"/(?:sign|log)[-_]?in\b|/auth/?$|/sso/?$", re.IGNORECASE)

ERRORS = frozenset(
    """access_denied account_selection_required consent_required interaction_required invalid_request invalid_request_object
    invalid_request_uri invalid_scope login_required registration_not_supported request_not_supported request_uri_not_supported
    server_error temporarily_unavailable unauthorized_client unsupported_response_type unmet_authentication_requirements
    invalid_client invalid_grant invalid_resource unsupported_response_mode""".split()  # noqa: SIM905 - a long list reads better as text
)
"""Error codes of an authorization response that a repro may repeat (RFC 6749, OIDC Core 1.0, vendors'): anybody's, and no person's."""


def look(account: Account, login: Login) -> None:
    """Tell how a login ended."""
    for tell in (_loop, _app_refused, _idp_refused, _token_refused, _app_broke, _unanswered, _stayed, _went_well):
        if tell(account, login):
            return


def _loop(account: Account, login: Login) -> bool:
    if not login.loops:
        return False
    account.hop = "app, after the callback"
    account.happened = f"the app sent the browser to the IdP again and again ({login.again + 1} times)"
    words = "endless login loop redirected you too many times"
    account.findings += diagnose(words, vendor="entra" if account.form_post else "")
    return True


def _app_refused(account: Account, login: Login) -> bool:
    """The app's error page names its check; the IdP's own error, where there is one, says more."""
    if not login.check:
        return False
    known = login.check in checks.ORDER
    account.hop = "callback at the app" if login.answered else "the app"
    account.end, account.check = ("refused", login.check) if known else ("", "")
    account.happened = f'the app\'s check "{login.check}" refused' if known else "a check of the app's own refused"
    if login.error:
        _idp_error(account, login)
    account.findings += diagnose(login.check) if known else account.surely(_text(login.app_page))
    account.steps = _steps(login)
    return True


def _idp_refused(account: Account, login: Login) -> bool:
    if not login.error:
        return False
    account.hop, account.end, account.check = "callback at the app", "refused", "idp_error"
    account.happened = "the IdP sent the browser back with an error"
    _idp_error(account, login)
    return True


def _idp_error(account: Account, login: Login) -> None:
    code = login.answered.parameters.get("error", "") if login.answered else ""
    account.answer = code if code in ERRORS or not code else "access_denied"
    if account.answer != code:
        account.notes.append('the error code is one of the IdP\'s own; the repro says "access_denied" in its place')
    account.refused_with(login.error, "redirect")


def _token_refused(account: Account, login: Login) -> bool:
    """An app without a server redeems the code in the browser, where the answer shows."""
    if login.redeemed is None or login.redeemed.status < 400:  # noqa: PLR2004 - HTTP's own line
        return False
    account.refused_with(login.redeemed.page.told or "invalid_request", "body")
    best = account.findings[0].entry if account.findings else None
    error = best.error if best else ""
    account.hop = "token endpoint, asked by the browser itself"
    account.happened = "the IdP refused the token request"
    known = error if error in {"invalid_client", "invalid_grant"} else "error"
    account.end, account.check = "refused", f"token_endpoint.{known}"
    return True


def _app_broke(account: Account, login: Login) -> bool:
    if not login.broken:
        return False
    account.hop, account.happened = "callback at the app", f"the app answered {login.broken}"
    account.findings += _of_the_app(account, login)
    if login.broken == 431 and not account.findings:  # noqa: PLR2004 - RFC 6585
        account.findings += account.surely("431 Request Header Fields Too Large")
    if not account.findings:
        account.unseen.append("why the app failed: its log of that minute says it")
    return True


def _of_the_app(account: Account, login: Login) -> list[Finding]:
    """What the app's own answers say of the cause: JSON first, then the words of its pages."""
    told = [hop.page.told for hop in login.after if reads_like_a_failure(hop)]
    shown = [hop.text for hop in reversed(login.after) if reads_like_a_failure(hop)]
    return [it for text in (*told, *shown) for it in account.surely(_STATUS_WORDS.sub(" ", text))]


def _unanswered(account: Account, login: Login) -> bool:
    """The browser gave up on the app: no network, no certificate, a blocked request."""
    hop = login.unanswered
    if hop is None or (login.app_page is not None):
        return False
    account.hop = "callback at the app"
    account.happened = f"the browser got no answer from the app ({hop.failed})"
    account.unseen.append("why the app did not answer: its network, certificate or a blocker in the browser")
    return True


def _stayed(account: Account, login: Login) -> bool:
    if login.answered is not None:
        return False
    if not login.at_idp and not account.hars:
        account.hop = "authorization request"
        account.happened = "a login was begun; how it went on is not in the evidence"
        return True
    account.end, account.hop = "stays at the issuer", "a page of the IdP"
    account.happened = "the browser stayed at the IdP; the app never heard of it"
    for text in _told_at_the_idp(login):
        if found := account.surely(text, place="page"):
            account.error = found[0].entry.id
            account.findings += found
            break
    else:
        account.unseen.append(
            "the text of the IdP's last page" if login.last_page is None else "an error on the IdP's last page"
        )
    return True


def _told_at_the_idp(login: Login) -> list[str]:
    """Texts of the IdP that may be an error, the likeliest first: parameters of its error page, scripts, answers, words."""
    hops = [hop for hop in (login.asked, *login.at_idp) if hop][::-1]
    addressed = [
        " ".join(value for name, value in hop.parameters.items() if name.startswith("error")) for hop in hops[:3]
    ]
    return [text for text in (*addressed, *(hop.page.told for hop in hops), *(hop.text for hop in hops)) if text]


def _went_well(account: Account, login: Login) -> bool:
    last = login.app_page or (login.after[-1] if login.after else None)
    if last is None or (not last.status and not last.text):
        account.hop = "callback at the app"
        account.happened = "the IdP sent a code; what the app made of it is not in the evidence"
        return True
    account.hop, account.happened = "after the callback", "the IdP answered with a code and the app went on"
    first = next((hop for hop in login.after if hop.text and hop.status not in REDIRECTS), last)
    if _SIGN_IN_PATH.search(first.path) and first is not login.answered:
        account.end, account.happened = "not signed in", "the app took the answer and showed its sign-in page again"
        account.findings += diagnose("signed in, but shown the login page until reload")[:1]
        return True
    failed = [hop for hop in (last, *login.after) if reads_like_a_failure(hop) and (hop is last or hop.page.told)]
    if not failed:
        account.end = "signed in"
        return True
    account.findings += _of_the_app(account, login)
    account.happened = "the IdP answered with a code; what the app shows then reads like a failure"
    return True


def reads_like_a_failure(hop: Hop) -> bool:
    """Whether a page is an error page: it is answered as one, or says so near its beginning."""
    return hop.status >= 400 or bool(_FAILURE.search(f"{hop.text[:1500]}"))  # noqa: PLR2004 - HTTP's own line


def _steps(login: Login) -> tuple[str, ...]:
    """What the person is seen to do, where that explains the refusal."""
    if login.bare:
        return ("opens_the_callback",)
    if login.answered is not None and login.answered.repeated:
        return ("signs_in_up_to_the_callback", "delivers_with_a_repeated_state")
    return ()


def _text(hop: Hop | None) -> str:
    return f"{hop.page.told} {hop.text}" if hop else ""
