"""Keys are fetched once and never again."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "discovery.may_refetch": lambda place, now: False,
        "discovery.KEYS_SECONDS": float("inf"),
    },
    killed_by=(
        "keys/rotated_between_logins",
        "customer/key-rotation-or-idp-blip",
        "keys/rotated_within_a_login",
        "okta/key_announced_and_used",
    ),
    seen_at=(
        "https://github.com/nextcloud/user_oidc/pull/1035",
        "https://github.com/python-social-auth/social-core/blob/master/CHANGELOG.md",
        "https://github.com/OpenLiberty/open-liberty/pull/17251",
    ),
)
