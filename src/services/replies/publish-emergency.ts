import { z } from "zod";
import { insertEmergency } from "#db/writes/emergencies.ts";
import { openFollowUp, updateEdition, updateReply } from "#db/writes/replies.ts";
import { isPublicMode } from "#domain/disclosure/disclosure.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import type { Refusal } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import { shanghaiDate, shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import { getScheme, needsFollowUp } from "../follow-ups/open-follow-up.ts";
import { recordFirstOutcome } from "../follow-ups/record-first-outcome.ts";
import { takeIndexNumber } from "../index-number.ts";
import { takeDown } from "../releases/take-down.ts";
import type { ReplyRef } from "./change-reply.ts";
import { checkReady } from "./check-ready.ts";
import { findNarrowed } from "./find-narrowed.ts";
import type { LoadedReply } from "./load-reply.ts";

export const EmergencyInput = z.strictObject({
  reason: z.string().trim().min(10, "请写明紧急公开的理由，不少于 10 字").max(1000, "理由请控制在 1000 字以内"),
});
export type EmergencyInput = z.infer<typeof EmergencyInput>;

function findObstacle(actorId: string, { edition, disclosure, reply, assignment }: LoadedReply): Refusal | undefined {
  if (!edition || !disclosure || !reply) return refuse("wrong_state");
  if (assignment.state === "withdrawn" || assignment.state === "objected") return refuse("wrong_state");
  if (reply.draftEdition === null) {
    return refuse(reply.publication === "published" ? "already_published" : "wrong_state");
  }
  if (!isPublicMode(disclosure.mode)) return refuse("not_public");
  return checkSecondPerson(actorId, edition) && refuse("emergency_needs_second_person");
}

/**
 * 紧急公开: the letter goes out as it stands, past approval and 定稿 but never past the gate, outcome and disclosure, and
 * never by whoever wrote or submitted it. A debt until another person of the office signs after it (design §5).
 */
export async function publishEmergency(ctx: Context, ref: ReplyRef, { reason }: EmergencyInput): Promise<void> {
  requireStepUp(ctx);
  const verb = { action: "reply.publish_emergency", roles: ["office"] } as const;
  await changeAftercare(ctx, verb, ref, async (tx, loaded) => {
    const obstacle = findObstacle(ctx.actor.id, loaded);
    if (obstacle) throw Refused.of(obstacle);
    const findings = await checkReady(tx, loaded);
    const { edition, reply, disclosure } = loaded;
    if (!edition?.classCode || !reply || !disclosure) throw Refused.of(refuse("class_missing"));
    const { number, classCode, contentHash } = edition;
    const publishedAt = shanghaiMinute(ctx.now());
    const at = ctx.now().toISOString();
    const path = await findNarrowed(tx, reply, disclosure);
    await updateEdition(tx, ref.id, number, {
      state: "final",
      scannedHash: contentHash,
      verdict: verdictOf(findings),
      findings,
      finalisedBy: edition.finalisedBy ?? ctx.actor.id,
      finalisedAt: edition.finalisedAt ?? at,
      publishedBy: ctx.actor.id,
      publishedAt,
    });
    await updateReply(tx, ref.id, {
      publication: "published",
      liveEdition: number,
      draftEdition: null,
      firstPublishedAt: reply.firstPublishedAt ?? publishedAt,
      indexNumber: reply.indexNumber ?? (await takeIndexNumber(tx, publishedAt)),
    });
    const decision = { classCode, decidedOn: shanghaiDate(ctx.now()), approvedBy: ctx.actor.id };
    await recordFirstOutcome(tx, { ...decision, assignmentId: ref.id });
    if (needsFollowUp(loaded, await getScheme(tx, loaded), classCode)) {
      const { followUpDueOn } = loaded.campaignKind;
      await openFollowUp(tx, ref.id, loaded.rules.deadlines.followUpOn ?? followUpDueOn);
    }
    const debt = { assignmentId: ref.id, edition: number, reason, publishedBy: ctx.actor.id, publishedAt: at };
    await insertEmergency(tx, debt);
    await takeDown(tx, ctx, { cause: "reply.publish_emergency", path, reason: "corrected" });
    return { value: undefined, audited: { contentHash, ...debt }, state: "replied" };
  });
}
