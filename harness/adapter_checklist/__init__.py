"""QA's checklist for one adapter of the reference relying party: rule × result, and what changed since the last sign-off.

Owns the rules, the sheet and its forms. Asks the mock issuer for real claims and the scenarios for whole logins; judges no login itself.
"""
