"""The redirect to the issuer may be kept for five minutes."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import headers

_cache_control = headers.cache_control

MUTANT = Mutant(
    replaces={
        "headers.cache_control": lambda path: (
            "public, max-age=300" if "/initiate" in path or "/sign-in/" in path else _cache_control(path)
        ),
    },
    killed_by=("request/fresh_every_time",),
    seen_at=("https://github.com/zmartzone/lua-resty-openidc/blob/master/ChangeLog",),
)
