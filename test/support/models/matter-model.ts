import { setImmediate } from "node:timers/promises";
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { and, eq, gte, lt } from "drizzle-orm";
import fc from "fast-check";
import { commitmentEvents, commitments, outcomes } from "#db/schema/aftercare.ts";
import { assignments, motions } from "#db/schema/motions.ts";
import { followUps } from "#db/schema/replies.ts";
import { findAuditHead } from "#db/reads/audit.ts";
import { hasFinalReply } from "#db/reads/assignments.ts";
import { findPartsFault } from "#domain/assignment/parts.ts";
import { ServiceError } from "#services/errors.ts";
import { listWholeHistory } from "#services/motions/list-history.ts";
import { registerMotion } from "#services/motions/register.ts";
import type { TestApp, TestKey } from "../app.ts";
import { setClocks } from "../strict-rules.ts";
import { MATTER_VERBS } from "./matter-verbs.ts";
import { checkPublicReply } from "./reply-model.ts";

const UNITS = ["zhujian", "jiaoti", "gongan"] as const;
type Unit = (typeof UNITS)[number];
const OFFICE = ["office", "office2"] as const;
type Name = Unit | (typeof OFFICE)[number];
type Act = { readonly verb: string; readonly who: Name; readonly unit: Unit; readonly otherUnit: Unit };

const unit = fc.constantFrom(...UNITS);
const command: fc.Arbitrary<Act> = fc.record({
  verb: fc.constantFrom(...Object.keys(MATTER_VERBS)),
  who: fc.constantFrom<Name>(...UNITS, ...OFFICE),
  unit,
  otherUnit: unit,
});

const by = (who: Name, ...verbs: readonly string[]): Act[] =>
  verbs.map((verb) => ({ verb, who, unit: "zhujian", otherUnit: "jiaoti" }));
/** The way that most matters go, follow-up and promise included; anything may happen between its steps. */
const ROAD: readonly Act[] = [
  ...by("office", "preAssign", "assign"),
  ...by("zhujian", "sign", "contact", "draftB", "submit"),
  ...by("office", "approve", "finalise", "publish", "askFeedback", "dissatisfied"),
  ...by("zhujian", "draftB", "submit"),
  ...by("office", "approve", "finalise", "publish"),
  ...by("zhujian", "draftFollowUp", "submitFollowUp"),
  ...by("office", "approveFollowUp", "publishFollowUp"),
  ...by("zhujian", "take", "reportKept"),
  ...by("office", "approveReport", "close"),
];
const step = fc.oneof({ weight: 5, arbitrary: fc.constant("next" as const) }, { weight: 2, arbitrary: command });

type Progress = { readonly rows: number; readonly motion: number; readonly parts: ReadonlyMap<string, number> };

class Matter {
  readonly app: TestApp;
  readonly people: Record<Name, TestKey>;
  readonly id: string;

  constructor(app: TestApp, people: Record<Name, TestKey>, id: string) {
    this.app = app;
    this.people = people;
    this.id = id;
  }

  async attempt({ verb, who, unit: code, otherUnit }: Act): Promise<boolean> {
    try {
      const ctx = this.app.contextOf(this.people[who].actor);
      await MATTER_VERBS[verb]?.(ctx, { motionId: this.id, unit: code, otherUnit });
      return true;
    } catch (error) {
      if (error instanceof ServiceError) return false;
      throw error;
    }
  }

  async listParts() {
    return await this.app.db.select().from(assignments).where(eq(assignments.motionId, this.id));
  }

  async getMotion() {
    const found = await this.app.db.select().from(motions).where(eq(motions.id, this.id)).get();
    ok(found);
    return found;
  }

  async readProgress(): Promise<Progress> {
    const parts = (await this.listParts()).map((part) => [part.id, part.version] as const);
    const rows = (await findAuditHead(this.app.db))?.seq ?? 0;
    return { rows, motion: (await this.getMotion()).version, parts: new Map(parts) };
  }

  /** Whose matter it is, is never in doubt: sound parts while it is handed out, none once it has left. */
  async checkParts(): Promise<void> {
    const motion = await this.getMotion();
    const parts = (await this.listParts()).filter(({ state }) => state !== "withdrawn");
    const left = ["merged", "transferred", "withdrawn"].includes(motion.state);
    if (left) equal(parts.length, 0, `${this.id} has left and still has parts`);
    if (left) ok(!(await hasFinalReply(this.app.db, this.id)), `${this.id} has left after it was answered`);
    if (motion.state !== "assigned") return;
    const fault = findPartsFault(parts.map(({ unitCode, role }) => ({ unit: unitCode, role })));
    equal(fault?.code, undefined, `${this.id}: ${fault?.message}`);
    for (const { assignedOn, id } of parts) ok(assignedOn !== null && assignedOn >= motion.assignedOn, id);
  }

