"""A token without "kid" is an exception nobody catches."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_kid": lambda header, keys, check="id_token.kid": [
            key for key in keys if key.kid == header["kid"]
        ],
    },
    killed_by=("id_token/kid_absent",),
    also_red=("id_token/kid_unknown", "id_token/kid_is_a_path", "keys/storm", "keys/empty"),
    seen_at=("https://github.com/mozilla/mozilla-django-oidc/blob/main/HISTORY.rst",),
)
