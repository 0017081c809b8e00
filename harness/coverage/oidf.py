"""The OpenID Foundation's conformance suite: its tests of relying parties, and those of older suites without a successor.

Each entry says in a few words what the test asks; the ids are the suite's own.
"""

from harness.coverage.listed import Entry, Listed

_HYBRID = "front-channel tokens: the app asks for a code and nothing else"
_DYNAMIC = "customers register the app by hand; no IdP here takes dynamic registration"
_ENCRYPTED = "the app registers no encryption key, so no issuer may encrypt for it"
_OPTIONAL = "an optional feature that none of these IdPs' customers is asked to switch on"
_DPOP = "sender-constrained tokens are no part of a login"
_JARM = "signed authorization responses have to be asked for; the app does not"
_RS256 = "Entra, Okta and JumpCloud sign ID tokens with RS256 and nothing else"
_SECRET = "customers send a client secret; signed assertions are no part of what they are asked for"

_OIDCC = {
    "": Entry("A plain login with the code flow"),
    "-client-secret-basic": Entry("Basic credentials, form-encoded"),
    "-scope-userinfo-claims": Entry("Claims of the standard scopes are asked for and read"),
    "-nonce-invalid": Entry("A wrong nonce is refused"),
    "-nonce-unless-code-flow": Entry("A nonce outside the code flow", _HYBRID),
    "-missing-iat": Entry("A token without iat is refused"),
    "-missing-sub": Entry("A token without sub is refused"),
    "-missing-aud": Entry("A token without aud is refused"),
    "-invalid-aud": Entry("A token for another client is refused"),
    "-invalid-iss": Entry("A token of another issuer is refused"),
    "-kid-absent-single-jwks": Entry("Without kid the one published key is used"),
    "-kid-absent-multiple-jwks": Entry("Without kid among several keys: refuse, or try them"),
    "-idtoken-sig-rs256": Entry("A good RS256 signature is accepted"),
    "-idtoken-sig-none": Entry("An unsigned token is noticed"),
    "-invalid-sig-rs256": Entry("A broken RS256 signature is refused"),
    "-invalid-sig-hs256": Entry("A broken or forged HS256 signature is refused"),
    "-invalid-sig-es256": Entry("A broken ES256 signature is refused"),
    "-invalid-athash": Entry("A wrong at_hash", _HYBRID),
    "-missing-athash": Entry("An absent at_hash", _HYBRID),
    "-invalid-chash": Entry("A wrong c_hash", _HYBRID),
    "-missing-chash": Entry("An absent c_hash", _HYBRID),
    "-userinfo-invalid-sub": Entry("Userinfo about somebody else is thrown away"),
    "-userinfo-bearer-header": Entry("The access token goes in the header"),
    "-userinfo-bearer-body": Entry("The access token goes in a form", "the header is the other way, and is covered"),
    "-userinfo-signed": Entry("A signed userinfo answer that nobody registered for is not taken for plain claims"),
    "-aggregated-claims": Entry("Claims in a nested token", _OPTIONAL),
    "-distributed-claims": Entry("Claims behind a pointer are not taken for none"),
    "-form-post-error": Entry("An error that comes as a posted form"),
    "-mtls-endpoint-aliases": Entry("Endpoints for mutual TLS do no harm where it is not used"),
    "-discovery-openid-config": Entry("Metadata is fetched and used"),
    "-discovery-jwks-uri-keys": Entry("Keys are where the metadata says"),
    "-discovery-issuer-mismatch": Entry("Metadata of another issuer stops the login before it begins"),
    "-signing-key-rotation": Entry("New keys between two logins"),
    "-signing-key-rotation-just-before-signing": Entry("New keys within a login"),
    "-discovery-webfinger-acct": Entry("WebFinger for an account", _DYNAMIC),
    "-discovery-webfinger-url": Entry("WebFinger for an address", _DYNAMIC),
    "-dynamic-registration": Entry("Registration by the app", _DYNAMIC),
    "-request-uri-signed-rs256": Entry("A signed request by reference", _DYNAMIC),
    "-request-uri-signed-none": Entry("An unsigned request by reference", _DYNAMIC),
    "-refresh-token": Entry("A refresh token is used"),
    "-refresh-token-invalid-issuer": Entry("A refreshed ID token of another issuer is refused"),
    "-refresh-token-invalid-sub": Entry("A refreshed ID token about somebody else is refused"),
    "-3rd-party-init-login": Entry("A login that begins at the IdP's portal"),
    "-rp-init-logout": Entry("Signing out at the IdP, too"),
    "-rp-init-logout-other-state": Entry("The way back from the IdP's sign-out with another state"),
    "-rp-init-logout-no-state": Entry("The way back from the IdP's sign-out without state"),
    "-rp-frontchannel-rpinitlogout": Entry("A frame of the IdP's page ends the session"),
    "-rp-frontchannel-opinitlogout": Entry("The same, begun at the IdP"),
    "-rp-backchannel-rpinitlogout": Entry("A logout token ends the session"),
    "-rp-backchannel-rpinitlogout-alg-none": Entry("An unsigned logout token is refused"),
    "-rp-backchannel-rpinitlogout-no-event": Entry("A logout token without event is refused"),
    "-rp-backchannel-rpinitlogout-wrong-event": Entry("A logout token about something else is refused"),
    "-rp-backchannel-rpinitlogout-with-nonce": Entry("A logout token with a nonce is refused"),
    "-rp-backchannel-rpinitlogout-wrong-alg": Entry("A logout token signed otherwise than agreed is refused"),
    "-rp-backchannel-rpinitlogout-wrong-aud": Entry("A logout token for another client is refused"),
    "-rp-backchannel-rpinitlogout-wrong-iss": Entry("A logout token of another issuer is refused"),
    "-session-management": Entry("Polling a frame of the IdP", "browsers no longer give that frame its cookies"),
}

