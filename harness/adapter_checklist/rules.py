"""The rules an adapter's reading of claims must keep, each a sentence, a source and a look at the subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from harness.adapter_checklist.subject import Subject
from harness.reference_rp.adapters import GroupsUnknown, Identity

ODD_VALUES: tuple[Any, ...] = (None, True, 0, 1.5, "", " ", [], ["a", None], {}, {"a": 1}, "x" * 100_000, -(10**400))
"""What another party may send in any claim; none of it may be more than a refusal."""

_LEGIBLE = ("email", "preferred_username", "upn", "unique_name", "name", "given_name", "family_name", "nickname")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its group and name, the sentence, its source, and a look that returns what is wrong ("" for nothing)."""

    group: str
    name: str
    sentence: str
    source: str
    look: Callable[[Subject], str]

    @property
    def id(self) -> str:
        """The rule's name on the sheet."""
        return f"{self.group}.{self.name}"


def _key(identity: Identity | None) -> str:
    return identity.account_key if identity else ""


def _key_is_there(subject: Subject) -> str:
    return "" if _key(subject.identity(subject.alice)) else "alice has no account key, so nobody can sign in"


def _key_stays(subject: Subject) -> str:
    first, second = (_key(subject.identity(it)) for it in (subject.alice, subject.alice_again))
    return "" if first == second else "two logins of one person have two keys"


def _key_tells_apart(subject: Subject) -> str:
    return (
        "" if _key(subject.identity(subject.alice)) != _key(subject.identity(subject.bob)) else "two people share a key"
    )


def _key_survives_a_rename(subject: Subject) -> str:
    renamed = {name: f"other.{name}@example.org" for name in _LEGIBLE if name in subject.alice}
    same = _key(subject.changed(**renamed)) == _key(subject.identity(subject.alice))
    return "" if same else f"the key changes with one of {', '.join(renamed)}"


def _key_is_required(subject: Subject) -> str:
    without = subject.changed(**dict.fromkeys(("sub", "oid"), ...))
    return "" if not _key(without) else f'without "sub" the key is "{_key(without)}"'


def _email_may_be_absent(subject: Subject) -> str:
    identity = subject.changed(email=..., email_verified=...)
    return (
        ""
        if identity and not identity.email and identity.email_trusted is not True
        else "an absent address is made up or trusted"
    )


def _email_unverified(subject: Subject) -> str:
    wrong = [it for it in (False, "false", None, 0, "no") if _trusts(subject, it)]
    return f'an address is trusted with "email_verified" {wrong[0]!r}' if wrong else ""


def _trusts(subject: Subject, value: Any) -> bool:
    identity = subject.changed(email="somebody@else.example", email_verified=value, xms_edov=...)
    return identity is not None and identity.email_trusted is True


def _email_silence(subject: Subject) -> str:
    identity = subject.changed(email="somebody@else.example", email_verified=..., xms_edov=...)
    trusted = identity is not None and identity.email_trusted is True
    return "an address is trusted although nothing vouches for it" if trusted else ""


def _name_may_be_absent(subject: Subject) -> str:
    identity = subject.changed(**dict.fromkeys(("name", "given_name", "family_name"), ...))
    return "" if identity is not None else "a person without a name cannot sign in"


def _name_is_kept(subject: Subject) -> str:
    identity = subject.changed(name="Łukasz 🦊 <b>O'Neil</b>")
    return "" if identity and identity.name == "Łukasz 🦊 <b>O'Neil</b>" else "a name is changed on its way"


def _groups(subject: Subject, value: Any) -> tuple[str, ...] | GroupsUnknown | None:
    identity = subject.changed(**{subject.connection.group_claim: value})
    return identity.groups if identity else None


def _groups_are_read(subject: Subject) -> str:
    return "" if _groups(subject, ["Staff", "Ops"]) == ("Staff", "Ops") else "a list of two groups is not read as such"


def _one_group(subject: Subject) -> str:
    return "" if _groups(subject, "Staff") == ("Staff",) else "one group as a bare string is not read as that group"


def _odd_groups(subject: Subject) -> str:
    for value in ODD_VALUES:
        found = _groups(subject, value)
        if not isinstance(found, GroupsUnknown) and not all(isinstance(it, str) and it for it in found or ()):
            return f"groups of {str(value)[:20]!r} become {str(found)[:40]}"
    return ""


def _other_tenant(subject: Subject) -> str:
    if subject.elsewhere is None or subject.elsewhere.get("iss") != subject.alice.get("iss"):
        return ""
    here, there = (subject.identity(it) for it in (subject.alice, subject.elsewhere))
    if here is None or there is None or (here.tenant and here.tenant != there.tenant):
        return ""
    if here.account_key != there.account_key:
        return ""
    return "customers share the issuer, and neither tenant nor account key tells their people apart"


def _odd_claims(subject: Subject) -> str:
    for name, value in _oddities(subject):
        try:
            identity = subject.changed(**{name: value})
        except Exception as error:  # noqa: BLE001 - any exception but a refusal is what the rule is about
            return f'"{name}" of {str(value)[:20]!r} is no refusal but {type(error).__name__}'
        texts = (identity.account_key, identity.email, identity.name, identity.tenant) if identity else ()
        if not all(isinstance(it, str) for it in texts):
            return f'"{name}" of {str(value)[:20]!r} reaches the account as it is'
    return ""


def _oddities(subject: Subject) -> Iterator[tuple[str, Any]]:
    for name in dict.fromkeys((*subject.alice, *_LEGIBLE, "email_verified", "groups", "_claim_names")):
        for value in ODD_VALUES:
            yield name, value


_CORE = "OIDC Core 1.0"
RULES = (
    Rule("identity", "key", "Everybody has an account key.", f"{_CORE}, 2 (sub)", _key_is_there),
    Rule("identity", "stays", "The key is the same at every login.", f"{_CORE}, 2 (sub)", _key_stays),
    Rule("identity", "tells_apart", "Two people have two keys.", f"{_CORE}, 2 (sub)", _key_tells_apart),
    Rule("identity", "rename", "The key survives a new name, address and login name.", f"{_CORE}, 5.7", _key_survives_a_rename),
    Rule("identity", "required", "Without a subject nobody is signed in.", f"{_CORE}, 2 (sub)", _key_is_required),
    Rule("email", "absent", "An absent address is no error, and not made up.", f"{_CORE}, 5.4", _email_may_be_absent),
    Rule("email", "unverified", "An address that is not verified is not trusted.", f"{_CORE}, 5.1", _email_unverified),
    Rule("email", "silence", "An address of which the IdP says nothing is not trusted.", f"{_CORE}, 5.7", _email_silence),
    Rule("name", "absent", "A person without a name can sign in.", f"{_CORE}, 5.4", _name_may_be_absent),
    Rule("name", "kept", "A name is kept to the character; pages escape it.", f"{_CORE}, 5.1", _name_is_kept),
    Rule("groups", "list", "A list of groups is read.", "the vendor's page on groups", _groups_are_read),
    Rule("groups", "one", "One group as a bare string is that group.", "the vendor's page on groups", _one_group),
    Rule("groups", "odd", "Groups of an odd type give no group that is none.", "RFC 7519, 4", _odd_groups),
    Rule("tenant", "apart", "People of another customer are other people.", f"{_CORE}, 5.7", _other_tenant),
    Rule("claims", "odd", "A claim of an odd type is read as nothing, or refused.", "RFC 7519, 4", _odd_claims),
)  # fmt: skip
"""In the order of the sheet."""
