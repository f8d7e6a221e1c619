import { mkdtemp, readFile, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import type { Role } from "#domain/handling/actor.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { readUnits } from "#exchange/units/read-units.ts";
import { createApi } from "#functions/app.ts";
import type { ReleaseResult } from "#services/releases/run.ts";
import { runReleases } from "#services/releases/run.ts";
import { createCampaign } from "#services/campaigns/create-campaign.ts";
import { TEST_KEYRING } from "#test/support/app.ts";
import { createKey } from "#services/accounts/create-key.ts";
import { ensureSystemActor } from "#services/accounts/system-actor.ts";
import type { Context } from "#services/context.ts";
import { importUnits } from "#services/imports/import-units.ts";
import { startClock } from "#test/support/clock.ts";

export const fixture = (path: string) => new URL(`../../fixtures/${path}`, import.meta.url);

export type Answer = { readonly status: number; readonly json: Record<string, never>; readonly etag: string };

/** One person at the API: everything goes through HTTP requests to the real app. */
export type Person = {
  readonly get: (path: string) => Promise<Answer>;
  /** Reads the thing for its ETag, then acts on it. */
  readonly act: (path: string, verb: string, body?: unknown) => Promise<Answer>;
  readonly upload: (path: string, form: FormData) => Promise<Answer>;
};

export type Office = {
  readonly db: Database;
  readonly dataFolder: string;
  readonly system: Context;
  readonly clock: ReturnType<typeof startClock>;
  readonly person: (role: Role, unit?: string) => Promise<Person>;
  readonly release: () => Promise<ReleaseResult | undefined>;
  readonly close: () => Promise<void>;
};

const SITTINGS: Record<MotionKind, { id: string; name: string; shortName: string }> = {
  suggestion: { id: "npc-4-5", name: "云川市第四届人民代表大会第五次会议", shortName: "市四届人大五次会议" },
  proposal: { id: "cppcc-4-5", name: "政协云川市第四届委员会第五次会议", shortName: "市政协四届五次会议" },
};
const EXPECTED: Record<MotionKind, number> = { suggestion: 126, proposal: 148 };

async function setUp(system: Context): Promise<void> {
  await importUnits(system, readUnits(await readFile(fixture("allocation/units.json"), "utf8")));
  await createCampaign(system, {
    id: "2026",
    year: 2026,
    name: "2026 年办理工作",
    namesPublic: true,
    kinds: (["suggestion", "proposal"] as const).map((kind) => ({
      kind,
      sitting: { ...SITTINGS[kind], term: 4, session: 5 },
      schemeId: "zhanyi-2023",
      assignedOn: "2026-03-10",
      followUpDueOn: "2026-12-20",
      expectedCount: EXPECTED[kind],
    })),
  });
}

function toPerson(app: ReturnType<typeof createApi>, token: string): Person {
  const headers = { Authorization: `Bearer ${token}` };
  async function request(path: string, init: RequestInit): Promise<Answer> {
    const response = await app.request(path, init);
    const json = (await response.json()) as Answer["json"];
    return { status: response.status, json, etag: response.headers.get("ETag") ?? "" };
  }
  const get = async (path: string) => await request(path, { headers });
  return {
    get,
    act: async (path, verb, body = {}) => {
      const { etag } = await get(path);
      return await request(`${path}/${verb}`, {
        method: verb === "draft" ? "PUT" : "POST",
        headers: { ...headers, "Content-Type": "application/json", "If-Match": etag, "Idempotency-Key": randomUUID() },
        body: JSON.stringify(body),
      });
    },
    upload: async (path, form) =>
      await request(path, { method: "POST", headers: { ...headers, "Idempotency-Key": randomUUID() }, body: form }),
  };
}

/** An empty office of 云川市 with its 49 units and the year 2026, over a real database in a folder of its own. */
export async function openOffice(): Promise<Office> {
  const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-office-"));
  const db = openDatabase(`file:${join(dataFolder, "huiyin.db")}`);
  await migrateDatabase(db);
  const clock = startClock("2026-09-01T01:00:00.000Z");
  const system: Context = {
    db,
    now: clock.now,
    keyring: TEST_KEYRING,
    actor: await ensureSystemActor(db, clock.now()),
  };
  await setUp(system);
  const app = createApi({ db, now: clock.now, keyring: TEST_KEYRING, version: "test" });
  let people = 0;
  return {
    db,
    dataFolder,
    system,
    clock,
    person: async (role, unit) => {
      const name = `${role}-${++people}`;
      return toPerson(app, (await createKey(system, { role, name, ...(unit ? { unit } : {}) })).token);
    },
    release: async () =>
      await runReleases(system, { dataFolder, origin: "https://yunchuan.example", base: "", keep: 5 }),
    close: async () => {
      db.$client.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
