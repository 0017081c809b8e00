"""The client secret travels in the body."""

from dataclasses import replace

from harness.reference_rp.configuration import Configuration, Organisation
from harness.traps.trap import Trap


def _posting(organisation: Organisation) -> Organisation:
    if organisation.connection is None:
        return organisation
    return replace(organisation, connection=replace(organisation.connection, auth_method="client_secret_post"))


def configured(usual: Configuration) -> Configuration:
    """Every connection posts."""
    return replace(usual, organisations=tuple(_posting(each) for each in usual.organisations))


TRAP = Trap(
    allowed_by="RFC 6749, 2.3.1; OIDC Core 1.0, 9; the issuer's metadata",
    configured=configured,
    near=("token_endpoint/secret_with_signs", "token_endpoint/secret_in_the_body", "okta/one_credential_only"),
)
