"""Who is mocked: issuers that behave as the vendors do. Knows nothing of browsers, apps or tests."""
