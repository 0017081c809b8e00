"""The verbs of `sso-harness`, one file each: COMMAND."""
