"""What an operator configures: regions, organisations, their connections, and the way out to the network.

Everything here is frozen data; whatever could not work is refused when a `Configuration` is made.
"""

import ipaddress
import math
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Literal
from urllib.parse import urlsplit

ConnectionStatus = Literal["active", "pending", "disabled"]
AuthMethod = Literal["client_secret_basic", "client_secret_post"]

# Signatures that need no shared secret; "none" and HMAC are never agreed (RFC 8725, 3.1).
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message is one line that says what, which and the way out."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


@dataclass(frozen=True, slots=True)
class Region:
    """One deployment of the product, such as "us" at "https://app.pelanor.io"."""

    name: str
    origin: str

    @property
    def host(self) -> str:
        """The exact value of the Host header, port included when the origin names one."""
        return urlsplit(self.origin).netloc


@dataclass(frozen=True, slots=True)
class Connection:
    """What a customer sends to support: the identity provider, its issuer and the client registered there.

    Attributes:
        idp: the adapter's name, such as "okta"; stands in the redirect URI.
        issuer: compared exactly, character by character; JumpCloud's ends in a slash.
        scopes: asked for; None means those the adapter needs.
        response_mode: None leaves the provider's default ("query" for the code flow); "form_post" is the alternative.
        algorithms: the only signature algorithms an ID token may use (RFC 8725, 3.1).
        tenant: the provider's own name of the customer where tokens carry one (JumpCloud's "jc_org"); None when unknown.
        trusted_audiences: audiences an ID token may name beside this client (OIDC Core 1.0, 3.1.3.7 step 3).
        sign_out: "everywhere" also ends the session at the provider, where the customer has registered our
            "/signed-out" address for it; "here" is right for customers who registered only the redirect URI.
        group_claim: the claim that lists groups; customers may rename it at Okta and JumpCloud.
    """

    idp: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    status: ConnectionStatus = "active"
    auth_method: AuthMethod = "client_secret_basic"
    scopes: tuple[str, ...] | None = None
    response_mode: Literal["form_post"] | None = None
    algorithms: tuple[str, ...] = ("RS256",)
    tenant: str | None = None
    trusted_audiences: tuple[str, ...] = ()
    group_claim: str = "groups"
    sign_out: Literal["here", "everywhere"] = "here"


@dataclass(frozen=True, slots=True)
class Member:
    """A person invited here, or disabled here. `email` finds them at their first login only, inside their organisation."""

    email: str
    role: str = "member"
    status: Literal["invited", "disabled"] = "invited"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A customer. `name` is what people type; `organization_id` is what stands in the redirect URI.

    Attributes:
        region: the name of the region that holds the customer's data.
        admits: "assigned" admits whoever the identity provider lets through; "invited" only members listed here.
        email_domains: domains whose ownership was proven to us; their addresses are trusted without "email_verified".
        group_roles: role by group name (Okta, JumpCloud) or group object id (Entra).
    """

    name: str
    organization_id: str
    region: str = "us"
    display_name: str = ""
    connection: Connection | None = None
    members: tuple[Member, ...] = ()
    admits: Literal["assigned", "invited"] = "assigned"
    email_domains: tuple[str, ...] = ()
    group_roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Bounds of one back-channel exchange, in seconds: to connect, between two reads, and for the whole of it."""

    connect: float = 3.0
    read: float = 5.0
    total: float = 8.0


@dataclass(frozen=True, slots=True)
class Configuration:
    """All of it.

    Attributes:
        proxy: URL of the HTTP proxy of the back channel; None leaves HTTPS_PROXY and its kin in charge.
        ca_bundle: PEM file of the authorities to trust; None leaves SSL_CERT_FILE or the system in charge.
        max_answer_bytes: no back-channel answer may be larger.
        session_seconds: how long a session lives without a refresh token, in seconds.
        operator_key: what support proves itself with when it confirms a pending connection; None switches that off.
    """

    regions: tuple[Region, ...]
    organisations: tuple[Organisation, ...]
    proxy: str | None = None
    ca_bundle: str | None = None
    timeouts: Timeouts = field(default_factory=Timeouts)
    max_answer_bytes: int = 1_000_000
    session_seconds: float = 8 * 3600.0
    operator_key: str | None = field(default=None, repr=False)
    product: str = "Pelanor"

    def __post_init__(self) -> None:
        """Refuse what would make two things answer to one name."""
        if not all(
            0 < value < math.inf for value in (*astuple(self.timeouts), self.max_answer_bytes, self.session_seconds)
        ):
            raise ConfigurationError("a bound in seconds or bytes is not above 0; write a positive number")
        for region in self.regions:
            _origin(region)
        _unique("region", [region.name for region in self.regions])
        _unique("region host", [region.host for region in self.regions])
        _unique("organisation name", [organisation.name for organisation in self.organisations])
        _unique("organization_id", [organisation.organization_id for organisation in self.organisations])
        known = {region.name for region in self.regions}
        for organisation in self.organisations:
            if organisation.region not in known:
                raise ConfigurationError(
                    f'organisation "{organisation.name}": unknown region "{organisation.region}"; '
                    f"choose one of {', '.join(sorted(known))}"
                )
            _written(organisation)


def secure(address: str) -> bool:
    """Whether `address` is https, or http that stays on this machine, and has a host and neither credentials nor query.

    RFC 9700, 2.6: only loopback may do without TLS.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if not host or "@" in parts.netloc or "?" in address or "#" in address or not re.fullmatch(r"[!-~]+", address):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _loopback(host))


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _origin(region: Region) -> None:
    if not secure(region.origin) or region.origin != "{0.scheme}://{0.netloc}".format(urlsplit(region.origin)).lower():
        raise ConfigurationError(
            f'region "{region.name}": "{region.origin}" is no origin; write "https://" and the host in lower case, no slash '
            '("http://" only on loopback)'
        )


def _written(organisation: Organisation) -> None:
    """Refuse names nobody could type, and ids that a redirect URI could not hold as they are."""
    if not organisation.name or organisation.name != "".join(organisation.name.casefold().split()):
        raise ConfigurationError(f'organisation "{organisation.name}": write the name in lower case, without spaces')
    if not re.fullmatch(r"[A-Za-z0-9._~-]+", organisation.organization_id):
        raise ConfigurationError(
            f'organisation "{organisation.name}": "organization_id" may hold only letters, digits and "-", ".", "_", "~"'
        )
    if organisation.connection:
        _usable(f'organisation "{organisation.name}", connection', organisation.connection)


def _usable(where: str, connection: Connection) -> None:
    """Refuse a connection that could sign nobody in, or anybody."""
    if not secure(connection.issuer):
        raise ConfigurationError(
            f'{where}: "issuer" "{connection.issuer}" is no issuer; write its https address without query and credentials'
        )
    if not connection.client_id or not connection.client_secret:
        raise ConfigurationError(
            f'{where}: "client_id" or "client_secret" is empty; copy both from the identity provider'
        )
    if not connection.algorithms or not set(connection.algorithms) <= set(ALGORITHMS):
        raise ConfigurationError(f'{where}: "algorithms" holds something else than {", ".join(ALGORITHMS)}')


def _unique(what: str, values: list[str]) -> None:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise ConfigurationError(f'{what} "{twice[0]}" is used twice; each must be unique')
