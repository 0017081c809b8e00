"""Claims of access tokens: v1.0 tokens for Microsoft Graph, v2.0 tokens for the app's own API.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference; a Graph token in
https://github.com/vouch/vouch-proxy/issues/314; an app-only token captured in github.com/calvinchengx/entra-emulator
e2e/differential/testdata/fixtures (2026-08-13). Members that were never captured with a meaning are left out.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mock_idps.entra import authority, claims, scopes

if TYPE_CHECKING:
    from mock_idps.core.model import AppRegistration, Claims, Tenant
    from mock_idps.entra.claims import Subject

GRAPH_CLIENT = "microsoft-graph"
"""Whose pairwise `sub` a Graph token carries: Graph's, not the app's."""


def _times(now: int, lives: int) -> Claims:
    iat = now - claims.BACKDATED
    return {"iat": iat, "nbf": iat, "exp": now + lives}


def graph(about: Subject, now: int, lives: int) -> Claims:
    """A delegated token for Microsoft Graph, always in v1.0 form; `lives` in seconds."""
    person = about.person
    names = [scope for scope in about.scope if scope not in scopes.OPENID]
    told: Claims = {
        "aud": scopes.GRAPH_ID,
        "iss": authority.issuer(about.tenant, "1.0").url,
        **_times(now, lives),
        "acct": int(authority.is_guest(person)),
        "acr": "1",
        "aio": about.opaque["aio"],
        "amr": ["pwd", *(["mfa"] if "mfa" in about.methods else [])],
        "app_displayname": about.app.name,
        "appid": about.app.client_id,
        "appidacr": "1",
        "family_name": person.family_name,
        "given_name": person.given_name,
        "idtyp": "user",
        "ipaddr": "203.0.113.7",
        "name": person.name,
        "oid": person.id,
        "platf": "14",
        "rh": about.opaque["rh"],
        "scp": " ".join([*(scope for scope in about.scope if scope in scopes.OPENID - {"offline_access"}), *names]),
        "sub": claims.pairwise(GRAPH_CLIENT, about.tenant, person),
        "tenant_region_scope": about.tenant.settings.get("region_scope", "WW"),
        "tid": about.tenant.id,
        "unique_name": person.login,
        "upn": claims.upn(about),
        "uti": about.opaque["uti"],
        "ver": "1.0",
        "xms_st": {"sub": claims.pairwise(about.app.client_id, about.tenant, person)},
    }
    return {name: value for name, value in told.items() if value != ""}


def own(about: Subject, now: int, lives: int) -> Claims:
    """A delegated token for the app's own API, in v2.0 form; `lives` in seconds."""
    person = about.person
    named = [scopes.split(scope)[1] for scope in about.scope if scopes.split(scope)[0] in scopes.own(about.app)]
    return {
        "aud": about.app.client_id,
        "iss": authority.issuer(about.tenant).url,
        **_times(now, lives),
        "aio": about.opaque["aio"],
        "azp": about.app.client_id,
        "azpacr": "1",
        "name": person.name,
        "oid": person.id,
        "preferred_username": claims.preferred_username(person),
        "rh": about.opaque["rh"],
        "scp": " ".join("access_as_user" if name == ".default" else name for name in named),
        "sub": claims.pairwise(about.app.client_id, about.tenant, person),
        "tid": about.tenant.id,
        "uti": about.opaque["uti"],
        "ver": "2.0",
    }


def app_only(tenant: Tenant, app: AppRegistration, opaque: Claims, now: int, lives: int) -> Claims:
    """A v2.0 token for an app without a person, for its own API: claim names as captured; `lives` in seconds.

    "oid" and "sub" are the service principal's.
    """
    principal = str(uuid.uuid5(uuid.UUID(tenant.id), app.client_id))
    return {
        "aud": app.client_id,
        "iss": authority.issuer(tenant).url,
        **_times(now, lives),
        "aio": opaque["aio"],
        "azp": app.client_id,
        "azpacr": "1",
        "oid": principal,
        "rh": opaque["rh"],
        "sub": principal,
        "tid": tenant.id,
        "uti": opaque["uti"],
        "ver": "2.0",
        "xms_ftd": opaque["aio"],
    }
