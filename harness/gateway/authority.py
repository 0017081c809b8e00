"""The throw-away certificate authority of one run."""

from __future__ import annotations

import base64
import hashlib
import os
import ssl
from typing import TYPE_CHECKING

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from harness.gateway.hosts import is_name

if TYPE_CHECKING:
    from pathlib import Path

_MOST_HOSTS = 1000  # a runaway client cannot fill the memory with certificates


class HostContext(ssl.SSLContext):
    """A server context that remembers the name it speaks for, so SNI can be compared with Host later."""

    host: str = ""


class Authority:
    """A certificate authority that is born here, signs one certificate per host when first asked, and is never saved.

    Its public certificate stands in `ca_bundle`, a PEM file in `folder`; its private key exists in memory only.
    Keys are P-256: a leaf costs about a millisecond.
    """

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA(organization_name="sso-harness", organization_unit_name="dies with its run")
        self._folder = folder
        self._contexts: dict[str, HostContext] = {}
        self.ca_bundle = folder / "ca.pem"
        self._pem = self._authority.cert_pem.bytes()
        self.ca_bundle.write_bytes(self._pem)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the authority's public key (SubjectPublicKeyInfo), base64, as Chromium's flag wants it.

        Source: Chromium, services/network/public/cpp/network_switches.cc, "ignore-certificate-errors-spki-list".
        """
        key = x509.load_pem_x509_certificate(self._pem).public_key()
        der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return base64.b64encode(hashlib.sha256(der).digest()).decode("ascii")

    def listening_context(self) -> ssl.SSLContext:
        """The context a listener starts with; the name the client asks for (SNI) chooses the certificate.

        A client that names no host, or what is no DNS name, is turned away in the handshake (RFC 6066, 3).
        """
        context = HostContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["http/1.1"])
        context.sni_callback = self._choose
        return context

    def context(self, host: str) -> HostContext:
        """The server context with the certificate of `host`, made when first asked.

        Raises:
            ValueError: `host` is no DNS name, or a thousand other names were asked for already.
        """
        found = self._contexts.get(host)
        if found is None:
            if not is_name(host) or len(self._contexts) >= _MOST_HOSTS:
                raise ValueError(f'no certificate for "{host}"')
            found = self._contexts[host] = self._issue(host)
        return found

    def mistrust(self, host: str) -> None:
        """Have the certificate of `host` signed by another authority, which nobody trusts."""
        self._contexts[host] = self._issue(host, trustme.CA(organization_name="somebody else"))

    def _issue(self, host: str, authority: trustme.CA | None = None) -> HostContext:
        leaf = (authority or self._authority).issue_cert(host, organization_name="sso-harness")
        context = HostContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["http/1.1"])
        context.host = host
        # The authority travels in the chain: that is how the browser finds the one key it was told to trust.
        chain = leaf.private_key_and_cert_chain_pem.bytes() + self._pem
        path = self._folder / "leaf.pem"
        # OpenSSL takes a key only from a file: it lives for this call, readable by the owner alone.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(descriptor, "wb") as file:  # noqa: PTH123 - it takes the descriptor made with 0600
                file.write(chain)
            context.load_cert_chain(path)
        finally:
            path.unlink()
        return context

    def _choose(self, connection: ssl.SSLObject, name: str | None, _context: ssl.SSLContext) -> int | None:
        try:
            connection.context = self.context((name or "").lower())
        except ValueError:
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        return None
