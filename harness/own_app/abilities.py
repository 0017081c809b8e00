"""What a description may say its app does: scenarios that need anything else are skipped."""

from __future__ import annotations

ABILITIES = {
    "any_key": "tries every key of the set on an ID token that names none",
    "check_codes": 'its error page names the harness\'s own check codes ("error.attribute")',
    "deep_links": 'asks who comes to a path of its own to sign in first, and leads there afterwards ("begin" opens "{path}")',
    "fresh_state": 'sends another "state" with every login, although nonce or PKCE would protect it, too',
    "lenient_organisation_name": "takes an organisation name in capitals or with blanks around it",
    "limits_subjects": "refuses a subject of more than 255 characters",
    "nonce": "sends a nonce",
    "organisation_step": "asks for the organisation's name before it sends people to their IdP",
    "people_without_address": "takes in people who have no mail address",
    "pkce": "sends a code challenge",
    "refuses_frames": "keeps other sites from showing the page of its login in a frame",
    "signature": "checks the signature of ID tokens, although they come over TLS from the issuer itself",
    "tolerates_null_lifetime": 'takes a token answer whose "expires_in" is null',
    "two_tabs": "lets people begin a login in each of two tabs, and finishes either",
    "userinfo": "asks the userinfo endpoint",
}
"""By name, with what each means."""

OF_THE_PRODUCT = {
    "accounts": "the harness cannot tell its accounts apart",
    "adjustable": "the harness cannot change its settings",
    "back_channel_logout": "the harness knows no address at which it takes logout tokens",
    "bounded_answers": "how much of an answer it reads is its own affair",
    "form_post": "the harness cannot have it ask for answers by form",
    "front_channel_logout": "the harness knows no address that an issuer may frame to sign people out",
    "hidden_organisations": "the harness cannot hide one of its organisations",
    "initiate": "the harness knows no address at which it begins a login by itself",
    "issuer_sign_out": "the harness cannot say whether it signs people out at the IdP, too",
    "organisation_addresses": "the harness knows no address of an organisation's own",
    "refresh": "the harness cannot have it ask for refresh tokens",
    "roles": "the harness cannot see anybody's role",
}
"""What only the product's own relying parties can be tried with, and why no other app is."""

LIBERTIES = {
    "entered_people_only": "admits only people who were entered beforehand, found by their proven address",
    "goes_on_without_userinfo": "signs people in with the ID token alone when userinfo cannot be had",
    "key_cooldown": "does not fetch keys again for a while after a fetch",
    "little_leeway": "lets clocks differ by less than 20 seconds",
    "refuses_with_500": "refuses by an exception that nobody catches: it is judged by who is signed in, not by the status 500",
    "state_is_a_name": 'finds the login by "state" and leaves the protection to PKCE or nonce (RFC 9700, 2.1)',
    "unsigned_tokens": "is registered for ID tokens that are not signed (OIDC Core 1.0, 2)",
}
"""What the specifications leave to an app, and it may say that it does; scenarios that judge otherwise are skipped."""
