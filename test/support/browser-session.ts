import { toTotpStep, makeTotpCode } from "#services/accounts/totp.ts";
import { createAccount } from "#services/accounts/create-account.ts";
import type { AccountInput } from "#services/accounts/create-account.ts";
import type { TestApp } from "./app.ts";
import type { Answer, Ask, Client } from "./client.ts";
import { clientOf } from "./client.ts";

export const PASSWORD = "梧桐树下三把旧藤椅真凉快";

/** A browser at the console: keeps its cookie and says where its requests come from. */
export type BrowserSession = {
  readonly ask: Client;
  /** The cookie as it stands; undefined: none. */
  readonly cookie: () => string | undefined;
  readonly setCookie: (cookie: string | undefined) => void;
};

export function openBrowserSession(t: Pick<TestApp, "app">): BrowserSession {
  let cookie: string | undefined;
  const stranger = clientOf(t);
  return {
    cookie: () => cookie,
    setCookie: (next) => {
      cookie = next;
    },
    ask: async (path, { headers = {}, ...ask }: Ask = {}) => {
      const own = { ...(cookie === undefined ? {} : { Cookie: cookie }), "Sec-Fetch-Site": "same-origin" };
      const answer = await stranger(path, { ...ask, headers: { ...own, ...headers } });
      const [given] = answer.headers.getSetCookie();
      if (given !== undefined) cookie = given.includes("Max-Age=0") ? undefined : given.split(";")[0];
      return answer;
    },
  };
}

/** A person with an activated account; `code` gives the authenticator's code of now, `steps` away. */
export type Clerk = BrowserSession & {
  readonly id: string;
  readonly login: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly code: (steps?: number) => string;
  /** Login and password in a browser of its own. */
  readonly enter: (password?: string) => Promise<BrowserSession & { readonly answer: Answer }>;
};

const post = (body: unknown) => ({ method: "POST", body });

type Known = Pick<Clerk, "id" | "login" | "secret" | "recoveryCodes">;

function toClerk(t: Pick<TestApp, "app" | "clock">, browser: BrowserSession, known: Known): Clerk {
  const { id, login, secret, recoveryCodes } = known;
  const code = (steps = 0) => makeTotpCode(secret, toTotpStep(t.clock.now().getTime()) + steps);
  const enter = async (password = PASSWORD) => {
    const own = openBrowserSession(t);
    const answer = await own.ask("/api/session", post({ login, password }));
    return { ...own, answer };
  };
  return { ...browser, id, login, secret, recoveryCodes, code, enter };
}

/** Creates the account and activates it through HTTP; the browser is signed in afterwards. */
export async function makeClerk(t: TestApp, input: AccountInput, { factor = true } = {}): Promise<Clerk> {
  const { holder, activation } = await createAccount(t.system, input);
  const browser = openBrowserSession(t);
  const { json } = await browser.ask("/api/session/enrolment", post({ code: activation.code }));
  const secret: string = json.secret;
  const clerk = toClerk(t, browser, { id: holder.actor.id, login: input.login, secret, recoveryCodes: [] });
  const proof = factor ? { totp: clerk.code() } : {};
  const activated = await browser.ask(
    "/api/session/activate",
    post({ code: activation.code, password: PASSWORD, ...proof }),
  );
  if (activated.status !== 200) throw new Error(activated.text);
  return { ...clerk, recoveryCodes: activated.json.recoveryCodes };
}

/** The same person with the same cookie before a copy of the app: a password need not be computed again for each test. */
export function takeClerk(t: Pick<TestApp, "app" | "clock">, clerk: Clerk): Clerk {
  const browser = openBrowserSession(t);
  browser.setCookie(clerk.cookie());
  return toClerk(t, browser, clerk);
}
