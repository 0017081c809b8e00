"""Names to apps: TLS listener, CONNECT door, throw-away certificate authority.

Knows host names and ASGI apps; knows nothing of issuers, relying parties or what they say to each other.
"""
