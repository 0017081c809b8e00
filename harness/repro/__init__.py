"""A customer's login as one file that anybody can read, edit and run: scenarios/repro/<name>.toml.

Owns the file's form and how it becomes a scenario. What a customer sent is read in `harness.evidence`, what it means in
`harness.diagnosis`.
"""
