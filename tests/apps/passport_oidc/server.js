// An Express site that signs people in with passport-openidconnect, set up as that library's README says.
const express = require("express");
const session = require("express-session");
const passport = require("passport");
const OpenIDConnectStrategy = require("passport-openidconnect");

passport.use(
  new OpenIDConnectStrategy(
    {
      issuer: process.env.ISSUER,
      authorizationURL: process.env.AUTHORIZATION_URL,
      tokenURL: process.env.TOKEN_URL,
      userInfoURL: process.env.USERINFO_URL,
      clientID: process.env.CLIENT_ID,
      clientSecret: process.env.CLIENT_SECRET,
      callbackURL: process.env.CALLBACK_URL,
      scope: ["email", "profile"],
    },
    (issuer, profile, done) => done(null, profile),
  ),
);
passport.serializeUser((user, done) => done(null, { name: user.displayName, email: user.emails?.[0]?.value }));
passport.deserializeUser((user, done) => done(null, user));

const text = (given) => String(given).replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);

const app = express();
app.set("trust proxy", true);
app.use(session({ secret: process.env.SECRET, resave: false, saveUninitialized: false, cookie: { secure: true } }));
app.use(passport.session());

app.get("/", (request, response) => {
  response.send(
    request.user
      ? `<!doctype html><title>Shop</title><p>Signed in as ${text(request.user.name)}</p><form method="post" action="/logout"><button>Log out</button></form>`
      : '<!doctype html><title>Shop</title><a href="/login">Log in</a>',
  );
});
app.get("/api/me", (request, response) => response.json({ user: request.user ?? null }));
app.get("/login", passport.authenticate("openidconnect"));
app.get("/callback", passport.authenticate("openidconnect", { failureRedirect: "/login-failed", successRedirect: "/" }));
app.get("/login-failed", (request, response) => {
  response.status(403).send("<!doctype html><title>Shop</title><p role=alert>The login did not work.</p>");
});
app.post("/logout", (request, response, next) => {
  request.logout((error) => (error ? next(error) : response.redirect("/")));
});

app.listen(process.env.PORT, "127.0.0.1");
