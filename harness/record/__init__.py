"""The wire's events: what crossed the gateway, in order. Knows nothing of apps, issuers or reports."""
