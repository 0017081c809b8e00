"""RFC 9700, Best Current Practice for OAuth 2.0 Security: its sections, as far as they speak to a relying party."""

from harness.coverage.listed import Entry, Listed

_NOT_OURS = "binds the authorization server or the resource server, not the relying party"

LIST = Listed(
    title="RFC 9700, Best Current Practice for OAuth 2.0 Security",
    source="https://www.rfc-editor.org/rfc/rfc9700",
    entries={
        "2.1": Entry(
            "An answer is bound to the browser and to the issuer that was asked; nobody is sent anywhere else"
        ),
        "2.1.1": Entry("PKCE with S256, or a nonce, fresh for every login"),
        "2.1.2": Entry("No tokens in the authorization response", "no IdP here offers them; only the code flow exists"),
        "2.2": Entry(
            "Tokens are of no use to whoever steals them",
            "sender-constrained tokens (mTLS, DPoP) are no part of a login",
        ),
        "2.3": Entry("Access tokens are good for one resource server", _NOT_OURS),
        "2.4": Entry(
            "The password grant is not used", "an app that asks for passwords starts no login that could be rehearsed"
        ),
        "2.5": Entry("The client proves itself, and never by its address"),
        "2.6": Entry("Metadata is used; addresses are https"),
        "4.1": Entry("Redirect URIs are compared exactly", _NOT_OURS),
        "4.2": Entry("No code and no state in a Referer"),
        "4.2.4": Entry("A state dies at its first use, a page that got a code loads nothing of strangers"),
        "4.3": Entry("No credentials in the browser's history"),
        "4.3.1": Entry("A code from the history is worth nothing"),
        "4.3.2": Entry("No access token in a URL"),
        "4.4": Entry("An honest issuer's code does not reach another issuer"),
        "4.4.2": Entry("The issuer is kept with each login and compared, by iss or by an address of its own"),
        "4.5": Entry("A stolen code is worth nothing in another browser"),
        "4.5.3.1": Entry("PKCE: the verifier of this login goes with its code"),
        "4.5.3.2": Entry("Nonce: nothing of a token is used before the nonce fits"),
        "4.6": Entry("A stolen access token cannot be injected", "the code flow takes no token from the browser"),
        "4.7": Entry("Nobody else's answer is finished in this browser"),
        "4.7.1": Entry("State is single-use, bound to the browser, and protected where it carries data"),
        "4.8": Entry("A challenge is sent and its verifier redeemed, so that PKCE cannot be taken away"),
        "4.9": Entry("Tokens do not leak at a resource server", _NOT_OURS),
        "4.10": Entry("Stolen access tokens are of no use", _NOT_OURS),
        "4.11": Entry("The app sends nobody to an address that a stranger chose"),
        "4.12": Entry("A redirect never repeats credentials"),
        "4.13": Entry("Headers that only a proxy may set are not believed from anybody"),
        "4.14": Entry("Refresh tokens are rotated, and a used one is never sent again"),
        "4.15": Entry("A client cannot pass for a person", _NOT_OURS),
        "4.16": Entry("The sign-in page cannot be framed"),
        "4.17": Entry("Messages between windows go to one origin only", "no IdP here answers by a window message"),
    },
)
