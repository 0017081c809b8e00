"""The reference relying party: the sign-in a careful SaaS company ships.

This room owns everything between a person's click on "Log in with SSO" and their workspace: organisations and their
connections, the authorization request, the callback and its checks, accounts, sessions and the ways out of them.
It knows issuers only by their URLs and imports nothing of the rest of the project, so it runs alone under any server.

The order of all checks stands in `checks.ORDER`; the story of one login reads top to bottom in `callback.finish`.
"""
