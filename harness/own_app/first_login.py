"""The first login at somebody's app: does the description fit, and what does the app send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from harness import people
from harness.browser import NoBrowser
from harness.catalogue import FOLDER, load
from harness.command import BadInput
from harness.gateway.sockets import PortTaken
from harness.outcome import SignedIn
from harness.own_app import black_box
from harness.own_app.logs import NEAR
from harness.own_app.mistakes import AppFailed
from harness.rehearsal import Rehearsal

if TYPE_CHECKING:
    from harness.own_app.target import OwnApp


_ASKED_NOTHING = (
    "the issuer was asked nothing, not even its discovery document: a program that ignores proxies "
    f'(Node\'s fetch before Node 24) needs reach = "hosts"; its own words are in {NEAR}/'
)


@dataclass(frozen=True, slots=True)
class FirstLogin:
    """How it went: `reason` when it failed, what the app `sent` to the authorization endpoint, which endpoints it `asked`."""

    passed: bool
    reason: str
    sent: Mapping[str, str]
    asked: frozenset[str] = frozenset()

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What the login shows of the app's abilities; whoever fetches the keys means to check signatures."""
        shown = {
            "nonce": "nonce" in self.sent,
            "pkce": "code_challenge" in self.sent,
            "signature": "jwks" in self.asked,
            "userinfo": "userinfo" in self.asked,
        }
        return tuple(name for name, seen in shown.items() if seen)

    def lines(self) -> list[str]:
        """What a person is told."""
        if not self.passed:
            return [f"the first login failed: {self.reason}", *([] if self.asked else [_ASKED_NOTHING])]
        said = [
            f"{parameter}: {self.sent[parameter]}" for parameter in ("redirect_uri", "scope") if parameter in self.sent
        ]
        abilities = ", ".join(
            f"{name} {'sent' if name in self.capabilities else 'not sent'}" for name in ("nonce", "pkce")
        )
        asked = ", ".join(
            f"{what} {'fetched' if endpoint in self.asked else 'not fetched'}"
            for what, endpoint in (("keys", "jwks"), ("userinfo", "userinfo"))
        )
        return ["Alice signed in", *said, f"{abilities}, {asked}"]


def try_it(target: OwnApp, idp: str) -> FirstLogin:
    """Sign Alice in at `idp` in the target's first region.

    Raises:
        BadInput: There is no browser, or the app's surroundings cannot be made; one line says why.
    """
    region = target.regions[0]
    rehearsal = Rehearsal(target, logs=Path.cwd() / NEAR)
    try:
        rehearsal.start()
        scenario, _ = load(FOLDER / "login" / "happy.py")
        seen = rehearsal.observe(scenario, idp, region, None)
        verdict = rehearsal.explained(black_box.judge(SignedIn("alice"), seen), idp)
        asked = frozenset(it.endpoint for it in rehearsal.world.services[idp].received)
        return FirstLogin(verdict.passed, verdict.reason, _sent(rehearsal, idp, region), asked)
    except (NoBrowser, PortTaken, Error) as error:
        raise BadInput(str(error).partition("\n")[0]) from None
    except AppFailed as failed:
        return FirstLogin(passed=False, reason=str(failed), sent={})
    finally:
        rehearsal.stop()


def _sent(rehearsal: Rehearsal, idp: str, region: str) -> Mapping[str, str]:
    own = people.client_id(people.organisation(idp, region))
    asked = [it for it in rehearsal.world.services[idp].received if it.parameters.get("client_id") == own]
    return next((it.parameters for it in asked if it.endpoint == "authorize"), {})
