"""What a scenario file declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.outcome import Expected, SignedIn

if TYPE_CHECKING:
    from harness.actor import Actor

ALICE_IS_SIGNED_IN = SignedIn("alice")


def signs_in(alice: Actor) -> None:
    """The default steps: open the app, choose SSO, name the organisation, sign in at the IdP."""
    alice.signs_in()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing that is tried; its file's docstring says the rule and what goes wrong without it.

    `spec` names the rule's source. `expected` is how the login ends. `fault` is a file of mock_idps/faults/. `steps` are
    what the person does. `idps` and `regions` narrow where the scenario makes sense (None: everywhere; a faulted one
    never runs on an IdP without fault hooks). `needs` names capabilities of a target without which it is skipped.
    `unless` names liberties that the specifications leave; it is skipped for a target that declares to take one of them.
    `healthy` is how the same steps end without the fault. `covers` lists ids of other catalogues that this scenario answers ("oidf:oidcc-client-test-nonce-invalid").
    """

    spec: str
    expected: Expected
    fault: str | None = None
    steps: Callable[[Actor], None] = signs_in
    idps: tuple[str, ...] | None = None
    regions: tuple[str, ...] | None = None
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    healthy: Expected = ALICE_IS_SIGNED_IN
