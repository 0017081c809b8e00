"""Personal accounts, whose tokens another service issues.

Facts: https://learn.microsoft.com/en-us/entra/identity-platform/id-tokens, real tokens in
github.com/cirrusidentity/simplesamlphp-module-authoauth2 docs/MICROSOFT.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import MULTI, Visitor, part

CAROL = "carol@outlook.example"


@pytest.fixture
def code(visitor: Visitor) -> str:
    """A code of Carol's for an app that takes personal accounts."""
    visitor.tenant.apps[1].settings["sign_in_audience"] = "AzureADandPersonalMicrosoftAccount"
    return visitor.signs_in(CAROL, tenant="consumers", client_id=MULTI)["code"]


def _told(visitor: Visitor, code: str) -> dict[str, Any]:
    told: dict[str, Any] = visitor.redeem(code, "consumers", client_id=MULTI).json()
    return told


def test_access_token_is_no_jwt(visitor: Visitor, code: str) -> None:
    """Nobody can take it apart, and userinfo takes it."""
    token = _told(visitor, code)["access_token"]
    info = visitor.get("https://graph.microsoft.com/oidc/userinfo", headers={"Authorization": f"Bearer {token}"})

    assert "." not in token
    assert info.json()["name"] == "Carol"


def test_subject_starts_with_many_a(visitor: Visitor, code: str) -> None:
    """Half of the 43 characters say nothing."""
    subject = part(_told(visitor, code)["id_token"], 1)["sub"]

    assert len(subject) == 43
    assert subject.startswith("A" * 21)


def test_code_expires_in_words_of_its_own(visitor: Visitor, code: str) -> None:
    """AADSTS70000 (https://github.com/spencerwooo/onedrive-cf-index/issues/25)."""
    visitor.clock.at += 600
    told = _told(visitor, code)

    assert (told["error"], told["error_codes"]) == ("invalid_grant", [70000])
    assert "The code has expired." in told["error_description"]
