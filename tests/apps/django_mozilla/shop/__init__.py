"""A small Django site that signs people in with mozilla-django-oidc, set up as that library's installation page says."""
