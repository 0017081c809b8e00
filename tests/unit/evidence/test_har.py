"""HARs of any browser, whole and broken: each is an answer or one clear line."""

from __future__ import annotations

import base64
import gzip
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.evidence import har as hars
from harness.evidence import sources
from harness.evidence.account import Account
from harness.evidence.telling import tell
from tests.unit.evidence.conftest import AUTHORIZE, CALLBACK, DENIED, STATE, denied, document, entry

Har = Callable[..., str]
TENANT = "7b1e2c3d-4f50-4a61-8b72-9c83ad94be05"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize?" + urlencode(
    {"client_id": TENANT, "redirect_uri": CALLBACK.replace("okta", "entra"), "response_type": "code", "state": STATE}
)


def told(*inputs: str, login: int = 0) -> Account:
    """The account of inputs."""
    return tell(sources.read(inputs), login=login)


def found(account: Account) -> str:
    """The id of the best finding."""
    return account.findings[0].entry.id if account.findings else ""


def test_chrome(har: Har) -> None:
    """An error in the answer is told with IdP, region, hop and cause."""
    account = told(har(denied()))

    assert (account.idp.vendor, account.region, account.end, account.check) == ("okta", "us", "refused", "idp_error")
    assert account.hop == "callback at the app"
    assert found(account) == "okta/person_not_assigned"


def test_firefox(har: Har) -> None:
    """Firefox's capital headers, its list of posted fields and its order of rows are read."""
    entries = denied()
    entries[2]["response"]["headers"] = [{"name": "Location", "value": entries[2]["response"]["redirectURL"]}]
    entries[3] = entry(CALLBACK, 403, method="POST", form=DENIED | {"error_description": DENIED["error_description"]})
    for number, it in enumerate(entries):
        it["startedDateTime"] = f"2026-11-20T10:00:0{number}.000+01:00"

    account = told(har(entries[::-1]))

    assert found(account) == "okta/person_not_assigned"
    assert account.form_post


def test_safari_without_texts(har: Har) -> None:
    """Safari keeps no bodies and no posted fields: the answer is still seen to arrive."""
    entries = [entry(AUTHORIZE, 200, text=None), entry(CALLBACK, 200, method="POST", text=None)]
    for it in entries:
        it["response"]["content"] = {"size": 0, "mimeType": ""}
        del it["response"]["redirectURL"]

    account = told(har(entries))

    assert account.idp.vendor == "okta"
    assert account.hop in {"callback at the app", "after the callback"}


def test_the_redirect_alone_is_an_answer(har: Har) -> None:
    """Where the request to the app is missing, the IdP's redirect shows what was answered."""
    assert found(told(har(denied()[:3]))) == "okta/person_not_assigned"


