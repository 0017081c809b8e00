"""Where the configuration comes from when the app is started alone: a file, or two variables for one connection."""

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from . import configuration_file
from .configuration import Configuration, ConfigurationError, Connection, Organisation, Region

FILE = "REFERENCE_RP_CONFIG"
ORIGIN = "REFERENCE_RP_ORIGIN"
CONNECTION = "REFERENCE_RP_CONNECTION"
ORGANISATION = "acme"  # what people type, and the organization_id, where two variables say it all


def configuration(variables: Mapping[str, str]) -> Configuration:
    """The configuration that `variables` name.

    Raises:
        ConfigurationError: they name none, or a wrong one; the line says what to set.
    """
    path, address = variables.get(FILE), variables.get(CONNECTION)
    if path and address:
        raise ConfigurationError(f'"{FILE}" and "{CONNECTION}" are both set; keep one of them')
    if path:
        return configuration_file.load(path)
    if not address:
        raise ConfigurationError(
            f'nothing says what to serve; set "{FILE}" to the path of a TOML file, or "{ORIGIN}" and "{CONNECTION}"'
        )
    if not variables.get(ORIGIN):
        raise ConfigurationError(
            f'"{ORIGIN}" is not set; set it to the address of this app, such as http://127.0.0.1:8000'
        )
    organisation = Organisation(ORGANISATION, ORGANISATION, connection=connection(address))
    return Configuration((Region("us", variables[ORIGIN]),), (organisation,))


def connection(address: str) -> Connection:
    """The connection in "okta+https://CLIENT_ID:CLIENT_SECRET@acme.okta.com": adapter, issuer, and the client's credentials.

    The issuer is what is left, character by character; signs in the secret are percent-encoded.

    Raises:
        ConfigurationError: something is missing; the line does not repeat the secret.
    """
    idp, _, url = address.partition("+")
    try:
        parts = urlsplit(url)
        credentials, _, host = parts.netloc.rpartition("@")
    except ValueError:
        credentials, host = "", ""
    client_id, _, secret = credentials.partition(":")
    if not (host and client_id and secret):
        raise ConfigurationError(
            f'"{CONNECTION}" is incomplete; write IDP+ISSUER with the credentials before the host, '
            "such as okta+https://CLIENT_ID:CLIENT_SECRET@acme.okta.com"
        )
    issuer = url.replace(f"{credentials}@", "", 1)
    return Connection(idp, issuer, unquote(client_id), unquote(secret))
