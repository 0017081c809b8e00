"""A page where a token was due ends the login kindly.

Proxies and guest networks answer 200 and HTML.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=Refused("token_endpoint.answer"),
    fault="page_instead_of_token",
)
