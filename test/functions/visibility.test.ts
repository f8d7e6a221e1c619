import { unzipSync } from "fflate";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commitmentEvents, commitments } from "#db/schema/aftercare.ts";
import { jointOpinions } from "#db/schema/handling.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { Canary } from "#test/support/canaries.ts";
import { plantCanaries } from "#test/support/canaries.ts";
import { clientOf } from "#test/support/client.ts";
import { listRegistered } from "#test/support/operations.ts";
import type { Person, World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";
import { SCENARIOS } from "./scenarios/tables.ts";

const READERS = ["stranger", "machine", "gongan", "zhujian", "jiaoti", "supervisor", "office", "admin"] as const;
type Reader = (typeof READERS)[number];

let world: World;
type Found = { readonly canaries: readonly Canary[]; readonly secrets: readonly string[] };
let canaries: Canary[];
let secrets: string[];
let seen: Record<Reader, Found>;
let failures: string[];

/** What ends or takes away: after it there would be less to see. */
const ENDS =
  /\/(?:withdraw|merge|transfer|reassign|remove|revoke|disable|reset|close|archive|objection-decision)$|^\/api\/session/;

async function findVersion(path: string): Promise<Record<string, string>> {
  const id = decodeURIComponent(path.split("/")[3] ?? "");
  const [row] = await world.db.all<{ version: number }>(
    sql`select version from assignments where id = ${id} union all select version from motions where id = ${id}`,
  );
  return row ? { "If-Match": `"v${row.version}"` } : {};
}

/** Everything that the scenarios can do, one after the other; what no longer can be done is passed over. */
async function fill(): Promise<void> {
  let attempts = 0;
  for (const { as, path, method = "GET", body, headers, status, before } of Object.values(SCENARIOS).flat()) {
    if (method === "GET" || method === "DELETE" || status >= 300 || ENDS.test(path)) continue;
    await before?.(world).catch(() => undefined);
    const now = { ...(await findVersion(path)), "Idempotency-Key": `fill-${++attempts}` };
    await clientOf(world, as && world.people[as])(path, { method, body, headers: { ...headers, ...now } });
  }
}

/** What the scenarios no longer come to in this order. */
async function fillMore(): Promise<void> {
  const at = "2026-06-15T01:00:00.000Z";
  const promise = {
    block: 0,
    start: 0,
    end: 4,
    text: "年内完成",
    ownerUnit: "zhujian",
    createdBy: "system",
    createdAt: at,
  };
  const assignmentId = "2026-jianyi-39.zhujian";
  await world.db.insert(commitments).values({ id: `${assignmentId}.c1`, assignmentId, edition: 1, ...promise });
  const event = { commitmentId: `${assignmentId}.c1`, seq: 1, kind: "kept", happenedOn: "2026-06-15" } as const;
  await world.db
    .insert(commitmentEvents)
    .values({ ...event, note: "已完成", evidence: "竣工验收表", reportedBy: "system", reportedAt: at });
  await world.db.update(jointOpinions).set({ body: richTextOf(["会办意见"]) });
}

/** Of each resource; in the order of their making, so that every unit has some. */
const MOST = 4;
const IDS: Readonly<Record<string, string>> = {
  motions: "select id from motions",
  assignments: "select id from assignments",
  replies: "select id from assignments",
  opinions: "select assignment_id as id from joint_opinions",
  people: "select id from unit_people",
  commitments: "select id from commitments",
  documents: "select slug as id from documents",
  campaigns: "select id from campaigns",
  statistics: "select '2026' as id",
  releases: "select id from releases",
  accounts: "select actor_id as id from accounts",
  summaries: "select slug as id from summaries",
  archives: "select id from archives",
  "feedback-forms": "select 'none' as id",
  letters: "select id from assignments",
};

async function listAddresses(path: string): Promise<string[]> {
  if (!path.includes("{")) return [path];
  const segments = path.split("/");
  const resource = segments[segments.findIndex((part) => part.startsWith("{")) - 1] ?? "";
  const rows = await world.db.all<{ id: string }>(sql.raw(IDS[resource] ?? "select 'none' as id"));
  return rows
    .slice(0, MOST)
    .map(({ id }) => path.replace(/\{\w+\}/, encodeURIComponent(id)).replaceAll(/\{\w+\}/g, "signed_rate"));
}

function textOf(bytes: Uint8Array): string {
  const decode = (part: Uint8Array) => new TextDecoder().decode(part);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? Object.values(unzipSync(bytes)).map(decode).join("\n") : decode(bytes);
}

const QUERIES: Readonly<Record<string, string>> = {
  "/api/calendar": "?from=2026-01-01&to=2026-01-31",
  "/api/supervision/units": "?campaign=2026",
};

async function readAll(reader: Reader): Promise<Found> {
  const key = reader === "stranger" ? undefined : world.people[reader satisfies Person];
  const headers = key ? { Authorization: `Bearer ${key.token}` } : {};
  const texts: string[] = [];
  for (const { method, path } of listRegistered(world.app)) {
    if (method !== "GET") continue;
    for (const address of await listAddresses(path)) {
      const answer = await world.app.request(`${address}${QUERIES[path] ?? ""}`, { headers });
      if (answer.status >= 500) failures.push(`${reader} ${address} ${answer.status}`);
      texts.push(textOf(new Uint8Array(await answer.arrayBuffer())));
    }
  }
  const all = texts.join("\n");
  return {
    canaries: canaries.filter(({ mark }) => all.includes(mark)),
    secrets: secrets.filter((secret) => all.includes(secret)),
  };
}

/** What must stand in no answer at all: digests, sealed secrets, tokens, kept answers. */
async function readSecrets(): Promise<string[]> {
  const rows = await world.db.all<{ secret: string | null }>(sql`
    select password_hash as secret from accounts union select totp_secret from accounts
    union select token_hash from sessions union select hash from activation_codes union select hash from recovery_codes
    union select hash from api_keys union select public_key from passkeys union select token_hash from feedback_links
    union select key from idempotency_keys union select request_hash from idempotency_keys`);
  return rows.flatMap(({ secret }) => (secret === null || secret.length < 8 ? [] : [secret]));
}

beforeAll(async () => {
  const base = await makeWorld();
  world = await copyWorld(base);
  await base.close();
  await fill();
  await fillMore();
  canaries = await plantCanaries(world.db);
  secrets = await readSecrets();
  failures = [];
  const entries: [Reader, Found][] = [];
  for (const reader of READERS) entries.push([reader, await readAll(reader)]);
  seen = Object.fromEntries(entries) as Record<Reader, Found>;
});
afterAll(async () => await world.close());

const placesOf = (list: readonly Canary[]) => [...new Set(list.map(({ place }) => place))].toSorted();

describe("what is planted", () => {
  it("stands in everything that a unit or the office writes", () => {
    expect(placesOf(canaries)).toEqual(
      expect.arrayContaining([
        "contacts.note",
        "contact_waivers.reason",
        "editions.body",
        "editions.note",
        "extensions.reason",
        "feedback_rounds.comment",
        "joint_opinions.body",
        "key_items.leader",
        "motion_asks.text",
        "objections.reason",
        "returns.reason",
        "unit_people.name",
        "unit_people.phone",
        "votes.body",
        "documents.body",
        "documents.index_number",
        "commitments.text",
      ]),
    );
    expect(secrets.length).toBeGreaterThan(10);
  });

  it("is seen by the office, which sees the whole city", () => {
    expect(seen.office.canaries.length).toBeGreaterThan(40);
    expect(failures).toEqual([]);
  });
});

/** Words of everybody's: the year's rules, the names of people and units, what is published. */
const SHARED = [
  "actors.name",
  "campaign_rules.rules",
  "documents.body",
  "documents.index_number",
  "documents.issuer",
  "documents.title",
  "releases.cause",
  "releases.rollback_to",
  "return_reasons.text",
  "scheme_classes.definition",
  "scheme_classes.label",
  "schemes.source",
  // The government's name at the head of a table.
  "settings.value",
  "unit_aliases.used_until",
  "units.phone",
];
const isOthers = (unit: string) => (canary: Canary) => canary.units.length > 0 && !canary.units.includes(unit);

describe("what each reader must not see", () => {
  it("digests, secrets and tokens: nobody", () => {
    expect(READERS.map((reader) => [reader, seen[reader].secrets])).toEqual(READERS.map((reader) => [reader, []]));
  });

  it("anything: a stranger", () => expect(placesOf(seen.stranger.canaries)).toEqual([]));

  it("anything internal: a machine", () => {
    expect(placesOf(seen.machine.canaries)).toEqual(["actors.name", "releases.cause", "releases.rollback_to"]);
    expect(seen.machine.canaries.filter(({ place }) => place === "actors.name")).toHaveLength(1);
  });

  it.each(["zhujian", "jiaoti", "gongan"] as const)("what is another unit's: %s", (unit) => {
    const foreign = seen[unit].canaries.filter(isOthers(unit));
    // Who leads a matter reads what the joint units say of it.
    const isOfMatter = ({ place }: Canary) => place.startsWith("joint_opinions.");
    expect(placesOf(foreign.filter((canary) => !isOfMatter(canary)))).toEqual(
      placesOf(foreign).filter((place) => SHARED.includes(place)),
    );
    expect(canaries.filter(isOthers(unit)).length).toBeGreaterThan(20);
  });

  it("more than the shared words and the matters given to it: a unit that does nothing", () => {
    const own = seen.gongan.canaries.filter(({ units }) => units.includes("gongan"));
    const rest = seen.gongan.canaries.filter((canary) => !own.includes(canary));
    expect(placesOf(rest).filter((place) => !SHARED.includes(place))).toEqual([]);
  });

  it.each(["stranger", "machine", "gongan", "zhujian", "jiaoti"] as const)(
    "a document that is not published, but the summary that a unit itself writes: %s",
    async (reader) => {
      const drafts = await world.db.all<{ text: string }>(
        sql`
        select title || body as text from documents
        where state <> 'published' and slug not in (select slug from summaries where unit_code = ${reader})`,
      );
      const marks = canaries.filter(({ mark }) => drafts.some(({ text }) => text.includes(mark)));
      expect(marks.length).toBeGreaterThan(1);
      expect(seen[reader].canaries.filter((canary) => marks.includes(canary))).toEqual([]);
    },
  );
});
