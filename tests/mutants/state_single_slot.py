"""A browser has room for one login at a time; the second pushes the first one out."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "transactions.PER_BROWSER": 1,
    },
    killed_by=(
        "login/second_begun_meanwhile",
        "login/two_tabs",
        "customer/two-tabs-back-prefetch",
    ),
    seen_at=(
        "https://github.com/auth0/express-openid-connect/issues/43",
        "https://github.com/AxaFrance/oidc-client/issues/1356",
        "https://github.com/mozilla/mozilla-django-oidc/blob/main/HISTORY.rst",
        "https://github.com/jaredhanson/passport/issues/766",
        "https://github.com/nextcloud/user_oidc/issues/916",
    ),
)
