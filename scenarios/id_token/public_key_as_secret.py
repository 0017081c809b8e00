"""An HMAC keyed with the issuer's public key proves nothing.

Everybody has that key. An app that lets the token choose the algorithm checks it with the very key it published.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 2.1 and 3.1; OIDC Core 1.0, 3.1.3.7 (7, 8)",
    expected=Refused("id_token.alg"),
    fault="public_key_as_secret",
    needs=("signature",),
    covers=("oidf:oidcc-client-test-invalid-sig-hs256",),
)
