"""An unknown kind of key in the key set is an exception nobody catches."""

from joserfc import jwk
from joserfc.jwk import Key

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Connection


def signing_key(item: object, connection: Connection) -> Key | None:
    return jwk.import_key(item)


MUTANT = Mutant(replaces={"discovery.signing_key": signing_key}, killed_by=("keys/strangers",))
