import { listAnswers, listAsks } from "#db/reads/answers.ts";
import { putAnswers } from "#db/writes/answers.ts";
import type { Transaction } from "#db/open.ts";
import type { Answer } from "#domain/reply/answer-map.ts";
import { followBlocks } from "#domain/reply/answer-map.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import { Invalid } from "../errors.ts";
import type { LoadedReply } from "./load-reply.ts";

function blockTexts(body: RichText): string[] {
  return body.content.map((block) => plainText({ type: "doc", content: [block] }));
}

async function checkAnswers(
  tx: Transaction,
  motionId: string,
  body: RichText,
  answers: readonly Answer[],
): Promise<void> {
  const asks = new Set((await listAsks(tx, motionId)).map((ask) => ask.number));
  const fields = answers.flatMap(({ ask, block }, at) => {
    if (!asks.has(ask)) return [{ path: `answers.${at}.ask`, message: `建议提案中没有第 ${ask} 项诉求` }];
    if (block >= body.content.length)
      return [{ path: `answers.${at}.block`, message: `答复正文没有第 ${block + 1} 段` }];
    return [];
  });
  if (fields.length > 0) throw new Invalid("逐条对应有误，请核对诉求和段落", fields);
}

/** Saves which block answers which ask; without a new map, the old one follows its blocks. */
export async function saveAnswers(
  tx: Transaction,
  reply: LoadedReply,
  number: number,
  body: RichText,
  answers: readonly Answer[] | undefined,
): Promise<void> {
  const { id } = reply.assignment;
  if (answers) {
    await checkAnswers(tx, reply.motion.id, body, answers);
    await putAnswers(tx, id, number, answers);
  } else if (reply.edition) {
    const before = await listAnswers(tx, id, number);
    await putAnswers(tx, id, number, followBlocks(before, blockTexts(reply.edition.body), blockTexts(body)));
  }
}
