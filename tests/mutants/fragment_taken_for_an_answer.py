"""The page at the redirect URI looks for tokens behind every "#", as for the implicit flow, and starts over without them."""

from typing import Any

from fastapi.responses import HTMLResponse

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, headers

_finish, _policy = callback.finish, headers.content_security_policy
_PAGE = """<!doctype html><html lang="en-GB"><title>Signing in</title><script>
const again = location.href.includes('#') && !sessionStorage.again
sessionStorage.again = 'once'
location.replace(again ? '/api/auth/initiate/' + location.pathname.split('/').pop() : '/workspace')
</script></html>"""


async def finish(*given: Any) -> Any:
    done = await _finish(*given)
    answer = HTMLResponse(_PAGE)
    answer.raw_headers += [(name, value) for name, value in done.raw_headers if name == b"set-cookie"]
    return answer


MUTANT = Mutant(
    replaces={
        "callback.finish": finish,
        "headers.content_security_policy": lambda *given: _policy(*given) + "; script-src 'unsafe-inline'",
    },
    idp="entra",
    killed_by=("entra/empty_fragment",),
)