@pytest.mark.parametrize("name", ["login.har.gz", "login.zip", "bom.har", "utf16.har"])
def test_packed_and_encoded(name: str, tmp_path: Path) -> None:
    """gzip, zip, a byte order mark and UTF-16 are unpacked as they are read."""
    data = json.dumps(document(denied())).encode()
    path = tmp_path / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(data))
    elif name.endswith(".zip"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("export/network.har", data)
    else:
        path.write_bytes(b"\xef\xbb\xbf" + data if name == "bom.har" else data.decode().encode("utf-16"))

    assert found(told(str(path))) == "okta/person_not_assigned"


def test_playwrights_zip_keeps_bodies_beside_the_log(tmp_path: Path) -> None:
    """Bodies and posted fields in files of the archive are found."""
    posted = entry(CALLBACK, 403, method="POST")
    posted["request"]["postData"] = {"mimeType": "application/x-www-form-urlencoded", "_file": "a.dat"}
    page = entry(CALLBACK.replace("callback", "x"), 403)
    page["response"]["content"] |= {"_file": "b.html"}
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr("har.har", json.dumps(document([entry(AUTHORIZE), posted, page])))
        archive.writestr("a.dat", urlencode({"code": "abc", "state": STATE}))
        archive.writestr("b.html", '<main data-check="id_token.nonce">no</main>')

    account = told(str(tmp_path / "p.zip"))

    assert (account.end, account.check) == ("refused", "id_token.nonce")


def test_base64_bodies(har: Har) -> None:
    """A page that the browser kept as base64, cut short, is read."""
    page = entry(f"{CALLBACK}?code=c&state={STATE}", 403)
    text = base64.b64encode(b'<main data-check="id_token.aud">no</main>' + b" " * 100).decode()[:-3]
    page["response"]["content"] |= {"text": text, "encoding": "base64"}

    assert told(har([entry(AUTHORIZE), page])).check == "id_token.aud"


def test_entras_page_keeps_its_error_in_a_script(har: Har) -> None:
    """Entra's error page shows nothing without scripts; its configuration holds the code."""
    config = json.dumps(
        {"strMainMessage": "Sorry", "strServiceExceptionMessage": "AADSTS50105: Your administrator has \u2026"}
    )
    page = f"<html><head><script>//<![CDATA[\n$Config={config};\n//]]></script></head><body></body></html>"
    account = told(
        har([entry(ENTRA), entry(f"https://login.microsoftonline.com/{TENANT}/login", text=page, method="POST")])
    )

    assert (account.idp.vendor, account.end) == ("entra", "stays at the issuer")
    assert found(account) == "entra/person_not_assigned"


def test_oktas_page_is_answered_by_json(har: Har) -> None:
    """Okta's sign-in page asks in the background; the last answer holds the error."""
    body = json.dumps(
        {"version": "1.0.0", "messages": {"value": [{"message": "User is not assigned to this application."}]}}
    )
    answer = entry(
        "https://contoso.okta.com/idp/idx/identify", 400, text=body, kind="application/ion+json; okta-version=1.0.0"
    )

    account = told(har([entry(AUTHORIZE, text="<title>Sign in</title>"), answer]))

    assert found(account) == "okta/person_not_assigned"
    assert account.end == "stays at the issuer"


def test_several_logins(har: Har) -> None:
    """Of several logins the last that failed counts, and another can be chosen."""
    good = [
        entry(AUTHORIZE.replace(STATE, "a" * 20)),
        entry(f"{CALLBACK}?code=c&state={'a' * 20}", text="<h1>Hello</h1>"),
    ]
    path = har([*good, *denied(), entry(AUTHORIZE.replace(STATE, "b" * 20), at="2026-11-20T11:00:00Z")])

    assert found(told(path)) == "okta/person_not_assigned"
    assert told(path, login=1).end == "signed in"
    assert any("3 logins" in note for note in told(path).notes)


def test_a_silent_request_that_fails_is_not_the_login(har: Har) -> None:
    """A hidden frame's login_required comes before every login of a browser app and is no failure."""
    silent = entry(
        f"{AUTHORIZE.replace(STATE, 's' * 20)}&prompt=none",
        302,
        location=f"{CALLBACK}?error=login_required&state={'s' * 20}",
    )
    path = har([silent, entry(AUTHORIZE), entry(f"{CALLBACK}?code=c&state={STATE}", text="<h1>Hello</h1>")])

    assert told(path).end == "signed in"


def test_a_loop(har: Har) -> None:
    """A browser sent round and round is a loop, whatever else is there."""
    rounds = []
    for number in range(5):
        state = f"{number}" * 20
        rounds += [
            entry(AUTHORIZE.replace(STATE, state), 302, location=f"{CALLBACK}?code=c&state={state}"),
            entry(f"{CALLBACK}?code=c&state={state}", 302, location="/"),
            entry("https://app.pelanor.io/", 302, location="/sign-in"),
        ]

    assert "again and again" in told(har(rounds)).happened


def test_an_app_without_a_server(har: Har) -> None:
    """A code that the browser itself redeems fails at the token endpoint, where its answer is read."""
    preflight = entry("https://contoso.okta.com/oauth2/v1/token", 200, method="OPTIONS")
    refused = entry(
        "https://contoso.okta.com/oauth2/v1/token",
        400,
        method="POST",
        form="grant_type=authorization_code&code=c",
        kind="application/json",
        text='{"error":"invalid_grant","error_description":"PKCE verification failed."}',
    )
    account = told(
        har([entry(AUTHORIZE), entry(f"{CALLBACK}?code=c&state={STATE}", text="<p>…</p>"), preflight, refused])
    )

    assert found(account) == "okta/pkce_verifier_wrong"
    assert account.check == "token_endpoint.invalid_grant"


def test_a_request_without_an_answer(har: Har) -> None:
    """Status 0 with the browser's own error is told as that."""
    lost = entry(f"{CALLBACK}?code=c&state={STATE}", 0, text=None, _error="net::ERR_CONNECTION_REFUSED")

    assert "ERR_CONNECTION_REFUSED" in told(har([entry(AUTHORIZE), lost])).happened


def test_rows_of_a_service_worker_count_once(har: Har) -> None:
    """The page's row and its service worker's are one request."""
    entries = denied()
    path = har([*entries, {**entries[3], "response": {**entries[3]["response"], "_fetchedViaServiceWorker": True}}])

    assert len(sources.read([path]).logins) == 1
    assert sources.read([path]).logins[0].delivered == 1


def test_an_idp_behind_the_idp_is_one_login(har: Har) -> None:
    """Auth0 asks Google in turn: the login is the app's with Auth0."""
    outer = AUTHORIZE.replace("contoso.okta.com/oauth2/v1", "contoso.eu.auth0.com")
    inner = "https://accounts.google.com/o/oauth2/auth?" + urlencode(
        {"client_id": "x", "redirect_uri": "https://contoso.eu.auth0.com/login/callback", "state": "inner"}
    )
    back = "https://contoso.eu.auth0.com/login/callback?code=g&state=inner"
    path = har(
        [entry(outer, 302, location=inner), entry(inner), entry(back, 302), entry(f"{CALLBACK}?code=c&state={STATE}")]
    )
    evidence = sources.read([path])

    assert len(evidence.logins) == 1
    assert evidence.logins[0].idp.vendor == "generic"
    assert "Auth0" in evidence.logins[0].idp.kind


@pytest.mark.parametrize(
    ("host", "vendor"),
    [
        ("login.contoso.com/oauth2/default/v1", "okta"),
        ("login.contoso.com/auth/realms/staff/protocol/openid-connect", "keycloak"),
        ("auth.pingone.eu/7b1e2c3d-4f50-4a61-8b72-9c83ad94be05/as", "generic"),
        ("sso.contoso.com/oidc", "generic"),
        ("login.microsoftonline.us/common/oauth2/v2.0", "entra"),
        ("oauth.id.eu.jumpcloud.com/oauth2", "jumpcloud"),
    ],
)
def test_other_idps(host: str, vendor: str, har: Har) -> None:
    """An IdP at a name of its own is known by its path, else rehearsed as any other."""
    url = AUTHORIZE.replace("contoso.okta.com/oauth2/v1", host).replace("okta-contoso-9", "x")
    path = har([entry(url), entry(f"https://other.test/cb?code=c&state={STATE}", text="<h1>Hello</h1>")])

    assert told(path).idp.vendor == vendor


def test_saml_is_said_to_be_saml(har: Har) -> None:
    """A SAML login is no OIDC login, and that is what the one line says."""
    path = har(
        [
            entry("https://contoso.okta.com/app/x/sso/saml?SAMLRequest=abc"),
            entry("https://app.test/acs", method="POST", form={"SAMLResponse": "PHNhb"}),
        ]
    )
    evidence = sources.read([path])

    assert evidence.empty
    assert len(evidence.trouble) == 1
    assert "SAML" in evidence.trouble[0]


def test_no_login_in_it(har: Har) -> None:
    """A HAR without a login is one line with the way out."""
    evidence = sources.read([har([entry("https://www.example.test/")])])

    assert len(evidence.trouble) == 1
    assert "Preserve log" in evidence.trouble[0]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_truncated(share: float, har: Har) -> None:
    """Of a file that stops in the middle everything before counts, and the line says how much."""
    path = Path(har([*denied(), *(entry(f"https://app.pelanor.io/{number}") for number in range(3))]))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    evidence = sources.read([str(path)])

    assert any("stops in the middle" in line or "no readable HAR" in line for line in evidence.trouble)
    assert bool(evidence.logins) is (share >= 0.6)


def test_another_language(har: Har) -> None:
    """The app's error page may be in any language."""
    page = entry(f"{CALLBACK}?code=c&state={STATE}", 400, text="<h1>エラー</h1><p>サインインできませんでした</p>")
    account = told(har([entry(AUTHORIZE), page]))

    assert not account.end
    assert "reads like a failure" in account.happened


JSON = st.recursive(st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["url", "name", "value", "text", "status", "headers", "content", "mimeType", "params"]), inner, max_size=4), max_leaves=12)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(request=JSON, response=JSON, posted=JSON)
def test_nonsense_is_left_out_with_a_line(request: Any, response: Any, posted: Any, tmp_path: Path) -> None:
    """Whatever stands in an entry, the other entries count."""
    odd = {"request": request, "response": response}
    mixed = entry(AUTHORIZE)
    mixed["request"]["postData"] = posted
    path = tmp_path / "odd.har"
    path.write_text(json.dumps(document([odd, mixed, *denied()])), encoding="utf-8")

    assert sources.read([str(path)]).logins


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), name=st.sampled_from(["x.har", "x.har.gz", "x.zip", "x.txt"]), start=st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08", b'{"log":', b"\xff\xfe"]))  # fmt: skip
def test_any_bytes_are_an_answer_or_a_line(data: bytes, name: str, start: bytes, tmp_path: Path) -> None:
    """No file breaks the reading."""
    path = tmp_path / name
    path.write_bytes(start + data)
    evidence = sources.read([str(path)])

    assert all("\n" not in line for line in evidence.trouble)


