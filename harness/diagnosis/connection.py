"""What is to be said about connection settings before anybody signs in, and about the real metadata where one may look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import anyio

from harness import people
from harness.evidence import settings
from harness.reference_rp import adapters, checks, connection_advice, discovery, redirect_uri_advice, wire
from harness.reference_rp.configuration import Configuration
from harness.reference_rp.connection_advice import Hint
from harness.reference_rp.refusal import Refusal

LABELS = {
    "issuer": "issuer",
    "client_id": "client ID",
    "client_secret": "client secret",
    "redirect_uri": "redirect URI",
}
"""The settings as a person reads them, in the order in which they are told."""


@dataclass(slots=True)
class Verdict:
    """Settings that were looked at: the IdP's name, the issuer they mean, and what is to be said, in order.

    `given` holds what may be shown of each setting: never the secret, only how long it is.
    """

    idp: str
    issuer: str
    given: dict[str, str] = field(default_factory=dict)
    hints: list[Hint] = field(default_factory=list)

    @property
    def stops(self) -> bool:
        """Whether a login cannot work like this."""
        return any(hint.stops for hint in self.hints)


def check(told: Mapping[str, str]) -> Verdict:
    """Look at settings: "idp", "issuer", "client_id", "client_secret", "redirect_uri", "auth_method", each optional.

    What was not given is not complained about; the IdP is taken from the issuer or the redirect URI where it is not named.
    """
    idp = told.get("idp") if told.get("idp") in adapters.names() else settings.vendor(told) or "generic"
    connection, hints = connection_advice.read({**_harmless(idp or ""), **told, "idp": idp or ""})
    hints = [hint for hint in hints if told.get(hint.field)]
    if told.get("redirect_uri"):
        hints += redirect_uri_advice.hints(idp or "", told["redirect_uri"], people.ORIGINS.values())
    shown = {name: told[name] for name in ("issuer", "client_id", "redirect_uri") if told.get(name)}
    if secret := told.get("client_secret"):
        shown["client_secret"] = f"{len(secret)} characters, not shown"
    return Verdict(idp or "", connection.issuer if told.get("issuer") else "", shown, hints)


def _harmless(idp: str) -> dict[str, str]:
    """Values that nothing can be said against, for what was not given."""
    client_id = "0oa" + "1" * 17 if idp == "okta" else "00000000-0000-4000-8000-000000000001"
    return {"client_id": client_id, "client_secret": "~" * 40}


def look(verdict: Verdict, http: Any = None) -> list[Hint]:
    """What the issuer's real discovery document says to the settings; nothing but its address is sent.

    `http` is a client to read it with (httpx2.AsyncClient), for a test or a proxy of one's own.
    """
    return anyio.run(_look, verdict.issuer, http)


async def _look(issuer: str, http: Any) -> list[Hint]:
    configuration = Configuration((), ())
    client = http or wire.client(configuration)
    try:
        response = await wire.get(client, configuration, discovery.address(issuer))
        if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
            return [Hint("issuer", f"Its discovery document answers HTTP {response.status_code}: no such issuer.")]
        metadata = wire.json_object(response)
    except wire.Unavailable as error:
        text = f"Its discovery document could not be read from here ({error}): no network, a proxy in the way, or no such host."
        return [Hint("issuer", text, stops=False)]
    finally:
        if http is None:
            await client.aclose()
    return _said(metadata, issuer)


def _said(metadata: Mapping[str, Any], issuer: str) -> list[Hint]:
    """What a discovery document says about itself that a login of this app would trip over."""
    found = []
    try:
        checks.discovery_issuer(metadata, issuer)
        checks.discovery_endpoints(metadata, issuer)
    except Refusal as refused:
        named = metadata.get("issuer")
        text = (
            f"The document speaks for another issuer: {named}. Enter exactly that, slash by slash."
            if refused.check == "discovery.issuer"
            else f"{refused.detail[0].upper()}{refused.detail[1:]}."
        )
        found.append(Hint("issuer", text))
    needed = {
        "response_types_supported": ("code", "the authorization code flow"),
        "id_token_signing_alg_values_supported": ("RS256", "ID tokens signed with RS256"),
        "scopes_supported": ("openid", "the scope openid"),
    }
    for name, (value, words) in needed.items():
        listed = metadata.get(name)
        if isinstance(listed, list) and value not in listed:
            found.append(Hint("issuer", f'It does not offer {words} ("{name}").'))
    methods = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if isinstance(methods, list) and not {"client_secret_basic", "client_secret_post"} & set(map(str, methods)):
        found.append(Hint("issuer", f"It takes no client secret; it offers {', '.join(map(str, methods))}."))
    return found


def lines(verdict: Verdict, *, live: bool = False) -> list[str]:
    """A verdict in plain words."""
    adapter = adapters.find(verdict.idp)
    told = [f"IdP            {adapter.label if adapter else verdict.idp}"]
    for name, label in LABELS.items():
        if name in verdict.given:
            said = [hint for hint in verdict.hints if hint.field == name]
            told.append(f"{label:<14} {verdict.given[name]}" + ("" if said else "   ok"))
            told += [f"  {'wrong' if hint.stops else 'note':<12} {hint.text}" for hint in said]
    if verdict.issuer and verdict.issuer != verdict.given.get("issuer") and not verdict.stops:
        told.append(f"means          {verdict.issuer}")
    missing = [label for name, label in LABELS.items() if name not in verdict.given]
    told += [f"not given      {', '.join(missing)}"] if missing else []
    told.append(
        "verdict        a login cannot work like this" if verdict.stops else "verdict        no mistake that is known"
    )
    if not live:
        told.append("not looked at  the real discovery document (--live reads it)")
    return told
