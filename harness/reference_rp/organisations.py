"""Organisation names: what people type, forgiven, and what may be told about it."""

import unicodedata

from . import checks
from .configuration import Connection, Organisation
from .refusal import Refusal
from .relying_party import RelyingParty

MAX_NAME = 100


def normalised(typed: str) -> str:
    """What was typed, as organisation names are written: lower case, no blanks of any kind, compatibility forms folded."""
    folded = unicodedata.normalize("NFKC", typed[: 4 * MAX_NAME]).casefold()
    return "".join(each for each in folded if not each.isspace() and unicodedata.category(each)[0] != "C")[:MAX_NAME]


def with_sign_on(party: RelyingParty, typed: str) -> tuple[Organisation, Connection]:
    """The organisation of that name and its active connection.

    Unknown names, organisations without single sign-on, and connections not yet or no longer active are answered
    alike: a stranger must not learn who is a customer.

    Raises:
        Refusal: "organisation".
    """
    organisation = party.organisation_named(normalised(typed))
    if organisation is None or organisation.connection is None:
        raise Refusal("organisation", "no single sign-on under this name")
    try:
        checks.connection_active(organisation.connection)
    except Refusal as refusal:
        raise Refusal("organisation", f"{refusal.check}: the connection is not active") from refusal
    return organisation, organisation.connection
