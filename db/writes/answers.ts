import { and, eq, sql } from "drizzle-orm";
import type { Answer } from "#domain/reply/answer-map.ts";
import type { Transaction } from "../open.ts";
import { answerMap, motionAsks } from "../schema/handling.ts";
import { motions } from "../schema/motions.ts";

/** Replaces what the motion asks for, numbered as given. */
export async function putAsks(tx: Transaction, motionId: string, texts: readonly string[]): Promise<void> {
  await tx.delete(motionAsks).where(eq(motionAsks.motionId, motionId));
  if (texts.length > 0)
    await tx.insert(motionAsks).values(texts.map((text, at) => ({ motionId, number: at + 1, text })));
  await tx
    .update(motions)
    .set({ version: sql`${motions.version} + 1` })
    .where(eq(motions.id, motionId));
}

/** Replaces the map of one edition. */
export async function putAnswers(
  tx: Transaction,
  assignmentId: string,
  edition: number,
  answers: readonly Answer[],
): Promise<void> {
  await tx.delete(answerMap).where(and(eq(answerMap.assignmentId, assignmentId), eq(answerMap.edition, edition)));
  if (answers.length > 0)
    await tx.insert(answerMap).values(answers.map((answer) => ({ ...answer, assignmentId, edition })));
}
