"""JumpCloud: claims of ID tokens in the code flow."""

from __future__ import annotations

from harness.record.explain.claim import Claim, Explained

_ATTRIBUTES = "https://jumpcloud.com/support/oidc-attributes-claims"
_DECODED_2024 = "https://github.com/goharbor/harbor/issues/20779"
_DECODED_2025 = "https://github.com/argoproj/argo-cd/issues/22973"
_STRING = "https://github.com/knadh/listmonk/issues/2237"
_FLOW = "https://www.ory.sh/docs/oauth2-oidc/custom-login-consent/flow"
_MAPPED = "when an admin maps it"

CLAIMS = Explained(
    label="JumpCloud",
    source=_ATTRIBUTES,
    claims={
        "iss": Claim("the region's issuer; the slash at its end is part of it", "always", source=_DECODED_2024),
        "sub": Claim("the user's ID, 24 hexadecimal digits; the same for every app", "always", source=_DECODED_2024),
        "aud": Claim("a list with the client ID as its one element", "always", source=_DECODED_2024),
        "iat": Claim("issue time", "always", source=_DECODED_2024),
        "exp": Claim("iat and one hour", "always", source=_DECODED_2024),
        "auth_time": Claim("when the person signed in", "always", source=_DECODED_2024),
        "rat": Claim("when the login was requested; no standard claim", "always", source=_DECODED_2024),
        "jti": Claim("identifier of this token", "always", source=_DECODED_2024),
        "sid": Claim("the issuer's session, for logout", "always", source=_DECODED_2024),
        "at_hash": Claim("ties the access token to this token", "always", source=_DECODED_2024),
        "nonce": Claim("as sent; at least 8 characters", "sometimes", "when the request carried one", _STRING),
        "jc_org": Claim("the organisation's ID; all that tells tenants apart", "sometimes", "in newer tokens", _DECODED_2025),
        "email": Claim("the address", "sometimes", 'with scope "email", when the app registration has it ticked', _ATTRIBUTES),
        "email_verified": Claim('a constant of the app registration: usually the string "true", not a boolean', "sometimes", 'with scope "email", when the app registration has it ticked', _STRING),
        "given_name": Claim("given name", "sometimes", 'with scope "profile", when the app registration has it ticked', _ATTRIBUTES),
        "family_name": Claim("family name", "sometimes", 'with scope "profile", when the app registration has it ticked', _ATTRIBUTES),
        "name": Claim("full name", "sometimes", f"{_MAPPED}; not by default", _ATTRIBUTES),
        "preferred_username": Claim("login name", "sometimes", f"{_MAPPED}; not by default", _STRING),
        "picture": Claim('a picture; may be the word "none"', "sometimes", _MAPPED, _STRING),
        "groups": Claim("names of groups bound to the app: missing for none, a bare string for one, a list for more; an admin may call the claim otherwise", "sometimes", "when groups are included, for people in at least one", _DECODED_2025),
        "azp": Claim("not seen in real tokens", "never", source=_DECODED_2024),
        "amr": Claim("not seen in real tokens: a second factor cannot be told", "never", source=_DECODED_2024),
        "acr": Claim("not seen in real tokens", "never", source=_DECODED_2024),
        "tid": Claim("another vendor's claim", "never", source=_DECODED_2024),
        "oid": Claim("another vendor's claim", "never", source=_DECODED_2024),
    },
    parameters={
        "login_challenge": ("the issuer's handle for the login under way, on its way to the sign-in page", _FLOW),
        "login_verifier": ("the answer of the sign-in page to the issuer", _FLOW),
        "consent_challenge": ("the issuer's handle for the consent under way", _FLOW),
        "consent_verifier": ("the answer of the consent page to the issuer", _FLOW),
    },
)  # fmt: skip
