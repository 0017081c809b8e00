"""Expected × observed → verdict."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from harness.outcome import AtIssuer, Expected, NotSignedIn, Observed, Refused, SignedIn


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the login ended as expected, and in one line why not."""

    passed: bool
    reason: str = ""


def judge(expected: Expected, observed: Observed) -> Verdict:
    """Compare what a scenario expects with what was seen; whatever is broken fails first."""
    if not observed.broken and _matches(expected, observed):
        return Verdict(passed=True)
    return Verdict(passed=False, reason=f"expected: {expected}; observed: {observed}")


def _matches(expected: Expected, observed: Observed) -> bool:
    match expected:
        case SignedIn(person, at):
            return observed.at_app and observed.person == person and _is_at(at, observed.url)
        case Refused(check):
            return observed.at_app and not observed.person and observed.check == check
        case AtIssuer():
            return observed.at_issuer and not observed.person
        case NotSignedIn(at):
            return observed.at_app and not observed.person and not observed.check and _is_at(at, observed.url)


def _is_at(path: str | None, url: str) -> bool:
    if path is None:
        return True
    parts = urlsplit(url)
    whole = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return whole == path
