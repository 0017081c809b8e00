"""The code verifier is made of signs that RFC 7636 does not allow."""

import secrets

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"authorization.new_verifier": lambda: secrets.token_urlsafe(36) + "+/="},
    killed_by=("request/complete",),
    seen_at=("https://github.com/oauth2-proxy/oauth2-proxy/pull/1906",),
)
