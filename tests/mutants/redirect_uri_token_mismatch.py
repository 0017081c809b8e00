"""The token request names the redirect URI as the callback itself was reached."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "redirect_uri.for_token_request": lambda request, transaction: str(request.url.replace(query="")),
    },
    killed_by=("request/behind_a_proxy",),
    seen_at=("https://github.com/wg-easy/wg-easy/issues/2772",),
)
