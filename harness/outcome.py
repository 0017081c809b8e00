"""How a login can end: what a scenario expects, and what was observed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The app shows `person` as signed in; at path `at` when the place matters."""

    person: str = "alice"
    at: str | None = None

    def __str__(self) -> str:
        return f"{self.person} is signed in" + (f" at {self.at}" if self.at else "")


@dataclass(frozen=True, slots=True)
class Refused:
    """The app refused, and `check` is the check that did; nobody is signed in."""

    check: str

    def __str__(self) -> str:
        return f'refused by "{self.check}"'


@dataclass(frozen=True, slots=True)
class AtIssuer:
    """The browser stays on a page of the issuer; the app never hears of it, nobody is signed in."""

    def __str__(self) -> str:
        return "stays at the issuer, nobody signed in"


@dataclass(frozen=True, slots=True)
class NotSignedIn:
    """The browser is at the app, no check refused, and nobody is signed in; at path `at` when the place matters."""

    at: str | None = None

    def __str__(self) -> str:
        return "nobody is signed in" + (f", at {self.at}" if self.at else "")


Expected = SignedIn | Refused | AtIssuer | NotSignedIn
"""The closed set of ends that a scenario can expect."""


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen at the end.

    `url` is where the browser came to rest, `at_app` whether that is an address of the app, `at_issuer` whether it is one of an
    issuer, `person` the login of who is
    signed in at the app ("" for nobody), `check` the code of the check that refused ("" for none), `broken` what must
    never happen whatever was expected: a 5xx answer, a redirect loop, a page that never came to rest. `words` is what an
    app without check codes shows where nobody is signed in. `begun_anew` says that
    the app, instead of taking the last answer it was brought, began a login of its own, and `person` is who that signed in.
    `answered` is the error with which the issuer sent the browser back, for an app that shows it to nobody.
    """

    url: str
    at_app: bool
    at_issuer: bool = False
    person: str = ""
    check: str = ""
    account: dict[str, object] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    words: str = ""
    begun_anew: bool = False
    answered: str = ""

    def __str__(self) -> str:
        if self.broken:
            return "; ".join(self.broken)
        if self.person:
            return f"{self.person} is signed in, at {self.url}"
        if self.check:
            return f'refused by "{self.check}", at {self.url}'
        said = f", where the page says {self.words}" if self.words else ""
        why = f"; the IdP had answered {self.answered}" if self.answered else ""
        return f"nobody is signed in, at {self.url}{said}{why}"
