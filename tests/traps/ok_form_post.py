"""Every answer is asked for as a posted form."""

from dataclasses import replace

from harness.reference_rp.configuration import Configuration, Organisation
from harness.traps.trap import Trap


def _posted(organisation: Organisation) -> Organisation:
    if organisation.connection is None or organisation.connection.idp not in {"entra", "okta"}:
        return organisation
    return replace(organisation, connection=replace(organisation.connection, response_mode="form_post"))


def configured(usual: Configuration) -> Configuration:
    """Every connection to an IdP that posts asks for it."""
    return replace(usual, organisations=tuple(_posted(each) for each in usual.organisations))


TRAP = Trap(
    allowed_by="Form Post Response Mode 1.0, 2",
    configured=configured,
    near=(
        "callback/replayed",
        "callback/prefetched",
        "callback/repeated_parameter",
        "callback/at_another_customer",
        "callback/strangers_own_login",
        "callback/cookies_lost",
    ),
)
