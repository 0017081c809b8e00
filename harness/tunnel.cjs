// Preloaded into Playwright's driver, see harness/remote_browser.py: what a browser elsewhere has this machine dial
// by a name of the run leads to the gateway; whatever else it asks for is not found.
"use strict";

const net = require("node:net");

const { names, port } = JSON.parse(process.env.SSO_HARNESS_TUNNEL);
const dial = net.createConnection;

const isOurs = (host) => names.some((name) => name === host || (name.startsWith("*.") && host.endsWith(name.slice(1))));

net.createConnection = (options, ...rest) => {
  const { host, port: asked } = options;
  if (host === undefined) return dial(options, ...rest);
  if (asked === 443 && isOurs(host)) return dial({ ...options, host: "127.0.0.1", port }, ...rest);
  const socket = new net.Socket();
  const refusal = Object.assign(new Error(`"${host}" is not a name of this run`), { code: "ENOTFOUND" });
  process.nextTick(() => socket.destroy(refusal));
  return socket;
};
