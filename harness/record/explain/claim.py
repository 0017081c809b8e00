"""The nouns of an explanation: a claim, when a vendor sends it, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Presence = Literal["always", "sometimes", "never", "unknown"]
"""How often a vendor sends a claim in ID tokens of the code flow; "unknown" where no source says."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: what it says, when it is sent, and for "sometimes" on what that depends."""

    says: str
    when: Presence = "unknown"
    condition: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """Everything known of one vendor's ID-token claims, by name; `source` is the vendor's own page.

    `parameters` are its own ones, which no specification names: what each is, and where that is written.
    """

    label: str
    source: str
    claims: dict[str, Claim]
    parameters: dict[str, tuple[str, str]] = field(default_factory=dict)
