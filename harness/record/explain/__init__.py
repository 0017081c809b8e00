"""What parameters and claims mean, as data with sources: one file per vendor, found by its name. No code of a vendor here.

A vendor without a file is explained by the specifications alone.
"""
