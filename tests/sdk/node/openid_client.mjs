// Logs in with openid-client, unmodified, by discovery alone, with the client authentication that is asked for.
// Standard input: one JSON object with issuer, client_id, client_secret, redirect_uri, method, and for private_key_jwt the
// client's private JWK as key; then the callback address.
// Standard output: the address to open, then the claims as JSON.
import { createInterface } from "node:readline";
import * as oidc from "openid-client";
import { EnvHttpProxyAgent, fetch, setGlobalDispatcher } from "undici";

setGlobalDispatcher(new EnvHttpProxyAgent());
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const asked = JSON.parse((await lines.next()).value);
const signing = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const key = asked.key && (await crypto.subtle.importKey("jwk", asked.key, signing, false, ["sign"]));
const authentication = {
  client_secret_basic: () => oidc.ClientSecretBasic(asked.client_secret),
  client_secret_post: () => oidc.ClientSecretPost(asked.client_secret),
  client_secret_jwt: () => oidc.ClientSecretJwt(asked.client_secret),
  private_key_jwt: () => oidc.PrivateKeyJwt(key),
  none: () => oidc.None(),
}[asked.method]();

const options = { [oidc.customFetch]: fetch };
const server = await oidc.discovery(new URL(asked.issuer), asked.client_id, {}, authentication, options);
const verifier = oidc.randomPKCECodeVerifier();
const checks = { pkceCodeVerifier: verifier, expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce() };
const address = oidc.buildAuthorizationUrl(server, {
  redirect_uri: asked.redirect_uri,
  scope: "openid profile email",
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
  state: checks.expectedState,
  nonce: checks.expectedNonce,
});
console.log(address.href);

const callback = new URL((await lines.next()).value);
const tokens = await oidc.authorizationCodeGrant(server, callback, checks);
const claims = tokens.claims();
const info = await oidc.fetchUserInfo(server, tokens.access_token, claims.sub);
console.log(JSON.stringify({ claims, info }));
process.exit(0);