def test_a_long_text_is_neither_kept_nor_waited_for(har: Har) -> None:
    """A film of 20 MB in the middle costs no memory; what comes after it is read."""
    path = har([entry("https://cdn.test/film", text="A" * 20_000_000, kind="video/mp4"), *denied()])
    tracemalloc.start()
    read = hars.read(Path(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(read.hops) == 3
    assert peak < 8_000_000


def test_many_pages_are_not_kept(har: Har) -> None:
    """Two hundred pages of 100 kB before the login are read one at a time."""
    page = "<p>hello</p>" * 8_000
    path = har([*(entry(f"https://www.test/{number}", text=page) for number in range(200)), *denied()])
    tracemalloc.start()
    read = hars.read(Path(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert read.seen == 204
    assert peak < 8_000_000


def test_quotes_and_escapes_survive_the_cutting(har: Har) -> None:
    """A long text full of quotes, backslashes and letters of several bytes does not spoil what follows."""
    nasty = '"\\\u20ac\U0001f600\n' * 100_000
    path = har([entry("https://cdn.test/x", text=nasty, kind="text/plain"), *denied()])

    assert found(told(path)) == "okta/person_not_assigned"


def test_a_page_in_front_of_a_server(har: Har) -> None:
    """Where the app's page asks its own server, the server's answer holds the error."""
    answer = f"{CALLBACK}?code=c&state={STATE}"
    body = '{"error":"invalid_client","message":"The client secret supplied for a confidential client is invalid."}'
    asked = entry("https://api.pelanor.io/session", 401, method="POST", kind="application/json", text=body)

    assert found(told(har([entry(AUTHORIZE), entry(answer, text="<div id=root></div>"), asked]))) == "okta/secret_wrong"


def test_the_sign_in_page_again_is_no_success(har: Har) -> None:
    """An app that takes the answer and asks to sign in again has lost the session."""
    answer = entry(f"{CALLBACK}?code=c&state={STATE}", 302, location="/sign-in")
    account = told(har([entry(AUTHORIZE), answer, entry("https://app.pelanor.io/sign-in", text="<h1>Sign in</h1>")]))

    assert account.end == "not signed in"


def test_a_page_that_speaks_of_errors_is_no_failure(har: Har) -> None:
    """A workspace that lists errors is a success."""
    page = entry(f"{CALLBACK}?code=c&state={STATE}", text="<h1>Welcome</h1> recent errors: 0")

    assert told(har([entry(AUTHORIZE), page])).end == "signed in"


def test_a_servers_own_500_is_not_the_idps(har: Har) -> None:
    """What a server says of a status in its own name says nothing about the IdP."""
    account = told(
        har([entry(AUTHORIZE), entry(f"{CALLBACK}?code=c&state={STATE}", 500, text="Internal Server Error")])
    )

    assert account.happened == "the app answered 500"
    assert not account.findings


def test_an_unknown_error_of_an_unknown_idp_is_no_certainty(har: Har) -> None:
    """Words that anybody uses do not name a vendor's error."""
    answer = f"https://shop.test/cb?error=unauthorized&error_description=user%20is%20blocked&state={STATE}"
    account = told(
        har([entry(AUTHORIZE.replace("contoso.okta.com", "contoso.us.auth0.com")), entry(answer, text="Oops")])
    )

    assert account.end == "refused"
    assert all(it.sure == "guess" for it in account.findings)


def test_encoded_answers(har: Har) -> None:
    """Names and values that the browser kept encoded are decoded once."""
    form = {name: quote(value) for name, value in DENIED.items()}

    assert (
        found(told(har([entry(AUTHORIZE), entry(CALLBACK, 403, method="POST", form=form)])))
        == "okta/person_not_assigned"
    )
