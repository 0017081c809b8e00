"""What the specifications say: claims of every issuer, and the parameters of a login in the field's words."""

from __future__ import annotations

from harness.record.explain.claim import Claim

CORE = "https://openid.net/specs/openid-connect-core-1_0.html"
OAUTH = "https://www.rfc-editor.org/rfc/rfc6749"
PKCE = "https://www.rfc-editor.org/rfc/rfc7636"

_ID_TOKEN = f"{CORE}#IDToken"
_STANDARD = f"{CORE}#StandardClaims"

CLAIMS: dict[str, Claim] = {
    "iss": Claim("issuer: who made this token; compared to the letter", "always", source=_ID_TOKEN),
    "sub": Claim("subject: who signed in, never reassigned within the issuer", "always", source=_ID_TOKEN),
    "aud": Claim("audience: which client the token is for", "always", source=_ID_TOKEN),
    "exp": Claim("expiry, seconds since 1970", "always", source=_ID_TOKEN),
    "iat": Claim("issue time, seconds since 1970", "always", source=_ID_TOKEN),
    "nbf": Claim("not valid before, seconds since 1970", source="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5"),
    "jti": Claim("identifier of this token", source="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7"),
    "nonce": Claim(
        "binds the token to the authorization request", "sometimes", "when the request carried one", _ID_TOKEN
    ),
    "auth_time": Claim("when the person last really signed in", source=_ID_TOKEN),
    "acr": Claim("how strong the sign-in was, as a class", source=_ID_TOKEN),
    "amr": Claim("which methods of signing in were used", source=_ID_TOKEN),
    "azp": Claim("authorized party: the client that asked", source=_ID_TOKEN),
    "at_hash": Claim("ties the access token to this token", source=f"{CORE}#CodeIDToken"),
    "c_hash": Claim("ties the code to this token", source=f"{CORE}#HybridIDToken"),
    "sid": Claim("the issuer's session, for logout", source="https://openid.net/specs/openid-connect-frontchannel-1_0.html"),
    "name": Claim("full name, for display", source=_STANDARD),
    "given_name": Claim("given name", source=_STANDARD),
    "family_name": Claim("family name", source=_STANDARD),
    "email": Claim("e-mail address; may change and need not be unique", source=_STANDARD),
    "email_verified": Claim("whether the issuer made sure of the address", source=_STANDARD),
    "preferred_username": Claim("a login name for display; may change, is no key", source=_STANDARD),
    "picture": Claim("address of a picture", source=_STANDARD),
    "locale": Claim("language", source=_STANDARD),
    "zoneinfo": Claim("time zone", source=_STANDARD),
    "updated_at": Claim("when the profile last changed", source=_STANDARD),
    "groups": Claim("groups of the person; no specification says how they are written"),
}  # fmt: skip

PARAMETERS: dict[str, tuple[str, str]] = {
    "response_type": ('what is asked for: "code" for the code flow', f"{OAUTH}#section-4.1.1"),
    "client_id": ("which app asks", f"{OAUTH}#section-2.2"),
    "client_secret": ("the app's password at the issuer", f"{OAUTH}#section-2.3.1"),
    "redirect_uri": ("where the answer goes; compared to the letter", f"{OAUTH}#section-3.1.2"),
    "scope": ('what is asked for; "openid" makes it a login', f"{CORE}#AuthRequest"),
    "state": ("ties the answer to this browser's request", f"{OAUTH}#section-10.12"),
    "nonce": ("comes back inside the ID token and ties it to this request", f"{CORE}#AuthRequest"),
    "code_challenge": ("the hash of a secret that only the app can show later (PKCE)", f"{PKCE}#section-4.2"),
    "code_challenge_method": ("how the challenge was made; S256 is the one to use", f"{PKCE}#section-4.3"),
    "code_verifier": ("the secret behind the challenge (PKCE)", f"{PKCE}#section-4.5"),
    "response_mode": ("how the answer travels: query, fragment or form_post", f"{CORE}#AuthRequest"),
    "prompt": ("which pages the issuer must or must not show", f"{CORE}#AuthRequest"),
    "max_age": ("how old a sign-in may be, in seconds", f"{CORE}#AuthRequest"),
    "login_hint": ("who is about to sign in", f"{CORE}#AuthRequest"),
    "id_token_hint": ("an earlier ID token, to say who is meant", f"{CORE}#AuthRequest"),
    "code": ("the one-time code that the app exchanges for tokens", f"{OAUTH}#section-4.1.2"),
    "iss": ("which issuer answers", "https://www.rfc-editor.org/rfc/rfc9207#section-2"),
    "error": ("why there is no code", f"{OAUTH}#section-4.1.2.1"),
    "error_description": ("the issuer's own words for the error", f"{OAUTH}#section-4.1.2.1"),
    "error_uri": ("a page about the error", f"{OAUTH}#section-4.1.2.1"),
    "session_state": ("the state of the issuer's session", "https://openid.net/specs/openid-connect-session-1_0.html"),
    "grant_type": ("what is traded for tokens", f"{OAUTH}#section-4.1.3"),
    "access_token": ("the key to userinfo; not for the app to read", f"{OAUTH}#section-1.4"),
    "refresh_token": ("trades for new tokens later", f"{OAUTH}#section-1.5"),
    "id_token": ("who signed in, signed by the issuer", f"{CORE}#IDToken"),
    "token_type": ("how the access token is used", f"{OAUTH}#section-7.1"),
    "expires_in": ("life of the access token, in seconds", f"{OAUTH}#section-5.1"),
    "logout_token": ("who is to be signed out", "https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken"),
    "post_logout_redirect_uri": ("where to go after signing out", "https://openid.net/specs/openid-connect-rpinitiated-1_0.html"),
    "target_link_uri": ("where to land after a login begun elsewhere", f"{CORE}#ThirdPartyInitiatedLogin"),
}  # fmt: skip
"""Each parameter in a few words, and the section that defines it."""

COOKIE_REASONS: dict[str, str] = {
    "SameSiteStrict": "SameSite=Strict, and the navigation came from another site",
    "SameSiteLax": "SameSite=Lax, and this is no top-level GET",
    "SameSiteUnspecifiedTreatedAsLax": "no SameSite, so treated as Lax, and this is no top-level GET",
    "SameSiteNoneInsecure": "SameSite=None without Secure",
    "SecureOnly": "Secure, and the connection is not",
    "InvalidPrefix": 'its name begins with "__Host-" or "__Secure-", and it breaks the rule of that prefix',
    "InvalidDomain": "its Domain is not that of the answer",
    "OverwriteSecure": "it would overwrite a Secure cookie from an insecure connection",
    "NameValuePairExceedsMaxSize": "name and value are longer than 4096 bytes",
    "SyntaxError": "the browser cannot read it",
    "UserPreferences": "the browser is set to refuse it",
    "ThirdPartyPhaseout": "it is a third party's",
}
"""Chromium's reasons in plain words. Source: Chrome DevTools Protocol, Network.SetCookieBlockedReason and CookieBlockedReason."""
