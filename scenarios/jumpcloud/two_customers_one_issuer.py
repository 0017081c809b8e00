"""Two customers of one region share the issuer, and neither gets into the other's workspace.

An app that allows an issuer once turns the second customer away; one that finds the customer by the issuer mixes them up.
"""

from dataclasses import replace

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    initrode = replace(alice.customer, name="initrode", organization_id="initrode-2", display_name="Initrode")
    alice.administrator.registers_also(initrode)
    alice.support.takes_on(initrode, people.issuer(alice.customer))
    alice.signs_in()
    alice.must(alice.account().get("organisation") == alice.customer.name, "she is in her own organisation first")
    alice.signs_out()
    alice.begins(organisation=initrode.name)
    alice.must(alice.account().get("organisation") == initrode.name, "she is in the second organisation then")


SCENARIO = Scenario(
    spec="https://github.com/netdata/netdata-cloud/issues/1098",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
