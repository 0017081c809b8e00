from __future__ import annotations

import pytest

from .conftest import authorize_url, told

pytestmark = pytest.mark.anyio


async def test_one_login(surfer, client) -> None:
    """A person signs in and the app gets a code that it can redeem."""
    await surfer.open(authorize_url())
    answer = await surfer.sign_in("alice@globex.example")
    print(answer.headers)
    code = told(answer)["code"]
    r = await client.post("/oauth2/v1/token", data={"grant_type":"authorization_code","code":code,"redirect_uri":"https://app.pelanor.io/api/auth/callback/okta-globex"}, auth=("0oa1pelanor000000001","s3cret-of-the-app_with-dashes_and_underscores-0123456789abcdefgh"))
    print(r.text, r.headers)
    u = await client.get("/oauth2/v1/userinfo", headers={"Authorization":"Bearer "+r.json()["access_token"]})
    print(u.text)
    a = await surfer.open(authorize_url(prompt="none"))
    print(a.headers)
    l = await surfer.open("https://globex.okta.com/oauth2/v1/logout?id_token_hint="+r.json()["id_token"])
    print(l, l.headers)
    d = await client.get("/.well-known/openid-configuration"); print(d.text[:200], d.headers)
    d = await client.get("/oauth2/default/.well-known/openid-configuration"); print(d.text[:200], d.headers)
    d = await client.get("/oauth2/v1/keys"); print(d.text[:200], d.headers)
    a = await surfer.open(authorize_url(client_id="x"))
    print(a.text)
    assert 0
