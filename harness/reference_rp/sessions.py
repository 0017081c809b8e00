"""Sessions: who is signed in here. Held on the server; the browser carries only the id in a cookie.

A session belongs to one account of one organisation in one region, and is good for nothing else.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

TOTAL = 10_000


@dataclass(slots=True, eq=False, weakref_slot=True)
class Session:
    """One signed-in browser.

    Attributes:
        roles: what the account could do when it signed in.
        sid: the issuer's session id, by which front- and back-channel logout name this session; may be empty.
        id_token: kept for "id_token_hint" at the issuer's logout endpoint.
        csrf: what every form of this session must carry.
        expires_at: seconds since the epoch.
        access_expires_at: when to use the refresh token, seconds since the epoch; None without one.
        logout_hint: the claim "login_hint", by which Entra knows whom to sign out.
        notice: a sentence shown in the workspace, for example that group membership is unknown.
    """

    id: str
    account_id: str
    organization_id: str
    region: str
    idp: str
    issuer: str
    client_id: str
    subject: str
    sid: str
    roles: tuple[str, ...]
    id_token: str = field(repr=False)
    csrf: str = field(repr=False)
    expires_at: float
    refresh_token: str = field(default="", repr=False)
    access_expires_at: float | None = None
    logout_hint: str = field(default="", repr=False)
    notice: str = ""


class Sessions:
    """All sessions, found by id."""

    def __init__(self) -> None:
        self._by_id: OrderedDict[str, Session] = OrderedDict()

    def add(self, session: Session) -> None:
        """Keep `session`; the oldest makes room."""
        while len(self._by_id) >= TOTAL:
            self._by_id.popitem(last=False)
        self._by_id[session.id] = session

    def find(self, session_id: str, now: float) -> Session | None:
        """The living session of `session_id`."""
        session = self._by_id.get(session_id)
        if session and session.expires_at <= now:
            del self._by_id[session_id]
            return None
        return session

    def drop(self, session_id: str) -> None:
        """Forget one session; unknown ids do nothing."""
        self._by_id.pop(session_id, None)

    def all(self) -> list[Session]:
        """Every session held, expired ones included."""
        return list(self._by_id.values())

    def clear(self) -> None:
        """Forget all."""
        self._by_id.clear()


def new_id(old: str) -> str:  # noqa: ARG001 - what the browser brought is known here, and never reused
    """The id of a session that begins now; always fresh, whatever the browser brought (session fixation)."""
    return secrets.token_urlsafe(32)


def begin(sessions: Sessions, session: Session, previous: Session | None) -> None:
    """Start `session` clean: nothing of the `previous` one of this browser lives on."""
    if previous:
        sessions.drop(previous.id)
    sessions.add(session)


def end(sessions: Sessions, session: Session) -> None:
    """End `session` here; its cookie is worth nothing from now on, wherever a copy of it lies."""
    sessions.drop(session.id)
