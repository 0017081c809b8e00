"""Cookies are neither Secure nor closed to scripts."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "cookies.name": lambda kind, region: kind,
        "cookies.attributes": lambda kind, region: {"path": "/", "samesite": "lax"},
    },
    killed_by=("browser/cookie_flags",),
    also_red=("callback/by_form_post",),
    seen_at=("https://github.com/juev/nebula-mesh/security/advisories/GHSA-rqfj-vv8r-xhqc",),
)
