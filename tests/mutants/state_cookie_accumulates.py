"""Every login that is begun leaves a cookie of its own behind."""

import secrets

from fastapi import Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region

_bind = cookies.bind_browser


def bind_browser(response: Response, browser: str, response_mode: str | None, region: Region) -> None:
    _bind(response, browser, response_mode, region)
    kind = cookies.login_kind(response_mode)
    more = f"{cookies.name(kind, region)}-{secrets.token_hex(4)}"
    response.set_cookie(more, browser, **cookies.attributes(kind, region))


MUTANT = Mutant(
    replaces={"cookies.bind_browser": bind_browser},
    killed_by=("browser/many_abandoned_logins",),
    seen_at=(
        "https://github.com/auth0/nextjs-auth0/issues/2450",
        "https://github.com/authlib/authlib/blob/main/docs/changelog.rst",
        "https://github.com/kinde-oss/kinde-auth-nextjs/pull/528",
    ),
)
