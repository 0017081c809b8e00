"""The back channel over real TLS: only the right name, signed by a trusted authority and not yet expired, is spoken to."""

import asyncio
import datetime
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from harness.reference_rp import wire
from harness.reference_rp.configuration import Configuration, Region

PAST = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


async def _answered(certificate: trustme.LeafCert, bundle: Path | None) -> int:
    """The status that the back channel gets from a server with `certificate`, trusting `bundle`, or the environment's file."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        await writer.drain()
        writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    configuration = Configuration(
        (Region("us", "https://app.pelanor.io"),), (), ca_bundle=str(bundle) if bundle else None
    )
    try:
        async with wire.client(configuration) as http:
            port = server.sockets[0].getsockname()[1]
            return (await wire.get(http, configuration, f"https://localhost:{port}/")).status_code
    finally:
        server.close()
        await server.wait_closed()


CERTIFICATES: dict[str, Callable[[trustme.CA], trustme.LeafCert]] = {
    "wrong name": lambda ca: ca.issue_cert("login.microsoftonline.com"),
    "expired": lambda ca: ca.issue_cert("localhost", not_before=PAST, not_after=PAST + datetime.timedelta(days=1)),
    "unknown authority": lambda _: trustme.CA().issue_cert("localhost"),
}


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A trusted authority, and the file that says so; no proxy of the environment is in the way."""
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    ca, bundle = trustme.CA(), tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(str(bundle))
    return ca, bundle


@pytest.fixture(params=["configured", "environment"])
def trusted(request: pytest.FixtureRequest, authority: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The authority, trusted by the configuration's file or, where that names none, by the environment's."""
    ca, bundle = authority
    if request.param == "configured":
        return ca, bundle
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    return ca, None


def test_a_good_certificate_is_spoken_to(trusted: Any) -> None:
    """The authority is trusted, wherever its file was named."""
    ca, bundle = trusted

    assert asyncio.run(_answered(ca.issue_cert("localhost"), bundle)) == 200


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_a_bad_certificate_is_not_spoken_to(trusted: Any, kind: str) -> None:
    """Chain, name and time are verified, always (RFC 6750, 5.3)."""
    ca, bundle = trusted
    with pytest.raises(wire.Unavailable):
        asyncio.run(_answered(CERTIFICATES[kind](ca), bundle))
