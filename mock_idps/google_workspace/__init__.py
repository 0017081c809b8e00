"""Google Workspace: one issuer for all of Google, as a standard provider read from this folder's files."""

from mock_idps.core.standard import StandardVendor

VENDOR = StandardVendor(__file__)
