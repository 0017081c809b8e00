"""Browser sessions at an issuer: who is signed in there, so that a second login can pass silently."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mock_idps.core.grants import Authentication


@dataclass(slots=True)
class Session:
    """One browser's session at an issuer; several people may be signed in at once.

    `apps` remembers the client ids that were given a code in it, for front- and back-channel logout.
    """

    id: str
    authentications: list[Authentication] = field(default_factory=list)
    apps: dict[str, str] = field(default_factory=dict)

    def add(self, authentication: Authentication) -> None:
        """Sign a person in; a second sign-in of the same person replaces the first."""
        self.authentications = [it for it in self.authentications if it.person.id != authentication.person.id]
        self.authentications.append(authentication)


@dataclass(slots=True)
class Sessions:
    """All sessions of one issuer service, by the value of its session cookie."""

    by_cookie: dict[str, Session] = field(default_factory=dict)

    def find(self, cookie: str | None) -> Session | None:
        """The session behind a cookie value, or None."""
        return self.by_cookie.get(cookie or "")

    def open(self, cookie: str, session_id: str) -> Session:
        """Start a session under a new cookie value."""
        session = Session(session_id)
        self.by_cookie[cookie] = session
        return session

    def end(self, cookie: str | None) -> Session | None:
        """End the session behind a cookie value and return it, or None when there was none."""
        return self.by_cookie.pop(cookie or "", None)
