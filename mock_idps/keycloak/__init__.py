"""Keycloak: one realm per customer, as a standard provider read from this folder's files."""

from mock_idps.core.standard import StandardVendor

VENDOR = StandardVendor(__file__)
