"""Rate limits: at most so many requests of one kind in one span of time, and the headers that tell.

Source: developer.okta.com/docs/reference/rl2-client-based/ (60 requests a minute at /authorize per client, address and device
cookie) and developer.okta.com/docs/reference/rl2-limits/ (4 tokens a second per person); the headers: a trial org's exchange of
September 2026. Off by default, which is a rehearsal's need and not Okta's default: every login of a test run comes from one
address and would stand in one bucket. The tenant's switch `rate_limits` turns limits on: a mapping with any of
`authorize_per_minute` (Okta: 60), `token_per_minute` (Okta: by contract) and `token_per_person_and_second` (Okta: 4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal
from mock_idps.okta import memory

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.service import Service

MINUTE = 60
TOKEN_LIMIT = 1000
"""Requests a minute at /token that the headers show where nothing is set, as captured."""


def authorize(service: Service, request: Request, tenant: Tenant, client_id: str) -> None:
    """Count a request at /authorize.

    Raises:
        Refusal: "rate_limited".
    """
    limit = _limit(tenant, "authorize_per_minute")
    if limit is None:
        return
    address = request.client.host if request.client else ""
    bucket = f"authorize {client_id} {address} {request.cookies.get('DT', '')}"
    if _count(service, bucket, MINUTE) > limit:
        raise Refusal("rate_limited", limit=str(limit))


def token(service: Service, tenant: Tenant) -> None:
    """Count a request at /token.

    Raises:
        Refusal: "rate_limited".
    """
    limit = _limit(tenant, "token_per_minute")
    seen = _count(service, f"token {tenant.id}", MINUTE)
    if limit is not None and seen > limit:
        raise Refusal("rate_limited", limit=str(limit))


def token_of(service: Service, tenant: Tenant, person: Person) -> None:
    """Count a token for a person.

    Raises:
        Refusal: "person_rate_limited".
    """
    limit = _limit(tenant, "token_per_person_and_second")
    if limit is not None and _count(service, f"person {person.id}", 1) > limit:
        raise Refusal("person_rate_limited")


def headers(service: Service, tenant: Tenant) -> dict[str, str]:
    """The headers of an answer of /token: limit, what remains, and when the minute is over (seconds since 1970)."""
    limit = _limit(tenant, "token_per_minute") or TOKEN_LIMIT
    _, used = memory.of(service).buckets.get(f"token {tenant.id}", (0, 0))
    return told(service, limit, max(limit - used, 0))


def told(service: Service, limit: int, remaining: int) -> dict[str, str]:
    """The three headers of a rate limit."""
    return {
        "X-Rate-Limit-Limit": str(limit),
        "X-Rate-Limit-Remaining": str(remaining),
        "X-Rate-Limit-Reset": str((service.now() // MINUTE + 1) * MINUTE),
    }


def _limit(tenant: Tenant, name: str) -> int | None:
    found = tenant.settings.get("rate_limits", {}).get(name)
    return None if found is None else int(found)


def _count(service: Service, bucket: str, span: int) -> int:
    """Count one request into a bucket, and say how many came in the present span of so many seconds."""
    window = service.now() // span
    buckets = memory.of(service).buckets
    started, count = buckets.get(bucket, (window, 0))
    buckets[bucket] = (window, count + 1 if started == window else 1)
    return buckets[bucket][1]
