"""Scopes: OpenID's own, Microsoft Graph's, and those of other resources.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc (a bare name means Microsoft Graph).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mock_idps.core.model import AppRegistration

OPENID = frozenset({"openid", "profile", "email", "offline_access"})
GRAPH = "https://graph.microsoft.com"
GRAPH_ID = "00000003-0000-0000-c000-000000000000"
GRAPH_SCOPES = frozenset(
    {
        ".default",
        "Calendars.Read",
        "Contacts.Read",
        "Directory.Read.All",
        "Files.Read",
        "Group.Read.All",
        "GroupMember.Read.All",
        "Mail.Read",
        "People.Read",
        "User.Read",
        "User.Read.All",
        "User.ReadBasic.All",
    }
)
"""Some delegated permissions of Microsoft Graph; app setting "graph_scopes" adds more."""


def check(app: AppRegistration, asked: Iterable[str]) -> None:
    """Check that every scope exists.

    Raises:
        Refusal: "scope_unknown" for a name that Graph lacks, "resource_not_permitted" for a resource that the app does
            not list (its own is always there; app setting "resources" names others).
    """
    known = GRAPH_SCOPES | OPENID | frozenset(app.settings.get("graph_scopes", ()))
    for scope in asked:
        resource, name = split(scope)
        if resource in {"", GRAPH, GRAPH_ID}:
            if name not in known:
                raise Refusal("scope_unknown", app_name=app.name, scope=name)
        elif resource not in own(app) and resource not in app.settings.get("resources", ()):
            raise Refusal("resource_not_permitted", client_id=app.client_id, app_name=app.name, resource=resource)


def split(scope: str) -> tuple[str, str]:
    """A scope as resource ("" for a bare name) and permission."""
    resource, _, name = scope.rpartition("/")
    return resource, name


def resource(scope: str) -> str:
    """The resource that a scope is for; all names of Microsoft Graph are one."""
    found = split(scope)[0]
    return "" if found in {GRAPH, GRAPH_ID} else found


def own(app: AppRegistration) -> tuple[str, str]:
    """The two names of an app as a resource."""
    return (app.client_id, f"api://{app.client_id}")


def api(app: AppRegistration, asked: Iterable[str]) -> str:
    """The resource an access token is for: the app's own API if one of its scopes was asked for, else "" for Graph."""
    return next((resource for resource, _ in map(split, asked) if resource in own(app)), "")


def granted(app: AppRegistration, asked: Sequence[str]) -> str:
    """`scope` of a token answer: sorted, "offline_access" left out, and perhaps more than was asked.

    App setting "consented_scopes" names what was consented to earlier and comes along; "offline_access_echoed" keeps
    that name, since captures do not settle it.
    """
    dropped = set() if app.settings.get("offline_access_echoed") else {"offline_access"}
    names = {*asked, *app.settings.get("consented_scopes", ())} - dropped
    return " ".join(sorted(names, key=lambda it: (it not in OPENID, it)))
