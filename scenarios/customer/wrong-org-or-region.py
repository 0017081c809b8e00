"""Everybody arrives at their own organisation and region, and a session opens nothing else.

"I typed our name and saw somebody else's workspace."
"okta-acme-eu" taken apart at its hyphens is the customer "acme". One redirect URI for all sends Europe to America. And an app
that only asks whether anybody is signed in shows one customer to another.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    mine = alice.customer
    longer = mine.subsidiary(f"{mine.name}branch", f"{mine.organization_id}-eu")
    alice.administrator.registers_also(longer)
    alice.support.takes_on(longer, alice.issuer_name)
    branch = alice.employed_by(longer)
    branch.signs_in()
    alice.must(
        branch.account().get("organisation") == longer.name, "the organisation with the longer id was not reached"
    )
    opened = alice.fetches(f"{alice.origin}/o/{mine.name}")
    refused = opened is None or opened.status in {401, 403, 404} or "/sign-in" in opened.url
    alice.must(refused, "a session of one organisation opened another")
    alice.signs_out()
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback, to=longer.redirect_uri)
    alice.must(not alice.account(), "an answer for one organisation was taken at the address of another")
    alice.begins(origin=alice.other_origin)
    alice.signs_in_at_the_idp()
    alice.must(alice.tab.url.startswith(alice.origin), "a login begun in the other region ended there")
    alice.must(alice.account().get("organisation") == mine.name, "the organisation with the shorter id was not reached")


SCENARIO = Scenario(
    spec="The product's guide (redirect URI, regions); RFC 9700, 4.4.2.2",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("eu",),
    needs=("adjustable", "accounts", "organisation_addresses"),
    covers=("customer:wrong-org-or-region", "rfc9700:4.4.2"),
)
