import { count, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import { disclosures, editions, replies } from "#db/schema/replies.ts";
import { putAllocation } from "#db/writes/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { ServiceError } from "#services/errors.ts";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { draftReply } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { proposeReply } from "#services/replies/propose.ts";
import { publishReply } from "#services/replies/publish.ts";
import { returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import type { Context } from "#services/context.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { cleanDraft, withheldDraft } from "#test/support/letter.ts";

const RUNS = 2_000;
const MODEL = "2026-jianyi-39.zhujian";
const PEOPLE = ["handler", "colleague", "editor", "approver", "supervisor", "stranger"] as const;
type Name = (typeof PEOPLE)[number];

type Ref = { id: string; version: number };
const VERBS: Record<string, (ctx: Context, ref: Ref) => Promise<unknown>> = {
  sign: signAssignment,
  draft: async (ctx, ref) => await draftReply(ctx, ref, { ...cleanDraft(MODEL), note: "更正" }),
  draftBlocked: async (ctx, ref) => {
    const draft = cleanDraft(MODEL);
    return await draftReply(ctx, ref, {
      ...draft,
      note: "更正",
      letter: { ...draft.letter, copyTo: "联系手机13800138000" },
    });
  },
  draftWithheld: async (ctx, ref) => await draftReply(ctx, ref, { ...withheldDraft(MODEL), note: "更正" }),
  propose: proposeReply,
  submit: submitReply,
  return: async (ctx, ref) => await returnReply(ctx, ref, { reason: "请补充时限" }),
  approve: approveReply,
  finalise: finaliseReply,
  publish: publishReply,
  correct: async (ctx, ref) => await correctReply(ctx, ref, { note: "更正说明" }),
  withdraw: async (ctx, ref) => await withdrawReply(ctx, ref, { kind: "legal", reason: "依法撤回" }),
};

const people = {} as Record<Name, TestKey>;
let app: TestApp;
let serial = 1_000;

beforeAll(async () => {
  app = await openTestApp();
  for (const name of PEOPLE) {
    const role = name === "supervisor" ? "supervisor" : name === "editor" || name === "approver" ? "office" : "unit";
    people[name] = await app.keyFor(role, role === "unit" ? (name === "stranger" ? "gongan" : "zhujian") : undefined);
  }
});
afterAll(async () => await app.close());

/** A motion of its own for each run, so that runs share one database. */
async function openMatter(): Promise<string> {
  const number = ++serial;
  const id = `2026-jianyi-${number}`;
  const { motion } = await getReply(app.db, people.editor.actor, MODEL);
  const part = {
    id: `${id}.zhujian`,
    unitCode: "zhujian",
    role: "lead" as const,
    position: 0,
    state: "assigned" as const,
    dueOn: null,
  };
  await writeTransaction(app.db, async (tx) => {
    await putAllocation(tx, {
      motion: { ...motion, id, number, version: 1 },
      proposers: ["甲某"],
      assignments: [part],
    });
  });
  return part.id;
}

async function attempt(id: string, verb: string, who: Name, version: number): Promise<boolean> {
  try {
    await VERBS[verb]?.(app.contextOf(people[who].actor), { id, version });
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

const countAudit = async () => (await app.db.select({ rows: count() }).from(audit).get())?.rows ?? 0;
const versionOf = async (id: string) => (await getReply(app.db, people.editor.actor, id)).assignment.version;

/** I1–I4: what must be true of every public reply, however it came to be. */
async function checkPublic(id: string): Promise<void> {
  const reply = await app.db.select().from(replies).where(eq(replies.assignmentId, id)).get();
  if (reply?.publication !== "published") return;
  const rows = await app.db.select().from(editions).where(eq(editions.assignmentId, id));
  const live = rows.find((row) => row.number === reply.liveEdition);
  const decision = (await app.db.select().from(disclosures).where(eq(disclosures.assignmentId, id))).find(
    (row) => row.edition === reply.liveEdition,
  );
  expect(live).toBeDefined();
  if (!live) return;
  const { submittedBy, approvedBy, publishedBy, editors, contentHash } = live;
  expect([submittedBy, ...editors]).not.toContain(approvedBy);
  expect([submittedBy, ...editors]).not.toContain(publishedBy);
  expect([live.scannedHash, live.approvedHash]).toEqual([contentHash, contentHash]);
  expect(live.verdict).not.toBe("block");
  expect(live.classCode).not.toBeNull();
  expect(decision?.mode).toBe("full");
}

const command = fc.record({ verb: fc.constantFrom(...Object.keys(VERBS)), who: fc.constantFrom(...PEOPLE) });
/** The way that most letters go, so that runs reach its end; anything may happen between its steps. */
const ROAD = [
  { verb: "sign", who: "handler" },
  { verb: "draft", who: "handler" },
  { verb: "submit", who: "handler" },
  { verb: "approve", who: "editor" },
  { verb: "finalise", who: "editor" },
  { verb: "publish", who: "approver" },
] as const;
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant("next" as const) },
  { weight: 2, arbitrary: command },
  { weight: 1, arbitrary: fc.tuple(command, command) },
);

describe("any history of a reply", () => {
  it("never makes public what two people, the gate and a decision did not", { timeout: 400_000 }, async () => {
    let published = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const id = await openMatter();
        let road = 0;
        for (const item of steps) {
          const acts =
            item === "next"
              ? [ROAD[Math.min(road++, ROAD.length - 1)] ?? ROAD[0]]
              : Array.isArray(item)
                ? item
                : [item];
          const [version, rows] = [await versionOf(id), await countAudit()];
          // Two acts at once saw the same version.
          const done = await Promise.all(acts.map(async ({ verb, who }) => await attempt(id, verb, who, version)));
          const accepted = done.filter(Boolean).length;
          expect(accepted).toBeLessThanOrEqual(1);
          expect(await versionOf(id)).toBe(version + accepted);
          expect(await countAudit()).toBe(rows + accepted);
          await checkPublic(id);
        }
        const last = await app.db.select().from(replies).where(eq(replies.assignmentId, id)).get();
        if (last?.publication === "published") published++;
      }),
      { numRuns: RUNS },
    );
    // The property says something: a fair share of histories does end in public.
    expect(published).toBeGreaterThan(RUNS / 50);
  });
});
