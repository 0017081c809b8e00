"""Judging an app that shows no check codes: by who ends up signed in, by 5xx and loops, never by wording.

An app may refuse with any page, in any language, lead home, or begin a fresh login: all of these are refusals.
"""

from __future__ import annotations

from harness.judge import Verdict
from harness.judge import judge as by_code
from harness.outcome import Observed, Refused, SignedIn

_ERROR_PAGE = "chrome-error://"


def words(expected: object) -> str:
    """What is expected, as a person would say it who knows no check codes."""
    return "nobody is signed in" if isinstance(expected, Refused) else str(expected)


def judge(expected: object, observed: Observed) -> Verdict:
    """`expected` × `observed` as a person sees it."""
    if observed.url.startswith(_ERROR_PAGE):
        seen = "; ".join(("the browser gave up (a loop of redirects, or no answer at all)", *observed.broken))
        return Verdict(passed=False, reason=f"expected: {expected}; observed: {seen}")
    if observed.broken and not isinstance(expected, SignedIn) and not observed.person:
        return Verdict(passed=False, reason=f"nobody is signed in, as it should be, but {observed}")
    if isinstance(expected, SignedIn) or observed.broken:
        return by_code(expected, observed)  # type: ignore[arg-type]  # whatever is broken is red before it is matched
    if observed.person and not observed.begun_anew:
        return Verdict(passed=False, reason=f"expected: nobody is signed in; observed: {observed}")
    return Verdict(passed=True)
