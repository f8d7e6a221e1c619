import { z } from "zod";
import { insertEdition, putDisclosure, updateReply } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import { contentHash } from "./content-hash.ts";
import type { LoadedReply } from "./load-reply.ts";

export const CorrectInput = z.strictObject({
  note: z.string().trim().min(2, "请写明更正说明").max(500, "更正说明请控制在 500 字以内"),
  /** The public may read what is taken out beside what comes in its place. Never where it has to go. */
  showsChanges: z
    .boolean("“是否公开更正前后对照”只能填写是或者否")
    .default(false)
    .describe("公开更正前后的对照；因含有不应公开的内容而更正的，不得公开"),
});
export type CorrectInput = z.input<typeof CorrectInput>;

/** 更正: opens the next edition as a draft with a note; the live one stays as it is until the new one is published. */
export async function correctReply(ctx: Context, ref: ReplyRef, input: CorrectInput): Promise<LoadedReply> {
  return await changeReply(ctx, "correct", ref, async ({ tx, reply }) => {
    const { edition, disclosure } = reply;
    if (!edition) throw Refused.of(refuse("wrong_state"));
    const { assignmentId, classCode, docNumber, title, addressee, body, signatory, signedOn } = edition;
    const { contactName, contactPhone, copyTo } = edition;
    const words = {
      classCode,
      docNumber,
      title,
      addressee,
      body,
      signatory,
      signedOn,
      contactName,
      contactPhone,
      copyTo,
    };
    const number = edition.number + 1;
    await insertEdition(tx, {
      ...words,
      assignmentId,
      number,
      state: "draft",
      note: input.note,
      showsChanges: input.showsChanges ?? false,
      contentHash: contentHash({ ...words, note: input.note }, disclosure),
      editedBy: ctx.actor.id,
      editedAt: ctx.now().toISOString(),
      editors: [ctx.actor.id],
    });
    if (disclosure) {
      const { mode, ground, groundText, publicBody, reviewAgainOn, consent } = disclosure;
      const decision = { mode, ground, groundText, publicBody, reviewAgainOn, consent };
      await putDisclosure(tx, assignmentId, number, decision);
    }
    await updateReply(tx, ref.id, { draftEdition: number });
  });
}
