"""Cookies: one for the session, one that binds logins to the browser that began them. Small, opaque, host-only.

The "__Host-" prefix keeps sibling hosts from planting them (RFC 6265bis, 4.1.3.2); it needs https, so on a plain http origin
(a rehearsal on loopback) prefix and Secure are left out.
"""

import secrets
from typing import Any

from fastapi import Request, Response

from .configuration import Region
from .sessions import Session

SESSION = "session"
LOGIN = "login"
# A form_post answer is a cross-site POST, which carries no Lax cookie; that login has its own cookie, SameSite=None.
LOGIN_BY_POST = "login-by-post"


def name(kind: str, region: Region) -> str:
    """The cookie's full name."""
    return f"__Host-{kind}" if region.origin.startswith("https:") else kind


def attributes(kind: str, region: Region) -> dict[str, Any]:
    """Flags and scope of the cookie `kind`, used alike to set and to delete it."""
    secure = region.origin.startswith("https:")
    same_site = "none" if kind == LOGIN_BY_POST and secure else "lax"
    return {"path": "/", "secure": secure, "httponly": True, "samesite": same_site}


def login_kind(response_mode: str | None) -> str:
    """Which cookie binds a login whose answer comes back by `response_mode`."""
    return LOGIN_BY_POST if response_mode == "form_post" else LOGIN


def read(request: Request, kind: str, region: Region) -> str:
    """The value of the cookie `kind`; empty when there is none or it is absurdly long."""
    value = request.cookies.get(name(kind, region), "")
    return value if len(value) <= 200 else ""  # noqa: PLR2004 - ours have 43 characters; anything long is not ours


def new_browser() -> str:
    """A value that stands for this browser while it has logins under way."""
    return secrets.token_urlsafe(32)


def bind_browser(response: Response, browser: str, response_mode: str | None, region: Region) -> None:
    """Bind logins to this browser (RFC 6749, 10.12); one cookie serves all of them, so none piles up."""
    kind = login_kind(response_mode)
    response.set_cookie(name(kind, region), browser, max_age=3600, **attributes(kind, region))


def set_session(response: Response, session: Session, region: Region) -> None:
    """Give the browser its session id; everything else stays on the server."""
    response.set_cookie(name(SESSION, region), session.id, **attributes(SESSION, region))


def clear_session(response: Response, region: Region) -> None:
    """Take the session id away, with the very attributes it was set with."""
    response.delete_cookie(name(SESSION, region), **attributes(SESSION, region))
