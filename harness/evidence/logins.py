"""The logins of a HAR: from the authorization request over the IdP's pages and the answer to what the app made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from harness.evidence import recognition
from harness.evidence.hop import Hop
from harness.evidence.recognition import Idp

SERVER_ERROR = 500
REDIRECTS = range(300, 400)
LOOP = 4
"""Authorization requests of one client without anybody stopping in between, from which on it is a loop."""


@dataclass(slots=True)
class Login:
    """One login.

    `asked` is None where the HAR begins later; `answered` is the authorization response, `after` what the app did with it;
    `again` counts further logins that began without a person doing anything.
    """

    asked: Hop | None = None
    at_idp: list[Hop] = field(default_factory=list)
    answered: Hop | None = None
    after: list[Hop] = field(default_factory=list)
    again: int = 0

    @property
    def idp(self) -> Idp:
        """The IdP, by the address asked, else by the callback's name."""
        for hop in [self.asked, *self.at_idp]:
            if hop and (found := recognition.idp(hop.url)):
                return found
        return Idp(self._app[0])

    @property
    def region(self) -> str:
        """The product's region; "" where no address of the product is there."""
        return self._app[1]

    @property
    def _app(self) -> tuple[str, str]:
        urls = [self.asked.parameters.get("redirect_uri", "")] if self.asked else []
        urls += [hop.url for hop in (self.answered, *self.after) if hop]
        found = [recognition.app(url) for url in urls]
        return next((it[0] for it in found if it[0]), ""), next((it[1] for it in found if it[1]), "")

    @property
    def error(self) -> str:
        """The error in the authorization response, with its description or else as parameters; "" for none."""
        told = self.answered.parameters if self.answered else {}
        if "error" not in told:
            return ""
        if told.get("error_description"):
            return f"{told['error']} {told['error_description']}"
        return " ".join(f"{name}={told[name]}" for name in ("error", "error_subcode") if told.get(name))

    @property
    def check(self) -> str:
        """The check that the app's error page names."""
        return next((hop.check for hop in reversed(self.after) if hop.check), "")

    @property
    def broken(self) -> int:
        """The status of an answer of the app that no app should give; 0 for none."""
        return next((hop.status for hop in self.after if hop.status >= SERVER_ERROR), 0)

    @property
    def failed(self) -> bool:
        """Whether something went wrong that can be seen here."""
        return bool(self.error or self.check or self.broken or self.again or self.answered is None)

    @property
    def last_page(self) -> Hop | None:
        """The last page of the IdP that has something to read."""
        return next((hop for hop in reversed(self.at_idp) if hop.text and hop.status not in REDIRECTS), None)


def logins(hops: Sequence[Hop]) -> list[Login]:
    """The logins in the order in which they began."""
    found: list[Login] = []
    for hop in hops:
        if recognition.asks(hop) and not (found and _same(found[-1], hop)):
            if found and _loops(found[-1], hop):
                found[-1].again += 1
                found[-1].answered, found[-1].after = None, []
                found[-1].asked = hop
                continue
            found.append(Login(asked=hop))
        elif recognition.answers(hop):
            _answered(found, hop)
        elif found:
            _belongs(found[-1], hop)
    return found


def _same(login: Login, hop: Hop) -> bool:
    """Whether a request is the same login's, sent on within the IdP."""
    if login.asked is None or login.answered is not None:
        return False
    return login.asked.parameters.get("state") == hop.parameters.get("state")


def _loops(login: Login, hop: Hop) -> bool:
    """Whether a login begins by itself: the app's only answer to the one before was a redirect."""
    if login.asked is None or login.asked.parameters.get("client_id") != hop.parameters.get("client_id"):
        return False
    return bool(login.answered) and all(it.status in REDIRECTS for it in (login.answered, *login.after) if it)


def _answered(found: list[Login], hop: Hop) -> None:
    state = hop.parameters.get("state", "")
    login = next((it for it in reversed(found) if it.asked and it.asked.parameters.get("state") == state), None)
    if login is None or login.answered is not None:
        login = Login() if not found or found[-1].answered is not None else found[-1]
        if login not in found:
            found.append(login)
    login.answered = hop
    login.after.append(hop)


def _belongs(login: Login, hop: Hop) -> None:
    if login.answered is None:
        asked_there = login.asked is not None and hop.host == login.asked.host
        if asked_there or recognition.idp(hop.url):
            login.at_idp.append(hop)
    elif hop.host == login.answered.host:
        login.after.append(hop)


def chosen(found: Sequence[Login], number: int = 0) -> Login | None:
    """The login to look at: the one asked for (from 1), else the last that failed, else the last."""
    if number:
        return found[number - 1] if number <= len(found) else None
    failed = [login for login in found if login.failed]
    return failed[-1] if failed else found[-1] if found else None
