"""Advice on a connection while it is typed in: the mistakes customers really make, each with the way out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from . import adapters, wire
from .configuration import Connection

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
ENTRA_HOSTS = ("login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn")
JUMPCLOUD_HOSTS = ("oauth.id.jumpcloud.com", "oauth.id.eu.jumpcloud.com", "oauth.id.in.jumpcloud.com")
METADATA = "/.well-known/openid-configuration"
MAX_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Hint:
    """One sentence about one field. `stops` says that the connection cannot work like this."""

    field: str
    text: str
    stops: bool = True


def read(form: Mapping[str, str]) -> tuple[Connection, list[Hint]]:
    """The connection that `form` describes, kept pending, and what is to be said about it.

    Fields: "idp", "client_id", "client_secret", "issuer" (an Okta domain will do), "auth_method".
    """
    idp = form.get("idp", "")
    values = {name: form.get(name, "").strip()[:MAX_LENGTH] for name in ("client_id", "client_secret", "issuer")}
    issuer, hints = issuer_of(idp, values["issuer"])
    connection = Connection(
        idp=idp,
        issuer=issuer,
        client_id=values["client_id"],
        client_secret=values["client_secret"],
        status="pending",
        auth_method="client_secret_post" if form.get("auth_method") == "client_secret_post" else "client_secret_basic",
    )
    if idp == "entra" and values["client_id"] and f"/{values['client_id']}/" in issuer:
        text = 'This is the tenant ID. Copy "Application (client) ID" from the app\'s overview page.'
        hints.append(Hint("client_id", text))
    return connection, [*credentials(idp, values["client_id"], values["client_secret"]), *hints]


def credentials(idp: str, client_id: str, secret: str) -> list[Hint]:
    """What is wrong with client ID and secret."""
    if adapters.find(idp) is None:
        return [Hint("idp", "Choose one of the identity providers in the list.")]
    hints = []
    if not client_id.isascii() or not client_id.isprintable() or " " in client_id or not client_id:
        hints.append(Hint("client_id", "Copy the client ID from your identity provider; it has no spaces."))
    if not secret.isprintable() or not secret:
        hints.append(
            Hint("client_secret", "Copy the client secret from your identity provider; it is shown only once.")
        )
    if hints:
        return hints
    return _mixed_up(idp, client_id, secret)


def _mixed_up(idp: str, client_id: str, secret: str) -> list[Hint]:
    """Values that are in the wrong field, told by their shapes."""
    id_is_guid, secret_is_guid = bool(GUID.fullmatch(client_id)), bool(GUID.fullmatch(secret))
    # Entra and JumpCloud client IDs are UUIDs; Okta's have 20 characters and begin with "0oa".
    swapped = (idp in {"entra", "jumpcloud"} and secret_is_guid and not id_is_guid) or (
        idp == "okta" and secret.startswith("0oa") and not client_id.startswith("0oa")
    )
    if client_id == secret or swapped:
        return [Hint("client_secret", "Client ID and client secret look swapped; exchange the two.")]
    if idp == "entra" and secret_is_guid:
        text = 'This looks like the secret\'s ID. Copy the column "Value" under Certificates & secrets instead.'
        return [Hint("client_secret", text)]
    if idp in {"entra", "jumpcloud"} and not id_is_guid:
        return [Hint("client_id", "This does not look like a client ID, which is a UUID here.", stops=False)]
    if idp == "okta" and not client_id.startswith("0oa"):
        return [Hint("client_id", 'This does not look like an Okta client ID, which begins with "0oa".', stops=False)]
    return []


def issuer_of(idp: str, typed: str) -> tuple[str, list[Hint]]:
    """The issuer that `typed` means for `idp`, and what is to be said about it."""
    if typed.endswith(METADATA):
        issuer, hints = issuer_of(idp, typed.removesuffix(METADATA))
        said = f"This is the address of the metadata; the issuer is {issuer}."
        return issuer, hints if any(hint.stops for hint in hints) else [Hint("issuer", said, stops=False)]
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return typed, [Hint("issuer", "This is no address; copy the issuer URL from your identity provider.")]
    if parts.scheme != "https" or port or parts.username or parts.query or parts.fragment or not wire.public(host):
        text = "Enter a public https address without user name, port, query or fragment."
        return typed, [Hint("issuer", text)]
    known = {"okta": _okta, "entra": _entra, "jumpcloud": _jumpcloud}.get(idp)
    if known:
        return known(host, parts.path)
    return (typed if "://" in typed else f"https://{typed}"), []


def _okta(host: str, path: str) -> tuple[str, list[Hint]]:
    """Okta: a domain, often pasted with scheme, slash, or as the address of the admin console."""
    first, _, rest = host.partition(".")
    if first.endswith("-admin") and rest.endswith(("okta.com", "oktapreview.com", "okta-emea.com", "okta-gov.com")):
        right = f"{first.removesuffix('-admin')}.{rest}"
        return f"https://{host}", [Hint("issuer", f"This is the address of the admin console. Enter {right} instead.")]
    trimmed = path.rstrip("/")
    if trimmed.startswith("/oauth2/") and trimmed.count("/") == 2:  # noqa: PLR2004 - "/oauth2/" and one name
        text = "This is a custom authorization server; it needs Okta's API Access Management. Most customers enter only the domain."
        return f"https://{host}{trimmed}", [Hint("issuer", text, stops=False)]
    if trimmed:
        return f"https://{host}", [Hint("issuer", f"Enter only the domain: {host}", stops=False)]
    return f"https://{host}", []


def _entra(host: str, path: str) -> tuple[str, list[Hint]]:
    """Entra: the v2.0 issuer of one tenant."""
    form = "https://login.microsoftonline.com/{tenant ID}/v2.0"
    typed = f"https://{host}{path}"
    tenant, _, rest = path.strip("/").partition("/")
    if host == "sts.windows.net":
        right = f"https://login.microsoftonline.com/{tenant}/v2.0"
        return typed, [Hint("issuer", f"This is the issuer of version 1. Enter {right} instead.")]
    if host not in ENTRA_HOSTS:
        return typed, [Hint("issuer", f"Entra's issuer has the form {form}.")]
    if tenant in {"common", "organizations", "consumers"}:
        return typed, [Hint("issuer", f'"{tenant}" admits people of other tenants. Enter {form}.')]
    if not GUID.fullmatch(tenant):
        return typed, [Hint("issuer", f"Use the tenant ID, a UUID from the app's overview page: {form}.")]
    if rest.strip("/") != "v2.0":
        return typed, [Hint("issuer", f"The issuer of version 2 ends in /v2.0: https://{host}/{tenant}/v2.0")]
    return f"https://{host}/{tenant}/v2.0", []


def _jumpcloud(host: str, path: str) -> tuple[str, list[Hint]]:
    """JumpCloud: one issuer per region of its console, each ending in a slash."""
    typed = f"https://{host}{path}"
    if host not in JUMPCLOUD_HOSTS or path not in {"", "/"}:
        return typed, [Hint("issuer", f"JumpCloud's issuer is {_of_its_region(host)}.")]
    if path != "/":
        text = f"JumpCloud's issuer ends in a slash; it was added: https://{host}/"
        return f"https://{host}/", [Hint("issuer", text, stops=False)]
    return typed, []


def _of_its_region(host: str) -> str:
    """JumpCloud's issuer for the region that another of its hosts, such as the console's, belongs to."""
    region = host.removesuffix(".jumpcloud.com").rpartition(".")[2]
    if host.endswith(".jumpcloud.com"):
        return (
            f"https://oauth.id.{region}.jumpcloud.com/" if region in {"eu", "in"} else f"https://{JUMPCLOUD_HOSTS[0]}/"
        )
    return " or ".join(f"https://{each}/" for each in JUMPCLOUD_HOSTS) + "; take the one of your console's region"


def elsewhere(connection: Connection, region: str) -> list[Hint]:
    """What to ask when a customer of our `region` names JumpCloud's issuer of another one; both may be right."""
    right = f"https://oauth.id.{'eu.' if region == 'eu' else ''}jumpcloud.com/"
    if connection.idp != "jumpcloud" or connection.issuer == right:
        return []
    text = f"This is the issuer of another region than your workspace's. If that is not your console's region, enter {right}"
    return [Hint("issuer", text, stops=False)]
