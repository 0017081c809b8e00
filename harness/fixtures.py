"""Fixtures for suites of other people: a world, its IdPs, a person, and the way through an IdP's pages."""
