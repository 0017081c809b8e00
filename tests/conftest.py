"""What holds for every test here."""

from __future__ import annotations

from hypothesis import settings

# The same examples in every run: what a run finds, the next run finds again.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
