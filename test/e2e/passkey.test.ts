import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { openBrowser } from "#test/support/browser.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import type { TestServer } from "#test/support/server.ts";
import { openTestServer } from "#test/support/server.ts";

/** Chromium with an authenticator of its own (WebAuthn §11): what we ask for is what browsers take. */
let t: TestApp;
let server: TestServer;
let clerk: Clerk;
let browser: Browser;
beforeAll(async () => {
  t = await openTestApp();
  t.clock.set(new Date().toISOString());
  clerk = await makeClerk(t, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" });
  server = await openTestServer(t);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await t.close();
});

/** In the page: register with one answer, sign out, sign in with another. */
async function registerAndEnter(): Promise<unknown[]> {
  const post = async (path: string, body: unknown) => {
    const headers = { "Content-Type": "application/json" };
    return await fetch(`/api/session${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  };
  const creation = (await (await post("/passkey-registration", {})).json()) as PublicKeyCredentialCreationOptionsJSON;
  const made = (await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(creation),
  })) as PublicKeyCredential;
  const registered = await post("/passkeys", { name: "这台电脑", response: made.toJSON() as unknown });
  await fetch("/api/session", { method: "DELETE", headers: { "Content-Type": "application/json" } });
  const gone = await fetch("/api/me");
  const request = (await (await post("/passkey-options", {})).json()) as PublicKeyCredentialRequestOptionsJSON;
  const got = (await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(request),
  })) as PublicKeyCredential;
  const entered = await post("/passkey", { response: got.toJSON() as unknown });
  const me = (await (await fetch("/api/me")).json()) as { name: string };
  return [registered.status, gone.status, entered.status, me.name];
}

it("a passkey made by Chromium registers and signs in, without a password", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const url = server.url.replace("127.0.0.1", "localhost");
  const [name = "", value = ""] = (clerk.cookie() ?? "").split("=");
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Strict" }]);
  await page.goto(`${url}/console/`);
  expect(await page.evaluate(registerAndEnter)).toEqual([201, 401, 200, "王经办"]);
  await context.close();
});
