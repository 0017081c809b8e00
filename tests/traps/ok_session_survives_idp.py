"""A session lives until it ends by itself: the IdP is never asked again."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0 (an ID token says who signed in, not for how long)",
    replaces={"refresh.due": lambda party, visitor: False},
    lacks=("refresh",),
    near=(
        "refresh/withdrawn",
        "refresh/issuer_away",
        "refresh/of_another_issuer",
        "refresh/in_parallel",
        "okta/person_suspended",
    ),
)
