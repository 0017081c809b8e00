"""What userinfo says replaces what the ID token says, claim by claim."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"claims.merged": lambda id_token, userinfo: {**id_token, **userinfo}},
    idp="jumpcloud",
    killed_by=("account/address_from_two_sources",),
    seen_at=("https://github.com/keycloak/keycloak/issues/50618",),
)
