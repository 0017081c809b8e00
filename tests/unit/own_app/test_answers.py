"""What an IdP answered to a login that came to nothing."""

from __future__ import annotations

import pytest

from harness.outcome import Observed
from harness.own_app.answers import error_answered, idp_failed

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


@pytest.mark.parametrize(
    ("error", "failed"),
    [("temporarily_unavailable", True), ("server_error", True), ("access_denied", False), ("", False)],
)
def test_an_idp_may_say_that_it_fails(error: str, failed: bool) -> None:  # noqa: FBT001 - a parameter
    """An app that answers 503 to that tells the truth; to a person's refusal it does not."""
    visited = ["https://app.example/callback?" + (f"error={error}" if error else "code=x")]

    assert idp_failed(visited, {"app.example"}, "/callback") == failed
