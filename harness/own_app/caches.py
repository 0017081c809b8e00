"""What an app may rightly remember of an issuer from one login to the next, and a fault would therefore not reach."""

from __future__ import annotations

from mock_idps.core.fault import Fault

_REMEMBERED = ("discovery", "jwks", "transport")


def reaches_what_is_remembered(fault: Fault) -> bool:
    """Whether `fault` lies in documents that apps keep for hours (OpenID Connect Discovery 1.0, 4; RFC 7517).

    An app that was started in the time of truth would never hear that lie; one that heard it may keep it.
    """
    return any(getattr(type(fault), hook) is not getattr(Fault, hook) for hook in _REMEMBERED)
