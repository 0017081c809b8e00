"""Entra ID: claims of v2.0 ID tokens in the code flow."""

from __future__ import annotations

from harness.record.explain.claim import Claim, Explained

_IDS = "https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference"
_OPTIONAL = "https://learn.microsoft.com/en-us/entra/identity-platform/optional-claims-reference"
_ACCESS = "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference"
_CODE = "https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc"
_AUTHORIZE = "https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow"
_ERRORS = "https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes"
_CAPTURES = "https://github.com/cirrusidentity/simplesamlphp-module-authoauth2/blob/master/docs/MICROSOFT.md"
_BACKDATED = "https://github.com/openid/AppAuth-iOS/issues/264"
_OPTION = "when it is chosen as an optional claim of the app registration"

CLAIMS = Explained(
    label="Entra ID",
    source=_IDS,
    claims={
        "aud": Claim("the client ID; a string, never a list", "always", source=_IDS),
        "iss": Claim("the tenant signed in to, ends in /v2.0 without a slash", "always", source=_IDS),
        "iat": Claim("five minutes before the token was really made", "always", source=_BACKDATED),
        "nbf": Claim("equal to iat", "always", source=_CAPTURES),
        "exp": Claim("iat and 65 minutes", "always", source=_CAPTURES),
        "sub": Claim("pairwise: changes with a new app registration", "always", source=_IDS),
        "ver": Claim('the string "2.0"', "always", source=_IDS),
        "aio": Claim("opaque, for Entra itself", "sometimes", "nearly always; not for apps", _IDS),
        "rh": Claim("opaque, for Entra itself", "sometimes", "nearly always; not for apps", _IDS),
        "uti": Claim("identifier of this token", "sometimes", "nearly always; not for apps", _IDS),
        "name": Claim("display name; may change", "sometimes", 'with scope "profile"', _IDS),
        "oid": Claim("the person in this tenant, the same for every app; with tid the key", "sometimes", 'with scope "profile"', _IDS),
        "tid": Claim("the tenant", "sometimes", 'with scope "profile"', _IDS),
        "preferred_username": Claim("the login name; may change, is no key", "sometimes", 'with scope "profile"', _IDS),
        "nonce": Claim("as sent, byte for byte", "sometimes", "when the request carried one", _CODE),
        "email": Claim("the mail attribute, which anybody's admin may set to anything", "sometimes", 'with scope "email" or as an optional claim, and only if the mail attribute is filled; for guests by default', _OPTIONAL),
        "email_verified": Claim("Entra does not say it", "never", source=_CAPTURES),
        "xms_edov": Claim("whether the owner of the mail domain is verified", "sometimes", _OPTION, _OPTIONAL),
        "idp": Claim("the home of a guest", "sometimes", "for guests", _IDS),
        "groups": Claim("object IDs of groups, not names", "sometimes", "when the registration asks for groups, and there are at most 200", _ACCESS),
        "_claim_names": Claim("groups are too many: ask elsewhere", "sometimes", "instead of groups, above 200", _ACCESS),
        "_claim_sources": Claim("where to ask for the groups", "sometimes", "instead of groups, above 200", _ACCESS),
        "hasgroups": Claim("groups are too many", "never", "in the code flow", _ACCESS),
        "roles": Claim("app roles of the person", "sometimes", "when roles are assigned; absent rather than empty", _IDS),
        "given_name": Claim("given name", "sometimes", _OPTION, _OPTIONAL),
        "family_name": Claim("family name", "sometimes", _OPTION, _OPTIONAL),
        "upn": Claim("user principal name", "sometimes", _OPTION, _OPTIONAL),
        "sid": Claim("the session, for front-channel logout", "sometimes", _OPTION, _OPTIONAL),
        "login_hint": Claim("opaque; skips the account picker", "sometimes", _OPTION, _OPTIONAL),
        "auth_time": Claim("when the person signed in", "sometimes", _OPTION, _OPTIONAL),
        "acct": Claim("0 for a member, 1 for a guest", "sometimes", _OPTION, _OPTIONAL),
        "amr": Claim("of v1.0 tokens only", "never", source=_IDS),
        "unique_name": Claim("of v1.0 tokens only", "never", source=_IDS),
        "at_hash": Claim("not in answers of the token endpoint", "never", source=_IDS),
        "c_hash": Claim("not in answers of the token endpoint", "never", source=_IDS),
    },
    parameters={
        "domain_hint": ("which kind of account; skips a page of the sign-in", _AUTHORIZE),
        "ext_expires_in": ("life of the access token while Entra is down, in seconds", _AUTHORIZE),
        "client-request-id": ("the request's name in Entra's own logs", _AUTHORIZE),
        "error_codes": ("Entra's numbers for the error (AADSTS…)", _ERRORS),
        "error_subcode": ('what happened more closely; "cancel" when the person gave up', _ERRORS),
        "trace_id": ("the request's name in Entra's own logs, for a support case", _ERRORS),
        "correlation_id": ("ties several requests of one client together in Entra's logs", _ERRORS),
        "timestamp": ("when the error happened, UTC", _ERRORS),
    },
)  # fmt: skip
