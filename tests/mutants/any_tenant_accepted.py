"""The issuer is made from the tenant that the token itself names."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import entra
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal


def id_token_iss(claims: Claims, connection: Connection) -> None:
    theirs = connection.issuer.replace(entra.tenant(connection), str(claims.get("tid")))
    if claims.get("iss") != theirs:
        raise Refusal("id_token.iss", "the issuer is another one")


MUTANT = Mutant(
    replaces={"checks.id_token_iss": id_token_iss, "checks.tenant": lambda identity, expected: None},
    idp="entra",
    killed_by=("account/of_another_tenant",),
    seen_at=(
        "https://github.com/panva/openid-client/issues/893",
        "https://github.com/nextauthjs/next-auth/pull/13440",
        "https://github.com/openai/codex/issues/38973",
    ),
)
