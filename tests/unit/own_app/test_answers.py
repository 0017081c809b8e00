"""What an IdP answered to a login that came to nothing."""

from __future__ import annotations

import pytest

from harness.outcome import Observed
from harness.own_app.answers import error_answered

HOSTS = ("shop.example",)
CALLBACK = "https://shop.example/callback"


@pytest.mark.parametrize(
    ("visited", "expected"),
    [
        ([f"{CALLBACK}?error=invalid_request&error_description=No+state."], '"invalid_request" (No state.)'),
        ([f"{CALLBACK}?error=access_denied", "https://shop.example/sorry"], '"access_denied"'),
        ([f"{CALLBACK}?error=access_denied", f"{CALLBACK}?code=1"], ""),
        (["https://idp.example/callback?error=access_denied"], ""),
        (["https://shop.example/sign-in?error=OAuthCallbackError"], ""),
        ([f"{CALLBACK}?error=x&error_description={'long ' * 80}"], f'"x" ({("long " * 40)[:199]}…)'),
        ([], ""),
    ],
)
def test_the_last_answer_counts(visited: list[str], expected: str) -> None:
    """Only the newest authorization response at the app says how the login ended."""
    assert error_answered(visited, HOSTS, "/callback") == expected


def test_who_reads_that_nobody_is_signed_in_reads_why() -> None:
    """The IdP's own words follow the page's."""
    seen = Observed("https://shop.example/", at_app=True, words='"Try again"', answered='"access_denied"')

    assert str(seen).endswith('where the page says "Try again"; the IdP had answered "access_denied"')
