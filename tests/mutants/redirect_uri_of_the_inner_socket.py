"""The token request builds the redirect URI a second time, from the scheme the load balancer spoke to the app."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "redirect_uri.for_token_request": lambda request, transaction: (
            f"{request.url.scheme}://{request.headers['host']}{request.url.path}"
        ),
    },
    idp="entra",
    region="eu",
    killed_by=("customer/proxy-redirect-uri", "entra/redirect_uri_at_the_token_endpoint"),
    also_red=("request/behind_a_proxy",),
)
