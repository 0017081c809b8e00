"""A certificate in the token's header proves the token's signature."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.x509 import load_der_x509_certificate
from joserfc.jwk import Key, RSAKey

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

_published = checks.id_token_kid


def kid(header: Mapping[str, Any], keys: Sequence[Key], check: str = "id_token.kid") -> list[Key]:
    if "x5c" not in header:
        return _published(header, keys, check)
    certificate = load_der_x509_certificate(b64decode(header["x5c"][0]))
    return [RSAKey.import_key(certificate.public_key())]


MUTANT = Mutant(replaces={"checks.id_token_kid": kid}, killed_by=("id_token/brings_its_own_certificate",))
