"""What has to be remembered of a login travels in "state", verifier included, encrypted with a key of the app's own."""

import json

from joserfc import jwe
from joserfc.jwk import OctKey

from harness.reference_rp.transactions import Transaction, Transactions
from harness.traps.trap import Trap

_add = Transactions.add
_KEY = OctKey.generate_key(256)


def add(held: Transactions, transaction: Transaction, now: float) -> None:
    """Found by the whole of what travels."""
    remembered = json.dumps({"id": transaction.state, "verifier": transaction.verifier}).encode()
    transaction.state = jwe.encrypt_compact({"alg": "dir", "enc": "A256GCM"}, remembered, _KEY)
    _add(held, transaction, now)


TRAP = Trap(
    allowed_by="RFC 9700, 4.7.1 and RFC 7636, 7.1 (the verifier is kept from others, not from the browser's address bar)",
    replaces={"transactions.Transactions.add": add},
    near=("request/tells_no_secret", "request/complete", "callback/wrong_state", "login/two_tabs"),
)
