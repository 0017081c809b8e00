"""Two customers of one region share the issuer, and neither gets into the other's workspace.

An app that allows an issuer once turns the second customer away; one that finds the customer by the issuer mixes them up.
"""

from dataclasses import replace

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    hooli = replace(alice.customer, name="hooli", organization_id="hooli-2", display_name="Hooli")
    alice.administrator.registers_also(hooli)
    alice.support.takes_on(hooli, people.issuer(alice.customer))
    alice.signs_in()
    alice.must(alice.account().get("organisation") == alice.customer.name, "she is in her own organisation first")
    alice.signs_out()
    alice.begins(organisation=hooli.name)
    alice.must(alice.account().get("organisation") == hooli.name, "she is in the second organisation then")


SCENARIO = Scenario(
    spec="https://github.com/netdata/netdata-cloud/issues/1098",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable",),
)
