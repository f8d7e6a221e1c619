import { and, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { HandlingFacts } from "#domain/handling/readiness.ts";
import type { Reader } from "../open.ts";
import { feedbackRounds } from "../schema/aftercare.ts";
import { contactWaivers, contacts, jointOpinions } from "../schema/handling.ts";
import { assignments } from "../schema/motions.ts";

async function countOpinions(reader: Reader, motionId: string) {
  const joint = and(eq(assignments.motionId, motionId), eq(assignments.role, "joint"));
  const active = await reader.select({ id: assignments.id, state: assignments.state }).from(assignments).where(joint);
  const ids = active.filter((row) => row.state !== "withdrawn").map((row) => row.id);
  if (ids.length === 0) return { jointUnits: 0, opinions: 0 };
  const settled = and(inArray(jointOpinions.assignmentId, ids), inArray(jointOpinions.state, ["given", "waived"]));
  return { jointUnits: ids.length, opinions: await reader.$count(jointOpinions, settled) };
}

/** What was done so far for the reply of this assignment. */
export async function readHandlingFacts(
  reader: Reader,
  assignmentId: string,
  motionId: string,
): Promise<HandlingFacts> {
  const meeting = and(eq(contacts.assignmentId, assignmentId), eq(contacts.kind, "meeting"), gt(contacts.met, 0));
  const filed = and(eq(feedbackRounds.assignmentId, assignmentId), isNotNull(feedbackRounds.filedAt));
  return {
    ...(await countOpinions(reader, motionId)),
    meetings: await reader.$count(contacts, meeting),
    meetingWaived: (await reader.$count(contactWaivers, eq(contactWaivers.assignmentId, assignmentId))) > 0,
    feedbackFiled: (await reader.$count(feedbackRounds, filed)) > 0,
  };
}
