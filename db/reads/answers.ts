import { and, asc, eq, sql } from "drizzle-orm";
import type { Answer, Ask } from "#domain/reply/answer-map.ts";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { answerMap, motionAsks } from "../schema/handling.ts";

const asksOf = (reader: Reader) =>
  reader
    .select({ number: motionAsks.number, text: motionAsks.text })
    .from(motionAsks)
    .where(eq(motionAsks.motionId, sql.placeholder("motionId")))
    .orderBy(asc(motionAsks.number))
    .prepare();

const answersOf = (reader: Reader) =>
  reader
    .select({ ask: answerMap.ask, block: answerMap.block })
    .from(answerMap)
    .where(
      and(
        eq(answerMap.assignmentId, sql.placeholder("assignmentId")),
        eq(answerMap.edition, sql.placeholder("edition")),
      ),
    )
    .orderBy(asc(answerMap.ask), asc(answerMap.block))
    .prepare();

export async function listAsks(reader: Reader, motionId: string): Promise<Ask[]> {
  return await prepareOnce(reader, asksOf).all({ motionId });
}

export async function listAnswers(reader: Reader, assignmentId: string, edition: number): Promise<Answer[]> {
  return await prepareOnce(reader, answersOf).all({ assignmentId, edition });
}
