"""A Flask site that signs people in with flask-oidc, set up as that library's guide says."""

import os

from flask import Flask, jsonify
from flask_oidc import OpenIDConnect
from markupsafe import escape
from werkzeug.middleware.proxy_fix import ProxyFix

app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)
app.config.update(
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_SECURE=True,
    OIDC_CLIENT_SECRETS=os.environ["OIDC_CLIENT_SECRETS"],
    OIDC_SCOPES="openid email profile",
)
oidc = OpenIDConnect(app)


@app.get("/")
def home():
    """Who is signed in, or a way to sign in."""
    if oidc.user_loggedin:
        person = escape(oidc.user_getfield("email"))
        return f'<!doctype html><title>Shop</title><p>Signed in as {person}</p><a href="/logout">Log out</a>'
    return '<!doctype html><title>Shop</title><a href="/login">Log in</a>'


@app.get("/api/me")
def me():
    """Who is signed in, for programs."""
    return jsonify(email=oidc.user_getfield("email") if oidc.user_loggedin else None)
