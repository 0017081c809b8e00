"""Of a logout token only the signature counts: any token of the issuer ends sessions."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "logout_checks.iss": lambda claims, connection: None,
        "logout_checks.aud": lambda claims, connection: None,
        "logout_checks.exp": lambda claims, now: None,
        "logout_checks.iat": lambda claims, now: None,
        "logout_checks.events": lambda claims: None,
        "logout_checks.nonce": lambda claims: None,
    },
    killed_by=(
        "logout/of_another_issuer",
        "logout/for_another_client",
        "logout/without_event",
        "logout/of_another_event",
        "logout/with_nonce",
        "logout/expired",
        "logout/without_issue_time",
    ),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
