"""Sessions of a browser at an org: one per host, kept in the cookie of the org's engine.

Sources: developer.okta.com/docs/guides/oie-upgrade-sessions-api/main/ (Identity Engine: `idx`), Okta's recordings
(Classic: `sid`), github.com/okta/okta-developer-docs/pull/1737 (a session is per domain). The default life is two hours, by an org's
policy (`session_seconds`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.sessions import Session

SESSION_LIVES = 7200
"""Seconds from the sign-in on; the org's policy may say otherwise (`session_seconds`)."""
DEVICE_LIVES = 63_072_000
"""Seconds: the device cookie `DT` lasts two years."""


def cookie_name(tenant: Tenant) -> str:
    """The session cookie of the org's engine."""
    return "sid" if is_classic(tenant) else "idx"


def is_classic(tenant: Tenant) -> bool:
    """Whether the org runs the Classic engine (`sign_in`: "gen2" by default, "gen3", "classic")."""
    return bool(tenant.settings.get("sign_in", "gen2") == "classic")


def find(service: Service, request: Request, tenant: Tenant) -> Session | None:
    """The browser's live session at this org, or None; one of a person who may no longer sign in does not count."""
    session = service.sessions.find(request.cookies.get(cookie_name(tenant)))
    if session is None or not session.authentications:
        return None
    held = session.authentications[-1]
    age = service.now() - held.at
    alive = age < tenant.settings.get("session_seconds", SESSION_LIVES) and held.person.state == "active"
    return session if alive and held.tenant is tenant else None


def start(service: Service, authentication: Authentication, response: Response) -> Session:
    """Start a session for whoever signed in, and hand its cookie to the browser."""
    tenant = authentication.tenant
    value = "102" + service.token(22) if is_classic(tenant) else service.token(64)
    session = service.sessions.open(value, "102" + service.token(22))
    authentication.session = session.id
    session.add(authentication)
    set_cookie(response, cookie_name(tenant), value)
    if is_classic(tenant):
        set_cookie(response, "t", "default", http_only=False)
        set_cookie(response, f"proximity_{service.random.randbytes(16).hex()}", service.token(43), max_age=DEVICE_LIVES)
    else:
        set_cookie(response, "xids", "102" + service.token(22))
    return session


def name_device(service: Service, request: Request, response: Response) -> None:
    """Give a browser its device cookie and a server-side session, as every sign-in page does."""
    if "DT" not in request.cookies:
        set_cookie(response, "DT", "DI1" + service.token(22), max_age=DEVICE_LIVES)
    if "JSESSIONID" not in request.cookies:
        response.headers.append("set-cookie", f"JSESSIONID={service.random.randbytes(16).hex().upper()}; {_PLAIN}")


def end(service: Service, request: Request, tenant: Tenant, response: Response) -> Session | None:
    """End the browser's session and clear its cookies."""
    name = cookie_name(tenant)
    for cleared in (name, "xids" if name == "idx" else "t"):
        response.headers.append("set-cookie", f'{cleared}=""; Max-Age=0; {_PLAIN}; SameSite=None')
    return service.sessions.end(request.cookies.get(name))


_PLAIN = "Path=/; Secure; HttpOnly"


def set_cookie(
    response: Response, name: str, value: str, *, max_age: int | None = None, http_only: bool = True
) -> None:
    """Set one cookie of the org; SameSite=None, for apps ask silently from a frame. `max_age` is in seconds."""
    life = "" if max_age is None else f"Max-Age={max_age}; "
    hidden = "; HttpOnly" if http_only else ""
    response.headers.append("set-cookie", f"{name}={value}; {life}Path=/; Secure{hidden}; SameSite=None")
