// An Express site that signs people in with @auth/express (Auth.js), set up as that library's page says.
import { ExpressAuth, getSession } from "@auth/express";
import express from "express";

const config = {
  providers: [
    {
      id: "idp",
      name: "SSO",
      type: "oidc",
      issuer: process.env.ISSUER,
      clientId: process.env.CLIENT_ID,
      clientSecret: process.env.CLIENT_SECRET,
      // The library's own default is ["pkce"].
      checks: process.env.CHECKS ? process.env.CHECKS.split(",") : undefined,
    },
  ],
};

const text = (given) => String(given).replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);

const app = express();
app.set("trust proxy", true);
app.use("/auth/*", ExpressAuth(config));

app.get("/", async (request, response) => {
  const session = await getSession(request, config);
  response.send(
    session?.user
      ? `<!doctype html><title>Shop</title><p>Signed in as ${text(session.user.name)}</p><a href="/auth/signout">Log out</a>`
      : '<!doctype html><title>Shop</title><a href="/auth/signin">Log in</a>',
  );
});
app.get("/api/me", async (request, response) => {
  const session = await getSession(request, config);
  response.json({ user: session?.user ?? null });
});

app.listen(process.env.PORT, "127.0.0.1");