_FAPI2 = {
    "happy-path": Entry("A plain login"),
    "happy-path-no-dpop-nonce": Entry("A login with DPoP", _DPOP),
    "invalid-iss": Entry("A token of another issuer is refused"),
    "invalid-missing-iss": Entry("A token without iss is refused"),
    "invalid-aud": Entry("A token for another client is refused"),
    "invalid-missing-aud": Entry("A token without aud is refused"),
    "invalid-secondary-aud": Entry("A token that is for a stranger as well is refused"),
    "valid-aud-as-array": Entry("An audience in a list of one is accepted"),
    "invalid-expired-exp": Entry("An expired token is refused"),
    "invalid-missing-exp": Entry("A token without exp is refused"),
    "invalid-nonce": Entry("A wrong nonce is refused"),
    "invalid-missing-nonce": Entry("A missing nonce is refused"),
    "invalid-null-alg": Entry("An unsigned token is refused"),
    "invalid-alternate-alg": Entry("A token signed otherwise than agreed is refused"),
    "invalid-authorization-response-iss": Entry("A wrong iss in the answer stops the login"),
    "remove-authorization-response-iss": Entry("A promised iss that is missing stops the login"),
    "ensure-authorization-response-with-invalid-state-fails": Entry("A wrong state is refused"),
    "ensure-authorization-response-with-invalid-missing-state-fails": Entry("A missing state is refused"),
    "token-type-case-insensitivity": Entry("The case of token_type does not matter"),
    "token-endpoint-response-without-expires_in": Entry("An absent expires_in does not matter"),
    "rs-dpop-auth-scheme-case-insensitivity": Entry("The case of the DPoP scheme", _DPOP),
    "discovery-issuer-mismatch": Entry("Metadata of another issuer stops the login"),
    "invalid-openbanking-intent-id": Entry("A consent of open banking", "open banking is another product"),
}


_OTHERS = {
    "fapi2-security-profile-final-client-refresh-token-test": Entry("A refresh token is used once access has run out"),
    "fapi2-security-profile-final-client-test-ensure-jarm-*": Entry("Signed authorization responses", _JARM),
    "fapi1-advanced-final-client-test-iat-is-week-in-past": Entry(
        "A token issued long ago", 'how old "iat" may be is the client\'s policy (OIDC Core 1.0, 3.1.3.7 (10))'
    ),
    "fapi1-advanced-final-client-test-invalid-shash": Entry("A wrong hash of the state", _HYBRID),
    "fapi1-advanced-final-client-test-missing-shash": Entry("An absent hash of the state", _HYBRID),
    "fapi1-advanced-final-client-test-no-scope-in-token-endpoint-response": Entry("An absent scope does not matter"),
    "fapi1-advanced-final-client-test-missing-athash": Entry("An absent at_hash does not matter"),
    "fapi1-advanced-final-client-test-invalid-signature": Entry("A broken signature is refused"),
    "fapi1-advanced-final-client-test-encrypted-idtoken": Entry("An encrypted token that was agreed on", _ENCRYPTED),
    "fapi1-advanced-final-client-test-encrypted-idtoken-usingrsa15": Entry(
        "An encrypted token nobody agreed on is refused"
    ),
    "rp-claims_request-id_token": Entry("Single claims are asked for", _OPTIONAL),
    "rp-claims_request-userinfo": Entry("Single claims are asked for at userinfo", _OPTIONAL),
    "rp-discovery-webfinger-http-href": Entry("A WebFinger link without TLS", _DYNAMIC),
    "rp-discovery-webfinger-unknown-member": Entry("Unknown members of WebFinger", _DYNAMIC),
    "rp-id_token-sig-es256": Entry("A good ES256 signature, where it was agreed on", _RS256),
    "rp-id_token-sig-hs256": Entry("A good HS256 signature, where it was agreed on", _RS256),
    "rp-id_token-sig+enc": Entry("A signed and encrypted token", _ENCRYPTED),
    "rp-id_token-sig+enc-a128kw": Entry("The same with a shared key", _ENCRYPTED),
    "rp-key-rotation-op-enc-key": Entry("A new encryption key of the IdP", _ENCRYPTED),
    "rp-request_uri-enc": Entry("An encrypted request by reference", _DYNAMIC),
    "rp-request_uri-sig+enc": Entry("A signed and encrypted request by reference", _DYNAMIC),
    "rp-response_mode-form_post": Entry("An answer that comes as a posted form"),
    "rp-token_endpoint-client_secret_post": Entry("Credentials in the body"),
    "rp-token_endpoint-client_secret_jwt": Entry("An assertion signed with the secret", _SECRET),
    "rp-token_endpoint-private_key_jwt": Entry("An assertion signed with a key", _SECRET),
    "rp-userinfo-enc": Entry("Encrypted userinfo", _ENCRYPTED),
    "rp-userinfo-sig+enc": Entry("Signed and encrypted userinfo", _ENCRYPTED),
}

LIST = Listed(
    title="OpenID Foundation conformance suite, tests of relying parties",
    source="https://gitlab.com/openid/conformance-suite (current), https://github.com/openid-certification/oidctest (rp-*)",
    entries={
        **{f"oidcc-client-test{name}": entry for name, entry in _OIDCC.items()},
        **{f"fapi2-security-profile-final-client-test-{name}": entry for name, entry in _FAPI2.items()},
        **_OTHERS,
    },
)
