"""Markup in a name is shown as text.

Names come from directories that other people write.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

MARKUP = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", name=f"Alice {MARKUP}", given_name="Alice", family_name=MARKUP)
    alice.signs_in()
    for page in ("", "/workspace", "/settings"):
        if page:
            alice.opens(page)
        alice.must(not alice.sees_element("img[src='x']"), "the person's name became markup of the app's page")
        alice.must(not alice.script_ran(), "a script in the person's name ran on the app's page")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 5.3.3",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
)
