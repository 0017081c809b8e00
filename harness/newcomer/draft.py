"""The first version of a new IdP: what is known, what is guessed, and the files that say so."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from harness.command import BadInput
from harness.newcomer import claim_rows, documents, place
from harness.newcomer.claim_rows import Guess
from harness.newcomer.documents import Sample
from harness.newcomer.place import Place

TEMPLATES = Path(__file__).parent / "templates"

FILES = {
    "mock_idps/{name}/__init__.py": "vendor.py",
    "mock_idps/{name}/vendor.toml": "vendor.toml",
    "mock_idps/{name}/customers.toml": "customers.toml",
    "harness/reference_rp/adapters/{name}.py": "adapter.py",
    "docs/{name}.md": "page.md",
}
"""What is written, and the template of each; the discovery document comes beside them."""

_NAME = re.compile(r"[a-z][a-z0-9_]{1,30}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]{24}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything the templates need."""

    name: str
    label: str
    source: str
    place: Place
    document: str
    left_out: tuple[str, ...]
    id_token: tuple[Guess, ...]
    userinfo: tuple[Guess, ...]
    header: tuple[str, ...]
    jwk: tuple[str, ...]
    key_bits: int
    id_token_seconds: int
    id_shape: str
    client_id: str

    @property
    def guesses(self) -> tuple[str, ...]:
        """What a person must look at, one sentence each."""
        rows = ", ".join(f'"{row.claim}"' for row in self.id_token if row.guessed)
        where = f'the customer is named in the issuer as "{self.place.pattern}"'
        shared = f'every customer has the one issuer "{self.place.pattern}"'
        left = sorted({word for word in self.place.own if word in self.document})
        return (
            where if self.place.own else shared,
            *(f"the word \"{word}\" is left in discovery.json: is it the customer's or the vendor's?" for word in left),
            f"where the claims {rows} come from" if rows else "nothing of the claims",
            f'ids look like "{self.id_shape}"',
            "sign-in pages, error texts and the order of parameters: as the specifications say, not as the vendor does",
        )

    @property
    def tenant_claim(self) -> str:
        """The claim that names the customer's tenant; "" when there is none."""
        return next((row.claim for row in self.id_token if row.source in {"tenant.id", "tenant.domain"}), "")

    @property
    def has_groups(self) -> bool:
        """Whether the token lists groups."""
        return any(row.source == "person.groups" for row in self.id_token)

    @property
    def subject_is_a_name(self) -> bool:
        """Whether "sub" is the login name, which can change hands."""
        return any(row.claim == "sub" and row.source == "person.login" for row in self.id_token)


def named(name: str, taken: Mapping[str, object]) -> str:
    """The name, if it can be one of a package, a file and an address.

    Raises:
        BadInput: It cannot, or is taken.
    """
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise BadInput(
            f'"{name}" cannot be an IdP\'s name; take lower-case letters, digits and "_", such as "ping_one"'
        )
    if name in taken:
        raise BadInput(f'there is an IdP "{name}" already; choose another name, or edit mock_idps/{name}/')
    return name


def made(name: str, document: dict[str, Any], keys: list[dict[str, Any]], sample: Sample, *, label: str) -> Draft:
    """The draft of one IdP; `keys` and `sample` may be empty."""
    text, left_out = place.template(document)
    rows = claim_rows.id_token(sample.claims)
    lives = [sample.claims.get("exp"), sample.claims.get("iat")]
    seconds = lives[0] - lives[1] if all(type(it) is int for it in lives) else 0  # type: ignore[operator]  # both are numbers
    usual = ("kid", "kty", "alg", "use", "n", "e")
    known_header = tuple(it for it in sample.header if it in {"alg", "typ", "kid"})
    return Draft(
        name=name,
        label=label or name.replace("_", " ").title(),
        source=str(document.get("service_documentation") or "") or _well_known(document["issuer"]),
        place=place.of(document["issuer"]),
        document=text,
        left_out=left_out,
        id_token=rows,
        userinfo=claim_rows.userinfo(rows),
        header=known_header if {"alg", "kid"} <= set(known_header) else ("alg", "typ", "kid"),
        jwk=tuple(member for member in keys[0] if member in usual) if keys else usual,
        key_bits=documents.bits(keys[0]) if keys else 2048,
        id_token_seconds=seconds if seconds > 0 else 3600,
        id_shape=_shape(sample.claims.get("sub")),
        client_id=_client_id(sample.claims.get("aud")),
    )


def files(draft: Draft) -> dict[str, str]:
    """The text of every file, by its path below the project's folder."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - what is written is TOML, Python and Markdown; values pass through `toml`
    )
    environment.filters["toml"] = _toml
    written = {f"mock_idps/{draft.name}/discovery.json": draft.document}
    for path, template in FILES.items():
        written[path.format(name=draft.name)] = environment.get_template(f"{template}.j2").render(draft=draft)
    return written


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write all files, or none.

    Raises:
        BadInput: One is there already, or a folder cannot be written.
    """
    if there := [path for path in texts if (root / path).exists()]:
        raise BadInput(f'"{there[0]}" is there already and is not overwritten; choose another name, or remove it')
    try:
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f'"{error.filename}" cannot be written ({error.strerror}); run this where the project is'
        ) from None


def _toml(value: Any) -> str:
    """A value in TOML; what JSON and TOML share, and tables inline."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(it)}" for key, it in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(it) for it in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML 1.0, "String": no control characters


def _well_known(issuer: str) -> str:
    pattern = place.of(issuer).issuer("customer")
    return pattern.rstrip("/") + "/.well-known/openid-configuration"


def _client_id(audience: Any) -> str:
    """The pattern of client ids: "" is a UUID, which it also is where nothing is known."""
    first = audience[0] if isinstance(audience, list) and audience else audience
    if not isinstance(first, str) or _UUID.fullmatch(first):
        return ""
    return "{digits}" if first.isdigit() else "{letters}"


def _shape(value: Any) -> str:
    text = str(value or "")
    if text.isdigit():
        return "digits"
    return "hex" if _HEX.fullmatch(text) else "uuid"
