import type { TestApp } from "./app.ts";
import { openTestApp } from "./app.ts";
import type { Authenticator, Fault } from "./authenticator.ts";
import { makeAuthenticator } from "./authenticator.ts";
import type { BrowserSession, Clerk } from "./browser-session.ts";
import { makeClerk, openBrowserSession, takeClerk } from "./browser-session.ts";
import type { Answer } from "./client.ts";

/** Three clerks signed in, and a security key on the desk. */
export type PasskeyDesk = {
  readonly t: TestApp;
  readonly unit: Clerk;
  readonly other: Clerk;
  /** Without a second factor. */
  readonly plain: Clerk;
  key: Authenticator;
};

export type PasskeyOffice = { readonly openDesk: () => Promise<PasskeyDesk>; readonly close: () => Promise<void> };

/** The clerks' passwords are computed once; each test gets a desk of its own. */
export async function openPasskeyOffice(): Promise<PasskeyOffice> {
  const base = await openTestApp();
  const unit = await makeClerk(base, { login: "zj.wang", name: "王经办", role: "unit", unit: "zhujian" });
  const other = await makeClerk(base, { login: "jt.sun", name: "孙经办", role: "unit", unit: "jiaoti" });
  const input = { login: "jt.zhao", name: "赵经办", role: "unit", unit: "jiaoti" } as const;
  const plain = await makeClerk(base, input, { factor: false });
  return {
    close: base.close,
    openDesk: async () => {
      const t = await openTestApp({ from: base });
      const people = { unit: takeClerk(t, unit), other: takeClerk(t, other), plain: takeClerk(t, plain) };
      return { t, ...people, key: makeAuthenticator() };
    },
  };
}

export async function post({ ask }: Pick<BrowserSession, "ask">, path: string, body: unknown = {}): Promise<Answer> {
  return await ask(`/api/session${path}`, { method: "POST", body });
}

/** The whole way of registering, for whoever; the refusal where it does not begin. */
export async function register(
  { unit, key }: PasskeyDesk,
  { clerk = unit, fault = {} }: { readonly clerk?: BrowserSession; readonly fault?: Fault } = {},
): Promise<Answer> {
  const options = await post(clerk, "/passkey-registration");
  if (options.status !== 200) return options;
  return await post(clerk, "/passkeys", { name: "办公电脑", response: key.create(options.json, fault) });
}

/** The passkey alone, in a browser of its own. */
export async function enter({ t, key }: PasskeyDesk, fault: Fault = {}): Promise<BrowserSession & { answer: Answer }> {
  const browser = openBrowserSession(t);
  const options = await post(browser, "/passkey-options");
  const answer = await post(browser, "/passkey", { response: key.get(options.json, fault) });
  return { ...browser, answer };
}
