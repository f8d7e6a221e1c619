import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ASSIGNMENT_STATES, PUBLICATION_STATES } from "#domain/handling/states.ts";
import { clientOf } from "#test/support/client.ts";
import { listRegistered } from "#test/support/operations.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";
import { SCENARIOS } from "./scenarios/tables.ts";

/** 公安局 has no part in anything here: what belongs to others is to it as what does not exist (T-A02, T-L06). */

const OTHERS = { motions: "2026-jianyi-39", assignments: "2026-jianyi-39.zhujian" };
const NOBODYS = { motions: "2026-jianyi-999", assignments: "2026-jianyi-999.zhujian" };
type Ids = typeof OTHERS;

/** Whose id stands in the address: of a motion, or of an assignment and what hangs on it. Undefined: nobody's in particular. */
function toAddress(path: string, ids: Ids): string | undefined {
  const resource =
    /^\/api\/(?:exports\/)?(motions|assignments|replies|opinions|letters|feedback-forms|emergencies)\/\{id\}/.exec(
      path,
    )?.[1];
  if (resource === undefined) return undefined;
  const id = resource === "motions" ? ids.motions : ids.assignments;
  return path.replace("{id}", id).replaceAll(/\{\w+\}/g, "1");
}

let world: World;
let copy: World;
beforeAll(async () => {
  world = await makeWorld();
  copy = await copyWorld(world);
});
afterAll(async () => {
  await copy.close();
  await world.close();
});

let attempts = 0;
async function ask(method: string, address: string) {
  const headers = { "If-Match": '"v1"', "Idempotency-Key": `try-${++attempts}` };
  const { status, json, text } = await clientOf(copy, copy.people.gongan)(address, { method, headers });
  return { status, said: json?.code === undefined ? text : { ...json, requestId: "" } };
}

const nobodysAnswers = new Map<string, Awaited<ReturnType<typeof ask>>>();

/** What does not exist does not change: asked once. */
async function askNobodys(method: string, address: string) {
  const known = nobodysAnswers.get(`${method} ${address}`) ?? (await ask(method, address));
  nobodysAnswers.set(`${method} ${address}`, known);
  return known;
}

async function expectAlike(): Promise<void> {
  const told: string[] = [];
  for (const { method, path } of listRegistered(copy.app)) {
    const [theirs, nobodys] = [toAddress(path, OTHERS), toAddress(path, NOBODYS)];
    if (theirs === undefined || nobodys === undefined) continue;
    const [one, other] = [await ask(method, theirs), await askNobodys(method, nobodys)];
    const isSame = one.status === other.status && JSON.stringify(one.said) === JSON.stringify(other.said);
    if (!isSame || one.status < 400) told.push(`${method} ${theirs}: ${one.status}, ${other.status}`);
  }
  expect(told).toEqual([]);
}

describe("what belongs to another unit looks as what does not exist, at every address,", () => {
  it.each(ASSIGNMENT_STATES)("while it is %s", async (state) => {
    await copy.db.run(sql`update assignments set state = ${state} where id = ${OTHERS.assignments}`);
    await expectAlike();
  });

  it.each(PUBLICATION_STATES)("while its reply is %s", async (publication) => {
    await copy.db.run(sql`update replies set publication = ${publication} where assignment_id = ${OTHERS.assignments}`);
    await expectAlike();
  });
});

/** What a unit may do at an address that names something of its own, with a body that is right. */
const OWN = Object.values(SCENARIOS)
  .flat()
  .filter(({ as, path, status }) => {
    const isUnit = as === "zhujian" || as === "zhujian2" || as === "jiaoti";
    const isNamed = /\/(?:motions|assignments|replies|opinions|people|commitments|letters|feedback-forms)\/[^/?]+/.test(
      path,
    );
    return isUnit && isNamed && status < 300;
  });

async function hasPart({ db }: World, path: string): Promise<boolean> {
  const motion = /\d{4}-(?:jianyi|tian)-\d+/.exec(path)?.[0] ?? "";
  const rows = await db.all(sql`select 1 from assignments where motion_id = ${motion} and unit_code = 'gongan'`);
  return rows.length > 0;
}

describe("what a unit may do with its own", () => {
  it("is a good number of things", () => expect(OWN.length).toBeGreaterThan(30));

  it.for(OWN)("another may not: $method $path, $name", async ({ before, ...scenario }, { skip }) => {
    const mine = await copyWorld(world);
    await before?.(mine);
    const isParty = await hasPart(mine, scenario.path);
    const answer = await clientOf(mine, mine.people.gongan)(scenario.path, scenario);
    await mine.close();
    skip(isParty, "公安局 was given a part in it before");
    expect([answer.status, answer.json?.code]).toEqual([404, "not_found"]);
  });
});
