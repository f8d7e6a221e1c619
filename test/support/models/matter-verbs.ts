import { eq } from "drizzle-orm";
import { assignments, motions } from "#db/schema/motions.ts";
import { commitments } from "#db/schema/aftercare.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { closeAssignment } from "#services/assignments/close.ts";
import { decideObjection } from "#services/assignments/decide-objection.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import { reassignAssignment } from "#services/assignments/reassign.ts";
import { removeJointUnit } from "#services/assignments/remove-joint-unit.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import { approveReport } from "#services/commitments/approve.ts";
import { declineReport } from "#services/commitments/decline.ts";
import { reportCommitment } from "#services/commitments/report.ts";
import { takeCommitment } from "#services/commitments/take.ts";
import { recordContact } from "#services/contacts/record.ts";
import type { Context } from "#services/context.ts";
import { decideExtension } from "#services/extensions/decide.ts";
import { requestExtension } from "#services/extensions/request.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { approveFollowUp } from "#services/follow-ups/approve.ts";
import { draftFollowUp } from "#services/follow-ups/draft.ts";
import { openSupplement } from "#services/follow-ups/open-supplement.ts";
import { publishFollowUp } from "#services/follow-ups/publish.ts";
import { returnFollowUp } from "#services/follow-ups/return.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import { addJointUnit } from "#services/motions/add-joint-unit.ts";
import { assignMotion } from "#services/motions/assign.ts";
import { mergeMotion } from "#services/motions/merge.ts";
import { preAssignMotion } from "#services/motions/pre-assign.ts";
import { transferMotion } from "#services/motions/transfer.ts";
import { withdrawMotion } from "#services/motions/withdraw.ts";
import { askOpinion } from "#services/opinions/ask.ts";
import { giveOpinion } from "#services/opinions/give.ts";
import { waiveOpinion } from "#services/opinions/waive.ts";
import { approveReply } from "#services/replies/approve.ts";
import { correctReply } from "#services/replies/correct.ts";
import { draftReply } from "#services/replies/draft.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { publishReply } from "#services/replies/publish.ts";
import { returnReply } from "#services/replies/return.ts";
import { submitReply } from "#services/replies/submit.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import type { Database } from "#db/open.ts";
import { cleanDraft } from "../letter.ts";

/** Whom an act is about: the matter, one unit's part in it, and another unit. */
export type Target = { readonly motionId: string; readonly unit: string; readonly otherUnit: string };
type MatterVerb = (ctx: Context, target: Target) => Promise<unknown>;

const REASON = { reason: "确有需要，依据充分" };
const GONE = { id: "none", version: 1 };

async function motionRef(db: Database, { motionId: id }: Target) {
  const row = await db.select({ version: motions.version }).from(motions).where(eq(motions.id, id)).get();
  return row ? { id, version: row.version } : GONE;
}

async function partRef(db: Database, { motionId, unit }: Target) {
  const id = `${motionId}.${unit}`;
  const row = await db.select({ version: assignments.version }).from(assignments).where(eq(assignments.id, id)).get();
  return { id, version: row?.version ?? 1 };
}

async function promiseRef(db: Database, { motionId, unit }: Target) {
  const id = `${motionId}.${unit}.c1`;
  const row = await db.select({ version: commitments.version }).from(commitments).where(eq(commitments.id, id)).get();
  return row ? { id, version: row.version } : GONE;
}

type Ref = { readonly id: string; readonly version: number };
const onMotion = (act: (ctx: Context, ref: Ref, target: Target) => Promise<unknown>): MatterVerb => {
  return async (ctx, target) => await act(ctx, await motionRef(ctx.db, target), target);
};
const onPart = (act: (ctx: Context, ref: Ref, target: Target) => Promise<unknown>): MatterVerb => {
  return async (ctx, target) => await act(ctx, await partRef(ctx.db, target), target);
};
const onPromise = (act: (ctx: Context, ref: Ref) => Promise<unknown>): MatterVerb => {
  return async (ctx, target) => await act(ctx, await promiseRef(ctx.db, target));
};

const lead = ({ unit, otherUnit }: Target) => [
  { unit, role: "lead" as const },
  { unit: otherUnit, role: "joint" as const },
];
const apart = ({ unit, otherUnit }: Target) => [
  { unit, role: "separate" as const },
  { unit: otherUnit, role: "separate" as const },
];

const letter = (classCode: "A" | "B"): MatterVerb =>
  onPart(async (ctx, ref) => {
    const draft = cleanDraft("2026-jianyi-39.zhujian", classCode);
    return await draftReply(ctx, ref, { ...draft, note: "更正" });
  });

const feedback = (result: string): MatterVerb =>
  onPart(async (ctx, ref) => {
    const answers = { attitude: "satisfied", result };
    return await recordFeedback(ctx, ref, { answers, comment: "还需要继续推动", consent: "yes" });
  });

const report = (kind: "kept" | "changed" | "dropped"): MatterVerb =>
  onPromise(async (ctx, ref) => {
    const newDueOn = kind === "changed" ? "2027-06-30" : null;
    const facts = { happenedOn: "2026-06-15", note: "情况说明", evidence: "验收报告" };
    return await reportCommitment(ctx, ref, { ...facts, kind, newDueOn });
  });

