"""Okta failing on its own side: an app's switch `fails` names the endpoint and the situation.

For example {"token": "internal_error"}, {"authorize": "temporarily_unavailable"}, {"token": "hook_failed"}. The situations
are those of the error books; `hook_text` of the app is what an inline hook says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from mock_idps.core.model import AppRegistration


def check(app: AppRegistration, endpoint: str) -> None:
    """Fail if the app's switch says so.

    Raises:
        Refusal: Whatever situation is named.
    """
    if situation := app.settings.get("fails", {}).get(endpoint):
        raise Refusal(situation, text=str(app.settings.get("hook_text", "The callback service returned an error.")))
