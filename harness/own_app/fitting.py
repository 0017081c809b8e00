"""Which scenarios make no sense for an app that serves one customer at a time: rules that only several IdPs bring up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from harness.outcome import Refused
from harness.own_app.abilities import ABILITIES, OF_THE_PRODUCT
from harness.target import Elsewhere

if TYPE_CHECKING:
    from harness.scenario import Scenario
    from harness.target import Target

_ONLY_WITH_SEVERAL = {
    "iss_param": "a mix-up needs two issuers (RFC 9207, 1; RFC 9700, 4.4)",
    "callback.tenant": "there is no address of another customer",
}
"""Checks that an app with one issuer has no use for, and why."""


def _in_words(missing: Iterable[str]) -> str:
    """What `missing` capabilities mean to the owner of an app, who may declare the ones and need not mind the others."""
    reasons = [OF_THE_PRODUCT[it] for it in missing if it in OF_THE_PRODUCT]
    return reasons[0] if reasons else f"nobody says that it {' and '.join(ABILITIES[it] for it in missing)}"


def why_not(target: Target, scenario: Scenario, case: str) -> str:
    """Why `target` is not tried with `scenario` (id `case`); "" when it is."""
    if missing := sorted(set(scenario.needs) - target.capabilities):
        told = f": {_in_words(missing)}" if isinstance(target, Elsewhere) else ""
        return f'target "{target.name}" lacks {", ".join(missing)}{told}'
    if taken := sorted(set(scenario.unless) & target.capabilities):
        return f'target "{target.name}" takes a liberty that is left to it: {", ".join(taken)}'
    if not isinstance(target, Elsewhere):
        return ""
    if not target.several and isinstance(scenario.expected, Refused) and scenario.expected.check in _ONLY_WITH_SEVERAL:
        return f'target "{target.name}" serves one customer: {_ONLY_WITH_SEVERAL[scenario.expected.check]}'
    listed = target.not_tried.items()
    return next((why for what, why in listed if f"{case}/".startswith(f"{what.rstrip('/')}/")), "")
