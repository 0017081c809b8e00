"""The guarded port by which a world that is being served is changed by hand: directory, faults, clock, keys.

Listens on loopback, apart from everything the issuers or the app serve, and answers only to this run's token.
"""
