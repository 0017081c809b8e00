"""The logins of a HAR: from the authorization request over the IdP's pages and the answer to what the app made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harness.evidence import recognition
from harness.evidence.hop import Hop, parameters
from harness.evidence.login import REDIRECTS, Login


def logins(hops: Sequence[Hop]) -> list[Login]:
    """The logins in the order in which they began."""
    found: list[Login] = []
    for hop in hops:
        if recognition.redeems(hop):
            _redeemed(found, hop)
        elif recognition.asks(hop) and not (found and (_same(found[-1], hop) or _inner(found[-1], hop))):
            _begun(found, hop)
        elif recognition.answers(hop) or (found and _arrives(found[-1], hop)):
            _answered(found, hop)
        elif found and not (hop.check and found[-1].app_page) and _belongs(found[-1], hop):
            continue
        elif hop.check:
            # The app refused before anybody was sent anywhere, or outside of a login.
            found.append(Login(after=[hop]))
    for login in found:
        if login.answered is None:
            _from_redirect(login)
    return found


def _begun(found: list[Login], hop: Hop) -> None:
    if found and _by_itself(found[-1], hop):
        found[-1].again += 1
        found[-1].answered, found[-1].after = None, []
        found[-1].asked = hop
        return
    found.append(Login(asked=hop))


def _same(login: Login, hop: Hop) -> bool:
    """Whether a request is the same login's, sent on within the IdP."""
    if login.asked is None or login.answered is not None:
        return False
    same = login.asked.parameters.get("state") == hop.parameters.get("state")
    if same:
        login.at_idp.append(hop)
    return same


def _inner(login: Login, hop: Hop) -> bool:
    """Whether a request is the IdP's own, to another IdP that stands behind it: its answer goes to the IdP."""
    if login.asked is None or login.answered is not None:
        return False
    goes_to = Hop("GET", hop.parameters.get("redirect_uri", ""), 0)
    return goes_to.host == login.asked.host or recognition.idp(goes_to.url) is not None


def _by_itself(login: Login, hop: Hop) -> bool:
    """Whether a login begins by itself: the app's only answer to the one before was a redirect."""
    if login.asked is None or login.asked.parameters.get("client_id") != hop.parameters.get("client_id"):
        return False
    return bool(login.answered) and all(it.status in REDIRECTS for it in (login.answered, *login.after) if it)


def _arrives(login: Login, hop: Hop) -> bool:
    """Whether this is the answer although nothing of it is told: a request of the very redirect URI (Safari omits posted fields)."""
    if login.asked is None or login.answered is not None:
        return False
    return bool(hop.path) and hop.url.partition("?")[0] == login.asked.parameters.get("redirect_uri")


def _answered(found: list[Login], hop: Hop) -> None:
    state = hop.parameters.get("state")
    login = next((it for it in reversed(found) if it.asked and it.asked.parameters.get("state") == state), None)
    if login is None:
        # The state is another one than was asked with, or the HAR begins after the request.
        open_one = found[-1] if found and found[-1].answered is None and found[-1].asked else None
        login = open_one or next((it for it in reversed(found) if _is_the_same_answer(it, hop)), None) or Login()
        if login not in found:
            found.append(login)
    login.delivered += 1
    if login.answered is None:
        login.answered = hop
    login.after.append(hop)


def _is_the_same_answer(login: Login, hop: Hop) -> bool:
    return login.answered is not None and login.answered.parameters == hop.parameters


def _redeemed(found: list[Login], hop: Hop) -> None:
    """A token request of the browser's: it belongs to the login that was answered last."""
    login = next((it for it in reversed(found) if it.answered is not None), None)
    if login is not None and hop.method != "OPTIONS":
        login.redeemed = hop


def _belongs(login: Login, hop: Hop) -> bool:
    """Add a request to the login it follows, where it has to do with it."""
    known = recognition.idp(hop.url) is not None
    if login.answered is None:
        asked_there = login.asked is not None and hop.host == login.asked.host
        if (asked_there or known) and login.asked is not None:
            login.at_idp.append(hop)
            return True
    elif not known and _of_the_app(login, hop):
        login.after.append(hop)
        return True
    return False


def _of_the_app(login: Login, hop: Hop) -> bool:
    """Whether a request after the answer is the app's: its host, one beside it, or where it sent the browser."""
    if login.answered is None:
        return False
    home = login.answered.host.split(".")[-2:]
    return hop.host.split(".")[-2:] == home or bool(login.after and login.after[-1].target == hop.url)


def _from_redirect(login: Login) -> None:
    """Where the IdP sent the browser to the app and the HAR does not show it arrive, the redirect holds the answer."""
    for hop in (login.asked, *reversed(login.at_idp)):
        told = parameters(hop.target) if hop else {}
        if hop and {"code", "error", "id_token"} & set(told) and recognition.answers(Hop("GET", hop.target, 0)):
            login.answered = replace(
                hop, url=hop.target, method="GET", status=0, form={}, location="", page=type(hop.page)()
            )
            return


def chosen(found: Sequence[Login], number: int = 0) -> Login | None:
    """The login to look at: the one asked for (from 1), else the last that failed, else the last one.

    Requests with prompt=none count only where there is nothing else: a browser app tries one silently before each login.
    """
    if number:
        return found[number - 1] if number <= len(found) else None
    seen = [login for login in found if not login.silent] or list(found)
    failed = [login for login in seen if login.failed]
    answered = [login for login in seen if login.answered is not None]
    if seen and seen[-1].answered is None and not failed:
        return seen[-1]
    return next(iter([*failed[-1:], *answered[-1:], *seen[-1:]]), None)