/** Every verb of handling, each with words that would be accepted where the rules accept it. */
export const MATTER_VERBS: Readonly<Record<string, MatterVerb>> = {
  preAssign: onMotion(async (ctx, ref, target) => await preAssignMotion(ctx, ref, { parts: lead(target) })),
  assign: onMotion(async (ctx, ref, target) => await assignMotion(ctx, ref, { parts: lead(target) })),
  assignApart: onMotion(async (ctx, ref, target) => await assignMotion(ctx, ref, { parts: apart(target) })),
  merge: onMotion(async (ctx, ref) => await mergeMotion(ctx, ref, { ...REASON, into: "2026-jianyi-39" })),
  transfer: onMotion(async (ctx, ref) => await transferMotion(ctx, ref, { ...REASON, to: "省有关部门" })),
  withdrawMotion: onMotion(async (ctx, ref) => await withdrawMotion(ctx, ref, REASON)),
  addJoint: onMotion(async (ctx, ref, { otherUnit }) => await addJointUnit(ctx, ref, { ...REASON, unit: otherUnit })),
  sign: onPart(signAssignment),
  object: onPart(async (ctx, ref) => await objectAssignment(ctx, ref, { ...REASON, suggestedUnit: null })),
  refuseObjection: onPart(
    async (ctx, ref) => await decideObjection(ctx, ref, { ...REASON, decision: "refused", toUnit: null }),
  ),
  upholdObjection: onPart(
    async (ctx, ref, { otherUnit }) =>
      await decideObjection(ctx, ref, { ...REASON, decision: "upheld", toUnit: otherUnit }),
  ),
  reassign: onPart(
    async (ctx, ref, { otherUnit }) => await reassignAssignment(ctx, ref, { ...REASON, toUnit: otherUnit }),
  ),
  removeJoint: onPart(async (ctx, ref) => await removeJointUnit(ctx, ref, REASON)),
  close: onPart(async (ctx, ref) => await closeAssignment(ctx, ref, { reason: "办理完毕" })),
  contact: onPart(async (ctx, ref) => {
    const met = { kind: "meeting" as const, phase: "before" as const, heldOn: "2026-06-15", invited: 2, met: 2 };
    return await recordContact(ctx, ref, { ...met, place: null, note: null });
  }),
  requestExtension: onPart(async (ctx, ref) => await requestExtension(ctx, ref, { ...REASON, newDueOn: "2026-12-01" })),
  grantExtension: onPart(async (ctx, ref) => await decideExtension(ctx, ref, { decision: "granted" })),
  refuseExtension: onPart(async (ctx, ref) => await decideExtension(ctx, ref, { ...REASON, decision: "refused" })),
  askOpinion: onPart(async (ctx, ref) => await askOpinion(ctx, ref, {})),
  giveOpinion: onPart(async (ctx, ref) => await giveOpinion(ctx, ref, { body: richTextOf(["同意办理意见。"]) })),
  waiveOpinion: onPart(async (ctx, ref) => await waiveOpinion(ctx, ref, REASON)),
  draftA: letter("A"),
  draftB: letter("B"),
  submit: onPart(submitReply),
  return: onPart(async (ctx, ref) => await returnReply(ctx, ref, { reasons: ["off_the_point"] })),
  approve: onPart(approveReply),
  finalise: onPart(finaliseReply),
  publish: onPart(publishReply),
  correct: onPart(async (ctx, ref) => await correctReply(ctx, ref, { note: "更正说明" })),
  withdrawReply: onPart(async (ctx, ref) => await withdrawReply(ctx, ref, { kind: "legal", reason: "依法撤回" })),
  askFeedback: onPart(askFeedback),
  satisfied: feedback("satisfied"),
  dissatisfied: feedback("dissatisfied"),
  openSupplement: onPart(async (ctx, ref) => await openSupplement(ctx, ref, { dueOn: null })),
  draftFollowUp: onPart(async (ctx, ref) => {
    const words = { body: richTextOf(["已全部办结。"]), classCode: "A", evidence: "竣工验收报告" };
    return await draftFollowUp(ctx, ref, words);
  }),
  submitFollowUp: onPart(submitFollowUp),
  returnFollowUp: onPart(async (ctx, ref) => await returnFollowUp(ctx, ref, REASON)),
  approveFollowUp: onPart(async (ctx, ref) => await approveFollowUp(ctx, ref, { nextDueOn: "2027-06-30" })),
  publishFollowUp: onPart(publishFollowUp),
  take: onPart(
    async (ctx, ref) => await takeCommitment(ctx, ref, { edition: 1, block: 2, start: 0, end: 6, dueOn: "2026-12-31" }),
  ),
  reportKept: report("kept"),
  reportChanged: report("changed"),
  reportDropped: report("dropped"),
  approveReport: onPromise(approveReport),
  declineReport: onPromise(async (ctx, ref) => await declineReport(ctx, ref, REASON)),
};
