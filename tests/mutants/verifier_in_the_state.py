"""What has to be remembered of a login travels in "state", readable for everybody, the code verifier included."""

import json
from base64 import urlsafe_b64encode

from harness.mutation.mutant import Mutant
from harness.reference_rp.transactions import Transaction, Transactions

_add = Transactions.add


def add(held: Transactions, transaction: Transaction, now: float) -> None:
    remembered = json.dumps({"id": transaction.state, "verifier": transaction.verifier})
    transaction.state = urlsafe_b64encode(remembered.encode()).decode().rstrip("=")
    _add(held, transaction, now)


MUTANT = Mutant(replaces={"transactions.Transactions.add": add}, killed_by=("request/tells_no_secret",))
