"""The groups claim, and a custom server's own claims: who gets which, where.

Sources: developer.okta.com/docs/guides/customize-tokens-groups-claim/main/ (Filter and Expression), Okta's OpenID Connect
reference (at most 100 groups, and the exceptions since release 2022.06.0), github.com/cloudflare/cloudflare-docs/pull/31807 (groups
left out over 100, 2026). Whether the code flow's ID token carries the claim is contradictory: yes in the groups guide,
github.com/grafana/grafana/issues/21011, github.com/argoproj/argo-cd/issues/23964; no in the concept page on API access
management, github.com/vaulttec/sonar-auth-oidc/issues/40. Hence the switch `groups_in_id_token` (on).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from mock_idps.core.model import AppRegistration, Claims, Person
    from mock_idps.okta.servers import Server

LIMIT = 100
"""Groups in one claim."""

_FITS: dict[str, Callable[[str, str], bool]] = {
    "STARTS_WITH": lambda name, value: name.startswith(value),
    "EQUALS": lambda name, value: name == value,
    "CONTAINS": lambda name, value: value in name,
    "REGEX": lambda name, value: re.fullmatch(value, name) is not None,
}


def for_id_token(server: Server, app: AppRegistration, person: Person, scope: Collection[str], *, thin: bool) -> Claims:
    """What the ID token carries beyond the standard claims.

    Raises:
        Refusal: "too_many_groups".
    """
    if server.asid:
        return _defined(server, person, scope, "id_token", thin=thin)
    if thin and not app.settings.get("groups_in_id_token", True):
        return {}
    return _of_app(app, person, scope, thin=thin)


def for_userinfo(server: Server, app: AppRegistration, person: Person, scope: Collection[str]) -> Claims:
    """What userinfo carries beyond the standard claims.

    Raises:
        Refusal: "too_many_groups".
    """
    if server.asid:
        return _defined(server, person, scope, "id_token", thin=False)
    return _of_app(app, person, scope, thin=True)


def for_access_token(server: Server, person: Person, scope: Collection[str]) -> Claims:
    """A custom server's own claims of access tokens."""
    return _defined(server, person, scope, "access_token", thin=False)


def _of_app(app: AppRegistration, person: Person, scope: Collection[str], *, thin: bool) -> Claims:
    rule = app.settings.get("groups_claim")
    if rule is None or "groups" not in scope:
        return {}
    names = _matching(rule, person)
    if not names:
        return {} if rule.get("when_empty", "absent") == "absent" else {rule.get("name", "groups"): []}
    return _limited(rule, names, thin=thin)


def _matching(rule: Mapping[str, Any], person: Person) -> list[str]:
    """The person's groups that pass a rule: {"match": "STARTS_WITH" | "EQUALS" | "CONTAINS" | "REGEX", "value": …}."""
    fits = _FITS[rule.get("match", "REGEX")]
    return [group.name for group in person.groups if fits(group.name, rule.get("value", ".*"))]


def _limited(rule: Mapping[str, Any], names: list[str], *, thin: bool) -> Claims:
    """Apply the limit of 100: `over_limit` is "full", "error", "truncated" or "omitted".

    By default a Filter claim is given in full where an access token comes beside it, since release 2022.06.0, and
    everything else is an error.
    """
    name = rule.get("name", "groups")
    if len(names) <= LIMIT:
        return {name: names}
    behaviour = rule.get("over_limit") or ("full" if thin and rule.get("type", "FILTER") == "FILTER" else "error")
    if behaviour == "error":
        raise Refusal("too_many_groups")
    return {} if behaviour == "omitted" else {name: names if behaviour == "full" else names[:LIMIT]}


def _defined(server: Server, person: Person, scope: Collection[str], token: str, *, thin: bool) -> Claims:
    """The claims that an admin defined on a custom server (`claims`).

    Each is a mapping: `name` (its case counts), `token` ("id_token" or "access_token"), `always` (in the thin token too),
    `scopes` (only with one of these), and either `attribute` of the person, or a group rule (`match`, `value`).
    """
    told: Claims = {}
    for rule in server.settings.get("claims", ()):
        wanted = rule.get("scopes")
        if rule.get("token", "id_token") != token or (wanted and not set(wanted) & set(scope)):
            continue
        if thin and not rule.get("always", False):
            continue
        if "attribute" in rule:
            if rule["attribute"] in person.attributes:
                told[rule["name"]] = person.attributes[rule["attribute"]]
        elif names := _matching(rule, person):
            told |= _limited(rule, names, thin=thin)
    return told
