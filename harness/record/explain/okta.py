"""Okta: claims of ID tokens in the code flow (the "thin" token), of the org and of custom authorization servers."""

from __future__ import annotations

from harness.record.explain.claim import Claim, Explained

_TOKENS = "https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/"
_SERVERS = "https://developer.okta.com/docs/concepts/auth-servers/"
_THIN = "https://developer.okta.com/docs/concepts/api-access-management/"
_GROUPS = "https://developer.okta.com/docs/guides/customize-tokens-groups-claim/main/"
_AMR = "https://developer.okta.com/docs/guides/configure-amr-claims-mapping/main/"
_PREREQUISITES = "https://developer.okta.com/docs/guides/submit-app-prereq/main/"
_AUTHN = "https://developer.okta.com/docs/reference/api/authn/"
_USERINFO = "in the code flow it stands only in the userinfo answer"

CLAIMS = Explained(
    label="Okta",
    source=_TOKENS,
    claims={
        "sub": Claim("Okta's user ID (00u…); stays when login or mail change", "always", source=_TOKENS),
        "iss": Claim("the org's domain, or a custom server below /oauth2/", "always", source=_SERVERS),
        "aud": Claim("the client ID; a string, never a list", "always", source=_TOKENS),
        "iat": Claim("issue time", "always", source=_TOKENS),
        "exp": Claim("iat and one hour, fixed", "always", source=_TOKENS),
        "ver": Claim("the number 1", "always", source=_TOKENS),
        "jti": Claim("identifier, begins with ID.", "always", source=_TOKENS),
        "amr": Claim("methods used; mfa is among them after a second factor", "always", source=_AMR),
        "idp": Claim("who knew the person: the org (00o…) or an inbound provider (0oa…)", "always", source=_TOKENS),
        "auth_time": Claim("when the person really signed in; silent logins keep it", "always", source=_TOKENS),
        "at_hash": Claim("ties the access token to this token", "always", source=_TOKENS),
        "nonce": Claim("as sent", "sometimes", "when the request carried one", _TOKENS),
        "name": Claim("full name", "sometimes", 'with scope "profile"', _TOKENS),
        "preferred_username": Claim("the Okta login; need not be an address", "sometimes", 'with scope "profile"', _TOKENS),
        "email": Claim("primary address; need not be unique", "sometimes", 'with scope "email"', _TOKENS),
        "groups": Claim("names of groups that the app's filter lets through", "sometimes", 'with scope "groups" at the org server, or as a claim of a custom server', _GROUPS),
        "email_verified": Claim("may be false for ever for directory users; not to be relied on", "never", _USERINFO, _PREREQUISITES),
        "given_name": Claim("given name", "never", _USERINFO, _THIN),
        "family_name": Claim("family name", "never", _USERINFO, _THIN),
        "locale": Claim("language", "never", _USERINFO, _THIN),
        "zoneinfo": Claim("time zone", "never", _USERINFO, _THIN),
        "updated_at": Claim("when the profile last changed", "never", _USERINFO, _THIN),
        "azp": Claim("Okta does not send it in ID tokens", "never", source=_TOKENS),
        "nbf": Claim("Okta does not send it in ID tokens", "never", source=_TOKENS),
    },
    parameters={
        "stateToken": ("Okta's handle for a sign-in that is under way", _AUTHN),
        "stateHandle": ("Okta's handle for a sign-in that is under way, between its pages", ""),
        "sessionToken": ("a one-time token that stands for a sign-in already made", _AUTHN),
    },
)  # fmt: skip
