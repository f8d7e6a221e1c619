import type { TestApp, TestKey } from "./app.ts";

export type Ask = {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
};

export type Client = (path: string, ask?: Ask) => Promise<Answer>;

function toBody(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Speaks to the API in process as the holder of the key; without one, as a stranger. */
export function clientOf({ app }: Pick<TestApp, "app">, key?: TestKey): Client {
  return async (path, { method = "GET", body, headers = {} } = {}) => {
    const kind = method === "GET" || body instanceof FormData ? {} : { "Content-Type": "application/json" };
    const auth = key ? { Authorization: `Bearer ${key.token}` } : {};
    const init = { method, headers: { ...auth, ...kind, ...headers }, body: toBody(body) };
    const response = await app.request(path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
}
