import { and, asc, eq } from "drizzle-orm";
import type { Answer, Ask } from "#domain/reply/answer-map.ts";
import type { Reader } from "../open.ts";
import { answerMap, motionAsks } from "../schema/handling.ts";

export async function listAsks(reader: Reader, motionId: string): Promise<Ask[]> {
  return await reader
    .select({ number: motionAsks.number, text: motionAsks.text })
    .from(motionAsks)
    .where(eq(motionAsks.motionId, motionId))
    .orderBy(asc(motionAsks.number));
}

export async function listAnswers(reader: Reader, assignmentId: string, edition: number): Promise<Answer[]> {
  return await reader
    .select({ ask: answerMap.ask, block: answerMap.block })
    .from(answerMap)
    .where(and(eq(answerMap.assignmentId, assignmentId), eq(answerMap.edition, edition)))
    .orderBy(asc(answerMap.ask), asc(answerMap.block));
}
