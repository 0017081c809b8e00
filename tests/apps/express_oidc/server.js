// An Express site that signs people in with express-openid-connect, set up as that library's README says.
const express = require("express");
const { auth } = require("express-openid-connect");

const text = (given) => String(given).replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);

const app = express();
app.set("trust proxy", true);
app.use(
  auth({
    issuerBaseURL: process.env.ISSUER_BASE_URL,
    baseURL: process.env.BASE_URL,
    clientID: process.env.CLIENT_ID,
    clientSecret: process.env.CLIENT_SECRET,
    secret: process.env.SECRET,
    authRequired: false,
    authorizationParams: { response_type: "code", scope: "openid profile email" },
  }),
);

app.get("/", (request, response) => {
  const user = request.oidc.user;
  response.send(
    user
      ? `<!doctype html><title>Shop</title><p>Signed in as ${text(user.name)}</p><a href="/logout">Log out</a>`
      : '<!doctype html><title>Shop</title><a href="/login">Log in</a>',
  );
});
app.get("/api/me", (request, response) => response.json({ user: request.oidc.user ?? null }));

app.listen(process.env.PORT, "127.0.0.1");
