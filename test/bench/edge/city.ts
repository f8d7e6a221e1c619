import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { createApi } from "#functions/app.ts";
import { TEST_KEYRING, openTestApp } from "#test/support/app.ts";
import { loadScaleCity } from "../scale-city.ts";
import type { Plan } from "./bare-app.ts";
import type { Step } from "./record.ts";
import { recordClient } from "./record.ts";

const ASSIGNMENTS = 2000;
const READS = {
  health: "/api/health",
  "ledger page": "/api/assignments?campaign=2026&limit=50",
  matter: "/api/motions/2026-jianyi-5",
} as const;

/** Takes so many published letters back to what they were the moment before. */
const unpublish = (count: number) => [
  `create temp table waiting as select r.assignment_id as id, a.version as version from replies r join assignments a on a.id = r.assignment_id
    join disclosures d on d.assignment_id = r.assignment_id and d.edition = r.live_edition
    where r.publication = 'published' and r.live_edition = 1 and d.mode = 'full' limit ${count}`,
  `update editions set scanned_hash = content_hash, approved_hash = content_hash, published_by = null, published_at = null
    where assignment_id in (select id from waiting)`,
  `update replies set publication = 'unpublished', draft_edition = live_edition, live_edition = null, index_number = null, first_published_at = null
    where assignment_id in (select id from waiting)`,
];

type Publication = { readonly path: string; readonly version: number };

export type BenchCity = {
  /** A database file that nobody writes to any more; each server takes a copy. */
  readonly file: string;
  readonly plan: Plan;
  /** Whole HTTP requests, by name; of publications one for each. */
  readonly requests: Readonly<Record<string, readonly string[]>>;
  readonly statements: Readonly<Record<string, number>>;
};

const toRequest = (method: string, path: string, headers: Readonly<Record<string, string>>, body = "") =>
  [
    `${method} ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(method === "GET" ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`]),
    "",
    body,
  ].join("\r\n");

/** Asks ours once over a copy of the file, everything in its order, and writes down what it sends to its database. */
async function record(file: string, asks: readonly (readonly [path: string, init: RequestInit])[]): Promise<Step[][]> {
  const copy = `${file}.recorded`;
  const original = createClient({ url: `file:${file}` });
  await original.execute({ sql: "vacuum into ?", args: [copy] });
  original.close();
  const { client, take } = recordClient(createClient({ url: `file:${copy}` }));
  const db = drizzle(client);
  const app = createApi({ db, now: () => new Date(), keyring: TEST_KEYRING, version: "bench" });
  const lists: Step[][] = [];
  for (const [path, init] of asks) {
    take();
    const answer = await app.request(path, init);
    if (!answer.ok) throw new Error(`Failed to record ${path}: ${answer.status} ${await answer.text()}`);
    lists.push(take());
  }
  client.close();
  return lists;
}

/** A city of 2,000 assignments with `publications` letters that only have to be published, and what is to be asked of it. */
export async function prepareBenchCity(publications: number): Promise<BenchCity> {
  const t = await openTestApp({ clock: "real", seed: async (ctx) => await loadScaleCity(ctx, ASSIGNMENTS) });
  const { token } = await t.keyFor("office");
  for (const statement of unpublish(publications)) await t.db.run(sql.raw(statement));
  const waiting = await t.db.all<{ id: string; version: number }>(sql`select id, version from waiting`);
  const authorization = { Authorization: `Bearer ${token}` };
  // The first use of a key is written down, the next ones of the hour are not.
  await t.app.request("/api/me", { headers: authorization });
  const file = join(await mkdtemp(join(tmpdir(), "huiyin-bench-")), "city.db");
  await t.db.run(sql`vacuum into ${file}`);
  await t.close();
  const publish = waiting.map(({ id, version }): Publication => ({ path: `/api/replies/${id}/publish`, version }));
  const headersOf = ({ path, version }: Publication) => ({
    ...authorization,
    "If-Match": `"v${version}"`,
    "Idempotency-Key": path,
  });
  const paths = Object.values(READS);
  const lists = await record(file, [
    ...paths.map((path) => [path, { headers: authorization }] as const),
    ...publish.map(
      (one) =>
        [
          one.path,
          { method: "POST", headers: { ...headersOf(one), "Content-Type": "application/json" }, body: "{}" },
        ] as const,
    ),
  ]);
  const named = [...paths.map((path) => `GET ${path}`), ...publish.map(({ path }) => `POST ${path}`)];
  const count = (index: number) => lists[index]?.filter(({ does }) => does === "execute").length ?? 0;
  return {
    file,
    plan: Object.fromEntries(named.map((name, index) => [name, [lists[index] ?? []]])),
    requests: {
      ...Object.fromEntries(
        Object.entries(READS).map(([name, path]) => [name, [toRequest("GET", path, authorization)]]),
      ),
      publish: publish.map((one) => toRequest("POST", one.path, headersOf(one), "{}")),
    },
    statements: {
      ...Object.fromEntries(Object.keys(READS).map((name, index) => [name, count(index)])),
      publish: count(paths.length),
    },
  };
}
