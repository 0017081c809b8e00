"""A rehearsal whose browser writes HARs, as a customer's would: what a repro can be proven with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from harness.rehearsal import Rehearsal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from harness.outcome import Observed
    from harness.scenario import Scenario
    from harness.target import Target


class HarRehearsal(Rehearsal):
    """A rehearsal that leaves one HAR per browser profile of the last login in `hars`, in the order in which they were opened."""

    def __init__(self, target: Target, folder: Path, *, seed: int | None = None) -> None:
        super().__init__(target, seed=seed)
        self._hars = folder
        self._number = 0
        self.hars: list[Path] = []
        self.observed: Observed | None = None

    def observe(self, scenario: Scenario, idp: str, region: str, fault_name: str | None) -> Observed:
        """Let the person act as ever; the HARs are the last login's, so the faulted one's."""
        self.hars = []
        self.observed = super().observe(scenario, idp, region, fault_name)
        return self.observed

    @property
    def browser(self) -> Browser:
        """The browser; each profile of it is recorded from its first request on."""
        return cast("Browser", _Recording(super().browser, self))

    def next_har(self) -> Path:
        """Where the next profile's HAR goes."""
        self._number += 1
        path = self._hars / f"{self._number:04}.har"
        self.hars.append(path)
        return path


class _Recording:
    """A browser whose contexts are recorded."""

    def __init__(self, browser: Browser, rehearsal: HarRehearsal) -> None:
        self._browser = browser
        self._rehearsal = rehearsal

    def new_context(self, **options: Any) -> BrowserContext:
        """An empty profile, recorded."""
        return self._browser.new_context(
            record_har_path=self._rehearsal.next_har(), record_har_content="embed", **options
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._browser, name)
