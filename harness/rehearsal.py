"""One worker's rehearsals: a world and a browser that outlive single scenarios, and how one scenario is run in them."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from harness import browser as browsers
from harness import remote_browser
from harness.actor import Actor
from harness.interruption import Interruption
from harness.judge import Verdict, judge
from harness.lost_way import LostTheWay
from harness.own_app import black_box
from harness.own_app.caches import reaches_what_is_remembered
from harness.own_app.client_authentication import advice
from harness.own_app.mistakes import AppFailed, DoesNotApply
from harness.target import Elsewhere
from harness.world import World
from mock_idps.catalogue import fault

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from harness.outcome import Expected, Observed
    from harness.record.exchange import Recorder
    from harness.scenario import Scenario
    from harness.target import Target


_BELIEVED = 3
"""How often a healthy twin must be red before it is not tried again."""


def _close(browser: Browser) -> None:
    """Close a browser that may be gone already: Ctrl-C in a terminal reaches it as well."""
    with suppress(Error):
        browser.close()


class Rehearsal:
    """World and browser of one worker."""

    def __init__(
        self,
        target: Target,
        *,
        headed: bool = False,
        seed: int | None = None,
        recorder: Recorder | None = None,
        browser_ws: str | None = None,
        logs: Path | None = None,
    ) -> None:
        self.world = World(target, seed=seed, recorder=recorder, logs=logs)
        self.black_box = False
        self._headed = headed
        self._browser_ws = browser_ws
        self._stack = ExitStack()
        self._interruption = Interruption()
        self._browser: Browser | None = None
        self._twins: dict[tuple[object, ...], list[Verdict]] = {}

    def start(self) -> Rehearsal:
        """Start world and browser.

        Raises:
            NoBrowser: None is to be found; the message says how to get one.
        """
        self._stack.enter_context(self._interruption)
        try:
            self.world.start()
            self._stack.callback(self.world.stop)
            self._browser = self._start_browser()
            self._stack.callback(_close, self._browser)
        except BaseException:
            self.stop()
            raise
        return self

    def _start_browser(self) -> Browser:
        gateway = self.world.gateway
        if self._browser_ws is None:
            return browsers.launch(self._stack.enter_context(sync_playwright()), gateway, headed=self._headed)
        with remote_browser.tunnel(gateway):
            playwright = self._stack.enter_context(sync_playwright())
        return remote_browser.connect(playwright, gateway, self._browser_ws)

    def stop(self) -> None:
        """Stop browser and world."""
        self._stack.close()

    def rehearse(self, scenario: Scenario, idp: str, region: str) -> Verdict:
        """Run one scenario and judge it; a faulted one counts only where its healthy twin is green."""
        if scenario.fault is not None:
            twin = self._healthy_twin(scenario, idp, region)
            if not twin.passed:
                return Verdict(passed=False, reason=f"the healthy twin is red already: {twin.reason}")
        return self._judged(scenario.expected, scenario, idp, region, scenario.fault)

    def _healthy_twin(self, scenario: Scenario, idp: str, region: str) -> Verdict:
        """The same steps without the lie; a green one is remembered, a red one only after it was red several times.

        One slow answer of somebody's app would otherwise make every scenario with these steps red.
        """
        key = (scenario.steps, scenario.healthy, idp, region)
        known = self._twins.get(key, [])
        if known and (known[-1].passed or len(known) == _BELIEVED):
            return known[-1]
        verdict = self._judged(scenario.healthy, scenario, idp, region, None)
        self._twins[key] = [*known, verdict]
        return verdict

    @property
    def judges_from_outside(self) -> bool:
        """Whether the app's check codes are unknown: its logins are judged as a person sees them."""
        return self.black_box or "check_codes" not in self.world.target.capabilities

    def _judged(self, expected: Expected, scenario: Scenario, idp: str, region: str, fault_name: str | None) -> Verdict:
        """Observe and judge: by check codes where the app shows them, else as a person sees it."""
        by = black_box.judge if self.judges_from_outside else judge
        try:
            verdict = by(expected, self.observe(scenario, idp, region, fault_name))
        except AppFailed as failed:
            return Verdict(passed=False, reason=str(failed))
        return self.explained(verdict, idp)

    def explained(self, verdict: Verdict, idp: str) -> Verdict:
        """A red verdict with what is known of the app's trouble: its process's, and at the token endpoint of `idp`."""
        complaint = self.world.complaint()
        if verdict.passed:
            return verdict
        elsewhere = isinstance(self.world.target, Elsewhere)
        known = (verdict.reason, complaint, advice(self.world.services[idp]) if elsewhere else "")
        return Verdict(passed=False, reason="; ".join(part for part in known if part))

    def observe(self, scenario: Scenario, idp: str, region: str, fault_name: str | None) -> Observed:
        """Let the person act in a fresh world and browser, and look at the end."""
        self.world.reset()
        customer = self.world.customer(idp, region)
        lie = fault(fault_name)
        self.world.turn_to(customer, afresh=reaches_what_is_remembered(lie))
        self.world.services[idp].fault = lie
        actor = Actor(self.world, self.browser, customer)
        try:
            self._act(scenario, actor)
            observed = actor.observes()
            actor.closes_the_browser()
        except Error:
            self._interruption.raise_if_came()
            actor.closes_the_browser()
            raise
        except (AppFailed, DoesNotApply):
            actor.closes_the_browser()
            raise
        return observed

    def _act(self, scenario: Scenario, actor: Actor) -> None:
        actor.opens_a_browser()
        try:
            scenario.steps(actor)
        except (LostTheWay, Error) as lost:
            self._interruption.raise_if_came()
            actor.gets_lost(str(lost).partition("\n")[0])

    def has_a_browser(self) -> bool:
        """Whether the browser still does anything: it may have crashed, or its machine have gone."""
        try:
            self.browser.new_context().close()
        except Error:
            return False
        return True

    @property
    def browser(self) -> Browser:
        """The browser, once started."""
        if self._browser is None:
            raise RuntimeError("the rehearsal is not started; call start() first")
        return self._browser