  /** A class changes only by a follow-up, with evidence, under another name than the submitter's. */
  async checkOutcomes(assignmentId: string): Promise<void> {
    const rows = await this.app.db.select().from(outcomes).where(eq(outcomes.assignmentId, assignmentId));
    const sent = await this.app.db.select().from(followUps).where(eq(followUps.assignmentId, assignmentId));
    for (const row of rows.filter(({ seq }) => seq > 1)) {
      const followUp = sent.find(({ number }) => number === row.followUp);
      ok(row.evidence && followUp?.approvedBy, `${assignmentId}: a class changed without a follow-up`);
      notEqual(followUp.submittedBy, row.approvedBy);
    }
    ok(sent.filter(({ repliedOn }) => repliedOn === null).length <= 1, `${assignmentId}: two follow-ups are open`);
    const publicOnes = sent.filter(({ publishedAt }) => publishedAt !== null);
    ok(
      publicOnes.every(({ approvedAt }) => approvedAt !== null),
      `${assignmentId}: public and not approved`,
    );
  }

  /** Nothing is struck off without evidence and a second person. */
  async checkPromises(): Promise<void> {
    const mine = and(gte(commitments.id, `${this.id}.`), lt(commitments.id, `${this.id}/`));
    for (const { id, state } of await this.app.db.select().from(commitments).where(mine)) {
      if (state === "open") continue;
      const events = await this.app.db.select().from(commitmentEvents).where(eq(commitmentEvents.commitmentId, id));
      const last = events.findLast((event) => event.kind === state && event.approvedAt !== null);
      ok(last?.evidence, `${id} is ${state} without evidence`);
      notEqual(last.approvedBy, last.reportedBy);
      equal(last.declinedAt, null);
    }
  }

  /** Returns how the matter stands after the act. */
  async step(act: Act, before: Progress): Promise<Progress> {
    const accepted = (await this.attempt(act)) ? 1 : 0;
    const after = await this.readProgress();
    equal(after.rows, before.rows + accepted, `${act.verb} by ${act.who}: one audit row for each accepted act`);
    ok(after.motion >= before.motion);
    for (const [id, version] of before.parts) ok((after.parts.get(id) ?? 0) >= version, `${id}: versions only grow`);
    if (accepted === 0) {
      // What was refused changed nothing, so there is nothing more to look at.
      deepEqual(after, before);
      return after;
    }
    await this.checkParts();
    for (const id of after.parts.keys()) {
      await checkPublicReply(this.app, id);
      await this.checkOutcomes(id);
    }
    await this.checkPromises();
    return after;
  }
}

/**
 * Any history of a whole matter, from 登记 to the last follow-up. Throws with the shortest history that breaks a rule. Returns how
 * many histories ended with an answer that is public, and how many with a class that a follow-up changed.
 */
export async function runMatterModel(
  app: TestApp,
  runs: number,
): Promise<{ runs: number; published: number; converted: number }> {
  await setClocks(app);
  const people = {} as Record<Name, TestKey>;
  for (const name of UNITS) people[name] = await app.keyFor("unit", name);
  for (const name of OFFICE) people[name] = await app.keyFor("office");
  const office = app.contextOf(people.office.actor);
  let [number, published, converted] = [5_000, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      // A turn of the event loop, or no timer would run before the end, the one of return-memory.ts among them.
      await setImmediate();
      const facts = { campaignId: "2026", kind: "suggestion" as const, title: "关于加快老旧小区加装电梯的建议" };
      const id = await registerMotion(office, { ...facts, number: ++number, proposers: ["卢子", "冉云芳"] });
      const matter = new Matter(app, people, id);
      let [road, progress] = [0, await matter.readProgress()];
      for (const item of steps) {
        const act = item === "next" ? ROAD[road++ % ROAD.length] : item;
        if (act) progress = await matter.step(act, progress);
      }
      for (const part of await matter.listParts()) {
        if (await checkPublicReply(app, part.id)) published++;
        converted += await app.db.$count(outcomes, and(eq(outcomes.assignmentId, part.id), eq(outcomes.seq, 2)));
      }
      const history = await listWholeHistory(office, id);
      ok(
        history.every(({ sentence }) => !sentence.includes("办理了一项操作")),
        "an act has no words",
      );
    }),
    { numRuns: runs },
  );
  return { runs, published, converted };
}
