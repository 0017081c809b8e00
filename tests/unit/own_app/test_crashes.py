"""A crash is told from an app's word that its IdP failed."""

from __future__ import annotations

import pytest

from harness.own_app.crashes import crash, is_crash


@pytest.mark.parametrize("status", [502, 503, 504])
def test_an_app_may_say_that_its_idp_fails(status: int) -> None:
    """A gateway's status is right while the IdP fails, and never otherwise."""
    assert not is_crash(status, {}, (), idp_fails=True)
    assert is_crash(status, {}, (), idp_fails=False)


@pytest.mark.parametrize("status", [500, 501, 505])
def test_anything_else_above_500_is_a_crash(status: int) -> None:
    """Whatever the IdP does, an app that falls over is red."""
    assert is_crash(status, {}, (), idp_fails=True)


def test_the_gateways_own_words_are_held_against_the_app() -> None:
    """An app that does not answer at all has the gateway answer for it: that is no word of its own."""
    assert is_crash(504, {"proxy-status": "sso-harness"}, (), idp_fails=True)


@pytest.mark.parametrize("status", [200, 302, 400, 403, 404, 429])
def test_a_refusal_is_no_crash(status: int) -> None:
    """Below 500 an app may refuse by whatever status it likes."""
    assert not is_crash(status, {}, (), idp_fails=False)


def test_an_app_that_refuses_by_500_may_say_so() -> None:
    """Its other rules are judged then; what else is broken stays red."""
    able = ("refuses_with_500",)

    assert not is_crash(500, {}, able, idp_fails=False)
    assert is_crash(502, {"proxy-status": "sso-harness"}, able, idp_fails=True)


def test_silence_is_not_told_as_a_status() -> None:
    """Who reads "504" would look for it in the app's log, where it is not: the gateway gave it."""
    assert crash(504, {"proxy-status": "sso-harness"}, "/callback") == "the app gave no answer at /callback"
    assert crash(500, {}, "/callback") == "the app answered 500 at /callback"
