"""What a description may say its app does: scenarios that need anything else are skipped."""

from __future__ import annotations

ABILITIES = {
    "any_key": "tries every key of the set on an ID token that names none",
    "check_codes": 'its error page names the harness\'s own check codes ("error.attribute")',
    "deep_links": 'asks who comes to a path of its own to sign in first, and leads there afterwards ("begin" opens "{path}")',
    "lenient_organisation_name": "takes an organisation name in capitals or with blanks around it",
    "nonce": "sends a nonce",
    "organisation_step": "asks for the organisation's name before it sends people to their IdP",
    "people_without_address": "takes in people who have no mail address",
    "pkce": "sends a code challenge",
    "signature": "checks the signature of ID tokens, although they come over TLS from the issuer itself",
    "two_tabs": "lets people begin a login in each of two tabs, and finishes either",
    "userinfo": "asks the userinfo endpoint",
}
"""By name, with what each means."""
