"""Policies: an app's sign-on policy, a custom server's access policy, and consent.

Sources: texts and situations from Okta's catalogue of OAuth errors; the access policy of custom servers:
developer.okta.com/docs/guides/configure-access-policy/; consent: `consent_method` of the apps reference
(`docs/reference/api/apps/index.md` of github.com/okta/okta-developer-docs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal
from mock_idps.okta.servers import server_of

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import Person
    from mock_idps.core.service import Service

_NO_CONSENT = frozenset({"openid", "offline_access"})


def needs_more(asked: AuthorizationRequest, held: Authentication) -> bool:
    """Whether the app's sign-on policy asks for a second factor (`mfa_required`, off) that this sign-in lacks."""
    return bool(asked.registered().settings.get("mfa_required")) and len(held.methods) < 2  # noqa: PLR2004 - two factors


def check(asked: AuthorizationRequest, held: Authentication) -> None:
    """Evaluate a custom server's access policy (`policy` of the server; everybody and everything by default).

    The switch is a mapping: `people` (logins that match), `clients` (client ids that match), `scopes` (allowed ones).

    Raises:
        Refusal: "policy_no_match", "policy_no_scope" or "policy_scope_denied".
    """
    rules = server_of(asked).settings.get("policy")
    if rules is None:
        return
    people, clients = rules.get("people"), rules.get("clients")
    if (people is not None and held.person.login not in people) or (
        clients is not None and asked.get("client_id") not in clients
    ):
        raise Refusal("policy_no_match")
    allowed = rules.get("scopes")
    denied = [] if allowed is None else [scope for scope in asked.words("scope") if scope not in allowed]
    if denied and len(denied) == len(asked.words("scope")):
        raise Refusal("policy_no_scope")
    if denied:
        raise Refusal("policy_scope_denied", scopes=", ".join(denied))


def denies_sign_on(asked: AuthorizationRequest, person: Person) -> bool:
    """Whether the app's sign-on policy denies this person (`denied`: logins; nobody by default)."""
    return person.login in asked.registered().settings.get("denied", ())


def consent_missing(service: Service, asked: AuthorizationRequest, held: Authentication) -> list[str]:
    """The scopes that the person has yet to consent to (`consent_method`: "TRUSTED" by default, or "REQUIRED").

    Raises:
        Refusal: "consent_required": there are some, and prompt=none.
    """
    app = asked.registered()
    if app.settings.get("consent_method", "TRUSTED") != "REQUIRED":
        return []
    asks_anew = "consent" in asked.words("prompt") and "consented" not in asked.extra
    given = (held.person.id, app.client_id) in service.grants.consents
    missing = [] if given and not asks_anew else [it for it in asked.words("scope") if it not in _NO_CONSENT]
    if missing and "none" in asked.words("prompt"):
        raise Refusal("consent_required", scopes=", ".join(missing))
    return missing
