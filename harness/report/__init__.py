"""Readers of what a run produced. Knows outcomes and records, never the world that made them."""
