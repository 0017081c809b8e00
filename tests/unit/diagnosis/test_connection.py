"""sso-harness check-connection: the admin page's advice, on the command line."""

from __future__ import annotations

import io
import json
import socket

import httpx2
import pytest

from harness.cli import main
from harness.diagnosis import connection

TENANT = "3f0c2b1a-0d4e-4c55-9b7a-6a1d2e3f4a5b"
CLIENT = "7a1c2b1a-0d4e-4c55-9b7a-6a1d2e3f4a5b"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/v2.0"
CALLBACK = "https://app.pelanor.io/api/auth/callback/okta-acme"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ({"issuer": "acme-admin.okta.com"}, "admin console"),
        ({"issuer": "https://login.microsoftonline.com/common/v2.0"}, "common"),
        ({"issuer": ENTRA, "client_secret": TENANT}, "Value"),
        ({"issuer": "acme.okta.com", "client_id": "x", "client_secret": "0oa1b2c3d4e5f6g7h8i9"}, "swapped"),
        ({"redirect_uri": f"{CALLBACK}/"}, "slash at the end"),
        ({"redirect_uri": CALLBACK.replace("https", "http")}, "https"),
        ({"redirect_uri": CALLBACK.replace("app.", "www.")}, "does not live at www.pelanor.io"),
        ({"redirect_uri": CALLBACK.replace("io/", "io:443/")}, "without a port"),
        ({"redirect_uri": CALLBACK.replace("acme", "{organization_id}")}, "your own organization_id"),
        ({"redirect_uri": CALLBACK.replace("okta-acme", "acme")}, "has the form"),
        ({"redirect_uri": CALLBACK.replace("okta-", "entra-"), "issuer": "acme.okta.com"}, 'provider "entra"'),
        ({"redirect_uri": "https://[x"}, "no address"),
    ],
)
def test_a_mistake_stops_with_the_way_out(told: dict[str, str], text: str) -> None:
    """What cannot work is said, with what to do."""
    verdict = connection.check(told)

    assert verdict.stops
    assert text in " ".join(hint.text for hint in verdict.hints)


@pytest.mark.parametrize(
    "told",
    [
        {"issuer": "acme.okta.com", "redirect_uri": CALLBACK},
        {"issuer": ENTRA, "client_id": CLIENT},
        {"issuer": "https://oauth.id.jumpcloud.com/", "redirect_uri": CALLBACK.replace("okta-acme", "jumpcloud-a-b")},
        {"issuer": "https://idp.contoso.test/realms/staff", "idp": "generic"},
    ],
)
def test_what_is_right_passes(told: dict[str, str]) -> None:
    """Right settings are not complained about, and neither is what was not given."""
    assert not connection.check(told).hints


def test_the_secret_is_never_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret from standard input is looked at and only counted."""
    monkeypatch.setattr("sys.stdin", io.StringIO("very~secret~value\n"))

    code = main(["check-connection", "--domain", "acme.okta.com", "--client-secret", "-"])

    said = capsys.readouterr().out
    assert code == 0
    assert "secret~value" not in said
    assert "17 characters" in said


def test_pasted_lines_are_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """Lines out of a portal or a mail do instead of options."""
    code = main(["check-connection", f"Application (client) ID: {CLIENT}\nDirectory (tenant) ID: {TENANT}"])

    assert code == 0
    assert ENTRA in capsys.readouterr().out


def test_nothing_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Without settings there is one line, and exit code 2."""
    assert main(["check-connection"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_network_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --live nothing is looked up."""

    def dialled(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", dialled)
    monkeypatch.setattr(socket.socket, "connect", dialled)

    assert main(["check-connection", "--issuer", ENTRA, "--client-id", CLIENT]) == 0


def _answers(metadata: object, status: int = 200) -> httpx2.AsyncClient:
    asked.clear()

    async def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return httpx2.Response(status, content=json.dumps(metadata))

    return httpx2.AsyncClient(transport=httpx2.MockTransport(answer))


asked: list[httpx2.Request] = []
GOOD = {
    "issuer": "https://acme.okta.com",
    "authorization_endpoint": "https://acme.okta.com/oauth2/v1/authorize",
    "token_endpoint": "https://acme.okta.com/oauth2/v1/token",
    "jwks_uri": "https://acme.okta.com/oauth2/v1/keys",
}


@pytest.mark.parametrize(
    ("metadata", "status", "text"),
    [
        (GOOD, 200, ""),
        (
            GOOD | {"issuer": "https://acme.okta.com/oauth2/default"},
            200,
            "another issuer: https://acme.okta.com/oauth2/default",
        ),
        (GOOD | {"jwks_uri": "http://acme.okta.com/keys"}, 200, "jwks_uri"),
        (GOOD | {"response_types_supported": ["id_token"]}, 200, "authorization code"),
        (GOOD | {"token_endpoint_auth_methods_supported": ["private_key_jwt"]}, 200, "takes no client secret"),
        ({"errorCode": "E0000015"}, 404, "HTTP 404"),
        ([], 200, "could not be read"),
    ],
)
def test_live_reads_the_document_and_sends_no_secret(metadata: object, status: int, text: str) -> None:
    """--live compares the real discovery document; one GET without credentials is all that leaves."""
    verdict = connection.check(
        {"issuer": "acme.okta.com", "client_id": "0oa1b2c3d4e5f6g7h8i9", "client_secret": "s3cr3t"}
    )
    hints = connection.look(verdict, _answers(metadata, status))

    assert text in " ".join(hint.text for hint in hints) if text else not hints
    assert [str(request.url) for request in asked] == ["https://acme.okta.com/.well-known/openid-configuration"]
    assert "s3cr3t" not in str(asked[0].headers) + str(asked[0].url)
    assert "authorization" not in asked[0].headers
