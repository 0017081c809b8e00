"""The ID token's signature is an HMAC with an empty key."""

import base64
import hashlib
import hmac

from mock_idps.core.fault import Fault

HEADER = b'{"alg":"HS256","kid":"nobody-publishes-this"}'


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class EmptySecret(Fault):
    """Signs with HS256 and nothing for a secret, under a kid that nobody publishes."""

    breaks = "RFC 8725, 3.1 and 3.2: algorithms are agreed on, and an absent key is no key"

    def compact(self, token: str) -> str:
        """What is told instead; made by hand, for a library knows that a key is something."""
        signed = f"{_encoded(HEADER)}.{token.split('.')[1]}"
        return f"{signed}.{_encoded(hmac.digest(b'', signed.encode(), hashlib.sha256))}"


FAULT = EmptySecret()
