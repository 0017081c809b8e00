"""Nothing of a customer stands in a repro file that nobody asked to hold it."""

from __future__ import annotations

import base64
import json
import string
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.cli import main
from harness.evidence import sources
from harness.evidence.telling import tell
from harness.repro.deduce import deduce
from harness.repro.file import text
from tests.unit.evidence.conftest import document, entry

WORD = st.text(alphabet=string.ascii_lowercase, min_size=9, max_size=14)
GUID = st.uuids().map(str)


class Person:
    """Somebody's values, each in a form that can be looked for."""

    def __init__(self, words: list[str], ids: list[str]) -> None:
        self.name, self.family, self.company, self.secret, self.group, self.claim, self.state = (
            f"q{word}z{number}" for number, word in enumerate(words)
        )
        self.tenant, self.client, self.subject = ids
        self.email = f"{self.name}.{self.family}@{self.company}.test"

    @property
    def values(self) -> list[str]:
        """Everything that may not stand in a file."""
        return [
            *(self.name, self.family, self.company, self.secret, self.group, self.claim, self.state),
            *(self.tenant, self.client, self.subject, self.email, self.token.split(".")[1][:40]),
        ]

    @property
    def claims(self) -> dict[str, object]:
        """An ID token's claims, with some of the customer's own."""
        return {
            "iss": f"https://login.microsoftonline.com/{self.tenant}/v2.0",
            "sub": self.subject,
            "tid": self.tenant,
            "email": self.email,
            "name": f"{self.name} {self.family}",
            "groups": [self.group, f"{self.group} admins"],
            self.claim: self.secret,
            "roles": self.group,
        }

    @property
    def token(self) -> str:
        """The claims as a token."""
        parts = (json.dumps({"alg": "RS256", "kid": self.secret}), json.dumps(self.claims))
        return (
            ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts) + f".{self.secret}"
        )

    def inputs(self, error: str) -> list[str]:
        """What the customer sends: settings, token, claims, address, mail."""
        callback = f"https://app.{self.company}.test/api/auth/callback/entra-{self.company}"
        return [
            f"Issuer: https://login.microsoftonline.com/{self.tenant}/\nClient ID: {self.client}\nClient secret: {self.secret}\nRedirect URI: {callback}",
            self.token,
            json.dumps(self.claims),
            f"{callback}?{urlencode({'error': error, 'error_description': f'{error} for {self.email} in {self.tenant}', 'state': self.state})}",
            f"Dear support, {self.email} sees: {error}: user '{self.email}' of '{self.company}' ({self.tenant}). Regards {self.name} {self.family}",
        ]

    def har(self, error: str) -> str:
        """The same as a HAR, with an app's page and check of its own."""
        ask = f"https://login.microsoftonline.com/{self.tenant}/oauth2/v2.0/authorize?" + urlencode(
            {
                "client_id": self.client,
                "redirect_uri": f"https://{self.company}.test/cb",
                "state": self.state,
                "login_hint": self.email,
            }
        )
        page = f'<main data-check="{self.group}">Sorry {self.email}, {error} <p>{self.name}</p></main>'
        answer = (
            f"https://{self.company}.test/cb?error={quote(error)}&error_description={self.email}&state={self.state}"
        )
        return json.dumps(
            document(
                [
                    entry(ask, 302, location=answer),
                    entry(answer, 400, text=page),
                    entry(f"https://{self.company}.test/{self.name}"),
                ]
            )
        )


PEOPLE = st.builds(
    Person, st.lists(WORD, min_size=7, max_size=7, unique=True), st.lists(GUID, min_size=3, max_size=3, unique=True)
)
ERRORS = st.sampled_from(
    ["access_denied", "AADSTS50105", "AADSTS50020", "invalid_client", "something else", "id_token.nonce"]
)


@settings(max_examples=40, deadline=None)
@given(person=PEOPLE, error=ERRORS, chosen=st.sets(st.integers(0, 4), min_size=1))
def test_no_value_of_pasted_texts_stands_in_the_file(person: Person, error: str, chosen: set[int]) -> None:
    """E-mail, name, secret, tenant, group, token and claim names of any mix of texts are left out."""
    inputs = person.inputs(error)
    written = text(deduce(tell(sources.read(inputs[number] for number in sorted(chosen)))))

    assert [value for value in person.values if value in written] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(person=PEOPLE, error=ERRORS)
def test_no_value_of_a_har_stands_in_the_file(person: Person, error: str, tmp_path: Path) -> None:
    """Addresses, pages, posted fields and an app's own check names of a HAR are left out."""
    path = tmp_path / "login.har"
    path.write_text(person.har(error), encoding="utf-8")
    written = text(deduce(tell(sources.read([str(path)]))))

    assert [value for value in person.values if value in written] == []


def test_real_values_stand_only_where_they_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--real-values keeps the claims, and only in a folder that was named for it."""
    claims = json.dumps({"iss": "https://contoso.okta.com", "sub": "00u1", "email": "pat@contoso.test"})

    assert main(["repro", claims, "--no-run", "--real-values"]) == 2
    assert "--to" in capsys.readouterr().err
    assert main(["repro", claims, "--no-run", "--real-values", "--to", str(tmp_path)]) == 0
    assert "pat@contoso.test" in next(tmp_path.glob("*.toml")).read_text("utf-8")
