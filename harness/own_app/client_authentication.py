"""Why a login failed at the token endpoint, where the app sends its secret otherwise than the connection allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mock_idps.core.service import Service, TurnedDown

_MISMATCH = "auth_method_mismatch"
_UNPROVEN = frozenset({"credentials_missing", "secret_wrong"})


def advice(service: Service) -> str:
    """The way out, when the app's newest token request was refused for how it proves itself; "" otherwise.

    Some IdPs allow one method per connection, chosen by the customer's admin (RFC 7591, 2, "token_endpoint_auth_method").
    """
    found = service.turned_down
    if found is None:
        return ""
    if found.situation == _MISMATCH:
        return _chosen_otherwise(service.vendor.label, found)
    if found.situation in _UNPROVEN and found.client_id and found.method == "none":
        return (
            f"{service.vendor.label}'s token endpoint was sent a client id without a secret: "
            'let the app have "{client_secret}", below "connection" in its description'
        )
    return ""


def _chosen_otherwise(idp: str, found: TurnedDown) -> str:
    expected = found.detail["registered"]
    if found.method == "several":
        return (
            f"{idp}'s token endpoint was sent the client secret twice, in a Basic header and in the body, where one is "
            f'allowed (RFC 6749, 2.3): let the app send "{expected}" alone'
        )
    return (
        f'{idp}\'s token endpoint was sent the client secret as "{found.method}", and the connection there allows '
        f'"{expected}" alone: write auth_method = "{found.method}" below [connection] if that is what your customers '
        f'choose there, or let the app send "{expected}"'
    )
