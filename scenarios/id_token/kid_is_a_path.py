"""A "kid" that is a path or a piece of SQL finds no key and does no harm.

Keys looked up in files or tables by an unchecked name are a way in.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 8725, 3.10",
    expected=Refused("id_token.kid"),
    fault="kid_is_a_path",
    needs=("signature",),
)
