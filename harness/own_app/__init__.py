"""Somebody's own app as a target: its description in TOML, its process, the way to it, the environment it runs in.

Knows apps only by addresses, commands and pages; knows nothing of how an issuer works inside.
"""
