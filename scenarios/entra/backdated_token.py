"""A token that was issued five minutes ago by its own account is fresh.

Entra back-dates "iat" and "nbf" by five minutes; libraries that want "iat" closer than that refuse good tokens.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="https://github.com/openid/AppAuth-iOS/issues/264",
    expected=SignedIn("alice"),
    fault="clock_behind",
    idps=("entra",),
)
