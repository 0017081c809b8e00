"""What an operator configures: regions, organisations, their connections, and the way out to the network.

Everything here is frozen data; `load` reads it from one TOML file and names the first thing that is wrong in one line.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

Thing = TypeVar("Thing")

ConnectionStatus = Literal["active", "pending", "disabled"]
AuthMethod = Literal["client_secret_basic", "client_secret_post"]


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message is one line that says what, which and the way out."""


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
        _unique("region", [region.name for region in self.regions])
        _unique("region host", [region.host for region in self.regions])
        _unique("organisation name", [organisation.name for organisation in self.organisations])
        _unique("organization_id", [organisation.organization_id for organisation in self.organisations])
        for region in self.regions:
            _origin(region)
        known = {region.name for region in self.regions}
        for organisation in self.organisations:
            if organisation.region not in known:
                raise ConfigurationError(
                    f'organisation "{organisation.name}": unknown region "{organisation.region}"; '
                    f"choose one of {', '.join(sorted(known))}"
                )
            _written(organisation)


def _origin(region: Region) -> None:
    parts = urlsplit(region.origin)
    if parts.scheme not in {"https", "http"} or region.origin != f"{parts.scheme}://{parts.netloc}".lower():
        raise ConfigurationError(
            f'region "{region.name}": "{region.origin}" is no origin; write "https://" and the host in lower case, no slash'
        )


def _written(organisation: Organisation) -> None:
    """Refuse names nobody could type, and ids that a redirect URI could not hold as they are."""
    if not organisation.name or organisation.name != "".join(organisation.name.casefold().split()):
        raise ConfigurationError(f'organisation "{organisation.name}": write the name in lower case, without spaces')
    if not re.fullmatch(r"[A-Za-z0-9._~-]+", organisation.organization_id):
        raise ConfigurationError(
            f'organisation "{organisation.name}": "organization_id" may hold only letters, digits and "-", ".", "_", "~"'
        )


def _unique(what: str, values: list[str]) -> None:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise ConfigurationError(f'{what} "{twice[0]}" is used twice; each must be unique')


def load(path: str | os.PathLike[str]) -> Configuration:
    """The configuration in the TOML file at `path`.

    Raises:
        ConfigurationError: the file cannot be read, is no TOML, or holds something unknown; one line says which.
    """
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise ConfigurationError(f'cannot read "{path}": {error.strerror}; give the path of a TOML file') from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f'"{path}" is no TOML: {error}') from error
    try:
        return _configuration(data)
    except ConfigurationError as error:
        raise ConfigurationError(f'"{path}": {error}') from error


def _configuration(data: dict[str, Any]) -> Configuration:
    known = dict(data)
    known["regions"] = tuple(_thing(Region, "regions", item) for item in _tables(known, "regions"))
    known["organisations"] = tuple(_organisation(item) for item in _tables(known, "organisations"))
    if "timeouts" in known:
        known["timeouts"] = _thing(Timeouts, "timeouts", known["timeouts"])
    return _thing(Configuration, "the file", known)


def _organisation(item: dict[str, Any]) -> Organisation:
    known = dict(item)
    where = f'organisation "{known.get("name", "?")}"'
    if "connection" in known:
        known["connection"] = _thing(Connection, f"{where}, connection", known["connection"])
    known["members"] = tuple(_thing(Member, f"{where}, members", member) for member in _tables(known, "members"))
    return _thing(Organisation, where, known)


def _tables(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = data.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ConfigurationError(f'"{name}" must be a list of tables; write [[{name}]]')
    return value


def _thing(kind: type[Thing], where: str, item: object) -> Thing:
    """An instance of the dataclass `kind` from a TOML table; lists become tuples, unknown names are refused."""
    if not isinstance(item, dict):
        raise ConfigurationError(f"{where}: must be a table")
    names = {each.name for each in fields(kind)}  # type: ignore[arg-type] # every caller passes a dataclass
    unknown = sorted(set(item) - names)
    if unknown:
        raise ConfigurationError(f'{where}: unknown "{unknown[0]}"; known are {", ".join(sorted(names))}')
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in item.items()}
    for name, hint in get_type_hints(kind).items():
        if name in values and not _fits(values[name], hint):
            raise ConfigurationError(f'{where}: "{name}" cannot be {values[name]!r}; {_wanted(hint)}')
    try:
        return kind(**values)
    except TypeError as error:
        raise ConfigurationError(f"{where}: {str(error).split('__init__() ')[-1]}") from error


def _fits(value: object, hint: Any) -> bool:
    """Whether a TOML value is of the type that a field's annotation names."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return value in arguments
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(each, arguments[0]) for each in value)
    if origin is Mapping:
        return isinstance(value, dict) and all(_fits(each, arguments[1]) for each in value.values())
    if arguments:  # "X | None"
        return any(_fits(value, each) for each in arguments)
    if hint in {float, int}:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, hint)


def _wanted(hint: Any) -> str:
    """What a person should write instead."""
    if get_origin(hint) is Literal:
        return f"choose one of {', '.join(map(str, get_args(hint)))}"
    if get_origin(hint) is UnionType:
        return _wanted(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return "write a list"
    if get_origin(hint) is Mapping:
        return "write a table of names and texts"
    return "write a number" if hint in {float, int} else "write a text in quotes"
