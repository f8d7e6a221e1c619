import type { Client, InValue, ResultSet, Transaction } from "@libsql/client";
import { Hono } from "hono";
import type { Step } from "./record.ts";

/** Steps by "METHOD path"; where a request comes several times, the next of its lists each time. */
export type Plan = Readonly<Record<string, readonly (readonly Step[])[]>>;

/** Sends what ours was recorded to send, one after the other as ours does. Gives what each statement answered. */
async function replay(client: Client, steps: readonly Step[]): Promise<ResultSet[]> {
  const answers: ResultSet[] = [];
  let tx: Transaction | undefined;
  for (const step of steps) {
    if (step.does === "begin") tx = await client.transaction("write");
    else if (step.does === "execute")
      answers.push(await (step.inside && tx ? tx : client).execute({ sql: step.sql, args: step.args as InValue[] }));
    else await tx?.[step.does]();
  }
  return answers;
}

/**
 * The least that Hono can do for the same answers: the same statements over the same client, their rows as JSON. No schema, no
 * permission, no header, nothing computed. `POST /plan` says what it sends.
 */
export function createBareApp(openClient: (env: unknown) => Client): Hono {
  const app = new Hono();
  const lists = new Map<string, { readonly steps: readonly (readonly Step[])[]; next: number }>();
  app.post("/plan", async (c) => {
    for (const [name, steps] of Object.entries(await c.req.json<Plan>())) lists.set(name, { steps, next: 0 });
    return c.json({ ok: true });
  });
  app.all("/api/*", async (c) => {
    const url = new URL(c.req.url);
    const list = lists.get(`${c.req.method} ${url.pathname}${url.search}`);
    if (!list) return c.json({ status: "ok", version: "bench" });
    if (c.req.method !== "GET") await c.req.json();
    const steps = list.steps[list.next++ % list.steps.length] ?? [];
    const answers = await replay(openClient(c.env), steps);
    return c.json({ rows: answers.map(({ rows }) => rows) });
  });
  return app;
}
