"""The back channel: every request the relying party itself makes, bounded in time and size and never redirected.

Authlib's client sends through `BoundedTransport`, so no call can leave by another door.
"""

import ipaddress
import json
import re
import ssl
from typing import Any

import anyio
import httpx2

from .configuration import Configuration, ConfigurationError, Timeouts

# Content headers describe the bytes on the wire; after decoding they would lie to whoever reads the response.
_WIRE_HEADERS = {"content-encoding", "content-length", "transfer-encoding"}


class Unavailable(Exception):
    """The other side did not give a usable answer: unreachable, too slow, cut short or too large."""


def client(configuration: Configuration) -> httpx2.AsyncClient:
    """The HTTP client of a relying party that was given none; honours HTTPS_PROXY and SSL_CERT_FILE.

    Raises:
        ConfigurationError: the CA bundle cannot be read, or the proxy is no URL.
    """
    try:
        verify = tls(configuration)
    except OSError as error:
        raise ConfigurationError(
            f'"ca_bundle" "{configuration.ca_bundle}" cannot be used: {error}; give a PEM file'
        ) from error
    try:
        return httpx2.AsyncClient(
            proxy=configuration.proxy,
            verify=verify,
            timeout=deadlines(configuration.timeouts),
            headers={"User-Agent": "reference-relying-party"},
        )
    except (OSError, ValueError, httpx2.InvalidURL) as error:
        raise ConfigurationError(
            f'"proxy", HTTPS_PROXY or SSL_CERT_FILE cannot be used: {error}; give a URL and a PEM file'
        ) from error


def public(host: str) -> bool:
    """Whether `host` is a name on the public internet, and not an address or a name that only the inside knows.

    Whatever a customer's administrator, or the metadata they point us at, makes us call has to be public.
    """
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        labels = host.split(".")
        inside = labels[-1] in {"local", "localhost", "internal", "lan", "home", "arpa"} or labels[-1].isdigit()
        return len(labels) > 1 and not inside and all(re.fullmatch(r"[a-z0-9-]{1,63}", label) for label in labels)
    return False


def tls(configuration: Configuration) -> ssl.SSLContext | bool:
    """How certificates are verified: always, against `ca_bundle` when given (RFC 6750, 5.3)."""
    if configuration.ca_bundle:
        return ssl.create_default_context(cafile=configuration.ca_bundle)
    return True


def deadlines(timeouts: Timeouts) -> httpx2.Timeout:
    """The HTTP client's own bounds, in seconds."""
    return httpx2.Timeout(timeouts.read, connect=timeouts.connect)


def whole_exchange(timeouts: Timeouts) -> float:
    """Seconds after which an exchange is given up, however lively its trickle of bytes."""
    return timeouts.total


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Sends a request through a shared client within the bounds of the configuration.

    Raises `Unavailable` for everything that keeps an answer from being whole.
    """

    def __init__(self, http: httpx2.AsyncClient, configuration: Configuration) -> None:
        self._http = http
        self._configuration = configuration

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The whole, decoded answer to `request`; a redirect is returned, not followed."""
        request.extensions["timeout"] = deadlines(self._configuration.timeouts).as_dict()
        try:
            with anyio.fail_after(whole_exchange(self._configuration.timeouts)):
                response = await self._http.send(request, stream=True, follow_redirects=False)
                try:
                    body = await _bounded(response, self._configuration.max_answer_bytes)
                finally:
                    await response.aclose()
        except TimeoutError as error:
            raise Unavailable("the answer took too long") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise Unavailable(f"the exchange failed: {type(error).__name__}") from error
        finally:
            # Issuers set cookies on the back channel (Okta does); none may travel to the next customer's call.
            self._http.cookies.clear()
        headers = [(name, value) for name, value in response.headers.raw if name.lower().decode() not in _WIRE_HEADERS]
        return httpx2.Response(response.status_code, headers=headers, content=body, request=request)


async def _bounded(response: httpx2.Response, limit: int) -> bytes:
    """The decoded body of `response`, at most `limit` bytes; counted after decompression."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > limit:
            raise Unavailable(f"the answer is larger than {limit} bytes")
    return bytes(body)


async def get(
    http: httpx2.AsyncClient, configuration: Configuration, url: str, headers: dict[str, str] | None = None
) -> httpx2.Response:
    """The answer to a GET of `url`.

    Raises:
        Unavailable: there is no whole answer.
    """
    try:
        request = httpx2.Request("GET", url, headers={"Accept": "application/json", **(headers or {})})
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise Unavailable("the address is no URL") from error
    return await BoundedTransport(http, configuration).handle_async_request(request)


def json_object(response: httpx2.Response) -> dict[str, Any]:
    """The JSON object in `response`, whatever its media type calls itself.

    Raises:
        Unavailable: the body is no JSON object.
    """
    try:
        value = json.loads(response.content)
    except (ValueError, RecursionError) as error:
        raise Unavailable(f"the answer (HTTP {response.status_code}) is no JSON") from error
    if not isinstance(value, dict):
        raise Unavailable(f"the answer (HTTP {response.status_code}) is no JSON object")
    return value
