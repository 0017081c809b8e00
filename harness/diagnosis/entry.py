"""One thing that can go wrong with a login: how it shows, what it means, who must act, and how to bring it about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WHO = ("their admin", "their user", "us", "the IdP")
"""Who must act: the customer's administrator, the person, whoever runs the app, or the vendor."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One diagnosis.

    `id` is "vendor/situation", a bug's id such as "okta-14", or "check/" and the app's check. `shows` are the texts by which it
    is known, `codes` what can be told from a code alone (AADSTS numbers, Okta's E-codes, check codes). `place` is "page",
    "redirect", "inline", "body", "app" or "" for a bug that shows in different places. `stage` says how to bring it about, in the
    words of a repro file; {} where nobody has written that down. `situation` is the vendor's, "" for bugs and checks.
    """

    id: str
    vendor: str
    shows: tuple[str, ...]
    codes: tuple[str, ...]
    place: str
    error: str
    means: str
    do: str
    who: str
    scenario: str = ""
    story: str = ""
    source: str = ""
    status: int = 0
    situation: str = ""
    stage: Mapping[str, Any] = field(default_factory=dict)
