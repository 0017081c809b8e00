"""The session's cookie is written once the answer's head has gone, and so is not sent."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"cookies.set_session": lambda response, session, region: None},
    killed_by=("login/happy",),
    seen_at=("https://github.com/auth0/express-openid-connect/pull/838",),
)
