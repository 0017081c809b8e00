"""An answer with neither code nor error ends kindly.

A callback that reads the code first crashes on it.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2",
    expected=Refused("code"),
    fault="no_code",
)
