"""One login as a browser sees it, from the authorization request to what the app made of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from harness.evidence import recognition
from harness.evidence.hop import Hop
from harness.evidence.recognition import Idp

SERVER_ERROR = 500
REDIRECTS = range(300, 400)
LOOP = 2
"""Further logins that began by themselves, from which on it is a loop: one may be an app that tries once more."""

_TOO_MANY = frozenset({"ERR_TOO_MANY_REDIRECTS", "NS_ERROR_REDIRECT_LOOP"})


@dataclass(slots=True)
class Login:
    """One login.

    `asked` is None where the HAR begins later; `answered` is the authorization response, `after` what the app did with it;
    `redeemed` is a token request that the browser itself sent (an app without a server); `again` counts further logins that began
    without a person doing anything, `delivered` how often the answer reached the app.
    """

    asked: Hop | None = None
    at_idp: list[Hop] = field(default_factory=list)
    answered: Hop | None = None
    after: list[Hop] = field(default_factory=list)
    redeemed: Hop | None = None
    again: int = 0
    delivered: int = 0

    @property
    def idp(self) -> Idp:
        """The IdP, by the address asked, else by the callback's name; "generic" for one that has no mock of its own."""
        for hop in [self.asked, *self.at_idp]:
            if hop and (found := recognition.idp(hop.url)):
                return found
        named = self._app[0]
        return Idp(named) if named or self.asked is None else Idp("generic", "an IdP at a host of its own")

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
        if told.get("error_subcode"):
            return f"error={told['error']} error_subcode={told['error_subcode']}"
        return told["error"]

    @property
    def token(self) -> str:
        """An ID token that passed through the browser, in the compact form; "" for none."""
        for hop in (self.redeemed, self.answered, *reversed(self.after)):
            if hop and (found := hop.parameters.get("id_token") or hop.page.token):
                return found
        return ""

    @property
    def check(self) -> str:
        """The check that the app's error page names."""
        return next((hop.check for hop in reversed(self.after) if hop.check), "")

    @property
    def broken(self) -> int:
        """The status of an answer of the app that no app should give; 0 for none."""
        return next((hop.status for hop in self.after if hop.status >= SERVER_ERROR or hop.status in _TOO_LARGE), 0)

    @property
    def silent(self) -> bool:
        """Whether the app asked not to show a page: such a request may fail without anybody being the wiser."""
        return bool(self.asked and self.asked.parameters.get("prompt") == "none")

    @property
    def bare(self) -> bool:
        """Whether a callback was opened with nothing in its address, outside of any login."""
        alone = self.asked is None and self.answered is None and bool(self.after)
        return alone and recognition.is_callback(self.after[0])

    @property
    def loops(self) -> bool:
        """Whether the browser was sent round and round."""
        hops = [hop for hop in (self.asked, *self.at_idp, *self.after) if hop]
        return self.again >= LOOP or any(hop.failed in _TOO_MANY for hop in hops)

    @property
    def failed(self) -> bool:
        """Whether something went wrong that can be seen here."""
        refused = self.redeemed is not None and self.redeemed.status >= 400  # noqa: PLR2004 - HTTP's own line
        return bool(self.error or self.check or self.broken or self.loops or refused)

    @property
    def last_page(self) -> Hop | None:
        """The last page of the IdP that has something to read."""
        return next((hop for hop in reversed(self.at_idp) if hop.text and hop.status not in REDIRECTS), None)

    @property
    def app_page(self) -> Hop | None:
        """The last page of the app that has something to read, after the answer."""
        return next((hop for hop in reversed(self.after) if hop.text and hop.status not in REDIRECTS), None)

    @property
    def unanswered(self) -> Hop | None:
        """The last request to the app that got no answer at all."""
        return next((hop for hop in reversed(self.after) if hop.status == 0 and hop.failed), None)


_TOO_LARGE = frozenset({413, 414, 431})
