import type { Finding } from "#domain/gate/finding.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused } from "../errors.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";
import { readLetterContext } from "../replies/scan.ts";
import type { CheckedReply } from "./check-reply.ts";
import { checkReply } from "./check-reply.ts";

/** A letter for another matter, dropped on this one: said before its words replace any. */
function findOtherMotion({ motion }: LoadedReply, { motion: printed }: CheckedReply): Finding[] {
  if (!printed) return [];
  const isSame =
    printed.kind === motion.kind &&
    printed.number === motion.number &&
    printed.betweenSessions === motion.betweenSessions;
  if (isSame) return [];
  const message = `文件答复的是${printed.words}，这里办理的是${motionNumberLabel(motion)}${KIND_WORDS[motion.kind].label}。请核对是否选错了文件。`;
  return [{ code: "motion_number_mismatch", severity: "block", where: "title", text: printed.words, message }];
}

/**
 * Reads a Word file for the one who is drafting this reply, and says what the gate has against it. Writes nothing: the
 * words come into the draft only when the person saves them. Throws NotFound where the reply is not the actor's.
 */
export async function readLetter(ctx: Context, id: string, bytes: Uint8Array): Promise<CheckedReply> {
  if (ctx.actor.role !== "unit" && ctx.actor.role !== "office") throw new Forbidden();
  const reply = await getReply(ctx.db, ctx.actor, id);
  if (reply.assignment.role === "joint") throw Refused.of(refuse("not_lead"));
  const checked = await checkReply(
    bytes,
    await readLetterContext(ctx.db, reply.campaign.id, reply.campaignKind.schemeId),
  );
  const other = findOtherMotion(reply, checked);
  if (other.length === 0) return checked;
  const findings = checked.findings.filter(({ code }) => code !== "motion_number_mismatch");
  return { ...checked, verdict: "block", findings: [...other, ...findings] };
}
