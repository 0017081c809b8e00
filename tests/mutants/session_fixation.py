"""The session keeps the id that the browser brought."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import sessions

_new_id = sessions.new_id

MUTANT = Mutant(
    replaces={
        "sessions.new_id": lambda old: old or _new_id(old),
    },
    killed_by=("session/fixation",),
    seen_at=(
        "https://github.com/jaredhanson/passport/issues/192",
        "https://github.com/IBM/diem/issues/574",
        "https://github.com/auth0/express-openid-connect/security/advisories/GHSA-7rg2-qxmf-hhx9",
        "https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",
    ),
)
