import { setImmediate } from "node:timers/promises";
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { assignments } from "#db/schema/motions.ts";
import { audit } from "#db/schema/operations.ts";
import { disclosures, editions, replies } from "#db/schema/replies.ts";
import { putAllocation } from "#db/writes/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { Context } from "#services/context.ts";
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
import type { TestApp, TestKey } from "../app.ts";
import { cleanDraft, withheldDraft } from "../letter.ts";

const MODEL = "2026-jianyi-39.zhujian";
const PEOPLE = ["handler", "colleague", "editor", "approver", "supervisor", "stranger"] as const;
type Name = (typeof PEOPLE)[number];
type Act = { readonly verb: string; readonly who: Name };

type Progress = { readonly version: number; readonly rows: number };

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

const command = fc.record({ verb: fc.constantFrom(...Object.keys(VERBS)), who: fc.constantFrom(...PEOPLE) });
/** The way that most letters go, so that runs reach its end; anything may happen between its steps. */
const ROAD: readonly [Act, ...Act[]] = [
  { verb: "sign", who: "handler" },
  { verb: "draft", who: "handler" },
  { verb: "submit", who: "handler" },
  { verb: "approve", who: "editor" },
  { verb: "finalise", who: "editor" },
  { verb: "publish", who: "approver" },
];
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant("next" as const) },
  { weight: 2, arbitrary: fc.tuple(command) },
  { weight: 1, arbitrary: fc.tuple(command, command) },
);

function roleOf(name: Name): readonly ["supervisor" | "office" | "unit", string?] {
  if (name === "supervisor") return ["supervisor"];
  if (name === "editor" || name === "approver") return ["office"];
  return ["unit", name === "stranger" ? "gongan" : "zhujian"];
}

/** I1–I4: what must be true of every public reply, however it came to be. Throws where it is not. */
export async function checkPublicReply({ db }: Pick<TestApp, "db">, id: string): Promise<boolean> {
  const reply = await db.select().from(replies).where(eq(replies.assignmentId, id)).get();
  if (reply?.publication !== "published") return false;
  const rows = await db.select().from(editions).where(eq(editions.assignmentId, id));
  const live = rows.find((row) => row.number === reply.liveEdition);
  const decisions = await db.select().from(disclosures).where(eq(disclosures.assignmentId, id));
  const decision = decisions.find((row) => row.edition === reply.liveEdition);
  ok(live, `${id}: a public reply has a live edition`);
  const hands = [live.submittedBy, ...live.editors];
  ok(!hands.includes(live.approvedBy), `${id}: approved by one who wrote or sent it`);
  ok(!hands.includes(live.publishedBy), `${id}: published by one who wrote or sent it`);
  deepEqual([live.scannedHash, live.approvedHash], [live.contentHash, live.contentHash]);
  notEqual(live.verdict, "block");
  notEqual(live.classCode, null);
  equal(decision?.mode, "full");
  return true;
}

class ReplyWorld {
  readonly app: TestApp;
  readonly people: Record<Name, TestKey>;
  #serial = 1_000;

  constructor(app: TestApp, people: Record<Name, TestKey>) {
    this.app = app;
    this.people = people;
  }

  /** A motion of its own for each run, so that runs share one database. */
  async openMatter(): Promise<string> {
    const number = ++this.#serial;
    const id = `2026-jianyi-${number}`;
    const { motion } = await getReply(this.app.db, this.people.editor.actor, MODEL);
    const part = {
      id: `${id}.zhujian`,
      unitCode: "zhujian",
      role: "lead" as const,
      position: 0,
      state: "assigned" as const,
      dueOn: null,
    };
    const rows = { motion: { ...motion, id, number, version: 1 }, proposers: ["甲某"], assignments: [part] };
    await writeTransaction(this.app.db, async (tx) => await putAllocation(tx, rows));
    return part.id;
  }

  async attempt(ref: Ref, { verb, who }: Act): Promise<boolean> {
    try {
      await VERBS[verb]?.(this.app.contextOf(this.people[who].actor), ref);
      return true;
    } catch (error) {
      if (error instanceof ServiceError) return false;
      throw error;
    }
  }

  /** Version of the assignment and number of audit rows, in one look: the model looks after every step. */
  async read(id: string): Promise<Progress> {
    const rows = sql<number>`(select max(${audit.seq}) from ${audit})`;
    const found = await this.app.db
      .select({ version: assignments.version, rows })
      .from(assignments)
      .where(eq(assignments.id, id))
      .get();
    ok(found, `${id} is not there`);
    return found;
  }

  /** Two acts at once saw the same version: at most one is accepted, and leaves one version and one audit row. */
  async step(id: string, before: Progress, acts: readonly Act[]): Promise<Progress> {
    const { version } = before;
    const done = await Promise.all(acts.map(async (act) => await this.attempt({ id, version }, act)));
    const accepted = done.filter(Boolean).length;
    ok(accepted <= 1, `${id}: two acts on one version were accepted`);
    const after = await this.read(id);
    deepEqual(after, { version: version + accepted, rows: before.rows + accepted });
    if (accepted > 0) await checkPublicReply(this.app, id);
    return after;
  }
}

/**
 * Any history of a reply: never public without two people, the gate and a decision. Throws with the shortest history that breaks
 * it. Returns how many histories ended in public, so that the caller sees that the property says something.
 */
export async function runReplyModel(app: TestApp, runs: number): Promise<{ runs: number; published: number }> {
  const people = {} as Record<Name, TestKey>;
  for (const name of PEOPLE) people[name] = await app.keyFor(...roleOf(name));
  const world = new ReplyWorld(app, people);
  let published = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      // A turn of the event loop, or no timer would run before the end, the one of return-memory.ts among them.
      await setImmediate();
      const id = await world.openMatter();
      let [road, progress] = [0, await world.read(id)];
      for (const item of steps) {
        const acts = item === "next" ? [ROAD[Math.min(road++, ROAD.length - 1)] ?? ROAD[0]] : item;
        progress = await world.step(id, progress, acts);
      }
      if (await checkPublicReply(app, id)) published++;
    }),
    { numRuns: runs },
  );
  return { runs, published };
}
