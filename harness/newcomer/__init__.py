"""A new IdP's first version, drafted from what it publishes: discovery document, key set, one ID token.

Owns the reading of these, the guesses, and the files that are written. Knows the standard issuer's data files and the
relying party's adapters only by their form; runs nothing of either.
"""
