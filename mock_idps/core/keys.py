"""Signing keys: born per run in the background, published as a JWKS, rotated on request."""

from __future__ import annotations

import asyncio
import base64
import datetime
import hashlib
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from joserfc.jwk import RSAKey

KeyNaming = Callable[[rsa.RSAPrivateKey], str]
"""Gives a key its `kid`."""


class KeyFoundry:
    """Makes RSA keys on background threads, so that no login waits for one it could have had ready.

    A 2048-bit key costs about 40 ms, a 4096-bit key ten times that; generation releases the interpreter lock.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="key-foundry")

    def order(self, bits: int) -> Future[rsa.RSAPrivateKey]:
        """Start making a key of `bits` bits."""
        return self._threads.submit(rsa.generate_private_key, 65537, bits)

    def close(self) -> None:
        """Give up what has not been made yet."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def random_kid(_: rsa.RSAPrivateKey) -> str:
    """A kid without meaning."""
    return str(uuid.uuid4())


class SigningKey:
    """A private key under its `kid`."""

    def __init__(self, private: rsa.RSAPrivateKey, kid: str) -> None:
        self.private = private
        self.kid = kid
        self.jose: RSAKey = RSAKey.import_key(private)
        self._public: dict[str, Any] | None = None

    @property
    def public(self) -> dict[str, Any]:
        """The bare public JWK members: kty, n, e."""
        if self._public is None:
            numbers = self.private.public_key().public_numbers()
            self._public = {"kty": "RSA", "n": _base64url(numbers.n), "e": _base64url(numbers.e)}
        return self._public


class KeyRing:
    """The keys of one issuer: the first listed signs; the others are published and wait, or linger.

    `count` keys of `bits` bits are ordered when the ring is first asked for anything, or by `prepare`.
    """

    def __init__(self, foundry: KeyFoundry, *, bits: int = 2048, count: int = 1, kid: KeyNaming = random_kid) -> None:
        self._foundry = foundry
        self._bits = bits
        self._count = count
        self._kid = kid
        self._orders: list[Future[rsa.RSAPrivateKey]] = []
        self._keys: list[SigningKey] = []

    @property
    def naming(self) -> KeyNaming:
        """What gives the ring's keys their `kid`; a vendor whose naming makes certificates finds them there again."""
        return self._kid

    def prepare(self) -> None:
        """Order the keys now, without waiting for them."""
        if not self._orders and not self._keys:
            self._orders = [self._foundry.order(self._bits) for _ in range(self._count)]

    async def keys(self) -> list[SigningKey]:
        """All keys of the ring, the signing one first."""
        self.prepare()
        while self._orders:
            order = self._orders[0]
            private = await asyncio.wrap_future(order)
            if self._orders and self._orders[0] is order:  # another request may have been quicker
                self._orders.pop(0)
                self._keys.append(SigningKey(private, self._kid(private)))
        return list(self._keys)

    async def signing(self) -> SigningKey:
        """The key that signs."""
        return (await self.keys())[0]

    async def rotate(self, *, keep_old: bool = True) -> SigningKey:
        """Put a new key first; the old ones stay published unless `keep_old` is False."""
        old = await self.keys()
        private = await asyncio.wrap_future(self._foundry.order(self._bits))
        fresh = SigningKey(private, self._kid(private))
        self._keys = [fresh, *(old if keep_old else [])]
        return fresh

    async def announce(self) -> SigningKey:
        """Publish a new key behind the others; it does not sign before `promote`."""
        old = await self.keys()
        private = await asyncio.wrap_future(self._foundry.order(self._bits))
        self._keys = [*old, SigningKey(private, self._kid(private))]
        return self._keys[-1]

    async def promote(self) -> SigningKey:
        """Let the key published last sign from now on; the others stay published."""
        old = await self.keys()
        self._keys = [old[-1], *old[:-1]]
        return self._keys[0]

    async def retire(self) -> None:
        """Publish no key but the signing one any more."""
        self._keys = [await self.signing()]


def self_signed(private: rsa.RSAPrivateKey, common_name: str, now: float) -> bytes:
    """A self-signed certificate (DER) for a key that is published with `x5c`."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    start = datetime.datetime.fromtimestamp(now, datetime.UTC) - datetime.timedelta(days=30)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=1826))
        .sign(private, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.DER)


def thumbprint(der: bytes) -> str:
    """The base64url SHA-1 thumbprint (`x5t`) of a certificate (RFC 7517, 4.8)."""
    return base64.urlsafe_b64encode(hashlib.sha1(der, usedforsecurity=False).digest()).rstrip(b"=").decode()


def _base64url(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
