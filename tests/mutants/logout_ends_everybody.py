"""The issuer's word that one person left ends everybody's sessions."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "issuer_logout.meant": lambda party, organisation, connection, sub, sid: party.sessions.all(),
    },
    idp="jumpcloud",
    killed_by=("logout/back_channel_of_somebody_else", "logout/front_channel_of_another_session"),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
