import { findScheme } from "#db/reads/schemes.ts";
import { insertEdition, insertReply, putDisclosure, updateEdition, updateReply } from "#db/writes/replies.ts";
import type { Transaction } from "#db/open.ts";
import { DisclosureDecision } from "#domain/disclosure/disclosure.ts";
import { CONSENTS } from "#domain/feedback/feedback-kinds.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { Answer } from "#domain/reply/answer-map.ts";
import { LetterDraft } from "#domain/reply/letter.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { z } from "zod";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import { changeReply } from "./change-reply.ts";
import type { ReplyRef } from "./change-reply.ts";
import { contentHash } from "./content-hash.ts";
import type { LoadedReply } from "./load-reply.ts";
import { saveAnswers } from "./save-answers.ts";

/** A draft may be incomplete: the ground of a decision may still be missing, the class too. */
export const DraftInput = z.strictObject({
  letter: LetterDraft,
  disclosure: z
    .strictObject({
      ...DisclosureDecision.shape,
      /** 是否同意公开, as the deputy said when asked with the draft; left out, what was recorded before stays. */
      consent: z.enum(CONSENTS).optional(),
      /** The text for the public where the mode is summary or redacted. */
      publicBody: RichText.nullable().default(null),
    })
    .nullable(),
  /** 更正说明, for an edition after the first. */
  note: z.string().trim().min(1).max(500).nullable().default(null),
  /** 逐条对应: which block answers which ask; left out, the map stays as far as the words do. */
  answers: z.array(Answer).max(200).optional(),
});
export type DraftInput = z.infer<typeof DraftInput>;

function decisionRow({ disclosure }: DraftInput, before: LoadedReply["disclosure"]) {
  if (!disclosure) return null;
  const { mode, ground, groundText, reviewAgainOn, publicBody, consent } = disclosure;
  return {
    mode,
    ground: ground ?? null,
    groundText: groundText ?? null,
    reviewAgainOn: reviewAgainOn ?? null,
    consent: consent ?? before?.consent ?? "not_asked",
    publicBody,
  };
}

async function checkClass(tx: Transaction, reply: LoadedReply, code: string | null): Promise<void> {
  if (code === null) return;
  const scheme = await findScheme(tx, reply.campaignKind.schemeId);
  if (scheme && findClass(scheme, code)) return;
  const known = scheme?.classes.map((item) => item.code).join("、") ?? "";
  throw new Invalid(`办理结果分类“${code}”不在本年度口径之内，可选：${known}`, [
    { path: "letter.classCode", message: `可选：${known}` },
  ]);
}

/** Saves the words and the disclosure decision. Any edit voids the scan and the approval before it (design §5). */
export async function draftReply(ctx: Context, ref: ReplyRef, input: DraftInput): Promise<LoadedReply> {
  return await changeReply(ctx, "draft", ref, async ({ tx, reply, rule }) => {
    if (reply.assignment.state === "assigned") throw Refused.of(refuse("not_signed"));
    await checkClass(tx, reply, input.letter.classCode);
    const decision = decisionRow(input, reply.disclosure);
    const words = {
      ...input.letter,
      note: reply.edition?.number === 1 ? null : (input.note ?? reply.edition?.note ?? null),
    };
    const row = {
      ...words,
      state: rule.to,
      contentHash: contentHash(words, decision),
      scannedHash: null,
      verdict: null,
      findings: [],
      approvedBy: null,
      approvedAt: null,
      approvedHash: null,
      editedBy: ctx.actor.id,
      editedAt: ctx.now().toISOString(),
      editors: [...new Set([...(reply.edition?.editors ?? []), ctx.actor.id])],
    };
    const number = reply.edition?.number ?? 1;
    if (!reply.edition) {
      await insertReply(tx, { assignmentId: ref.id });
      await insertEdition(tx, { ...row, assignmentId: ref.id, number });
      await updateReply(tx, ref.id, { draftEdition: number });
    } else {
      await updateEdition(tx, ref.id, number, row);
    }
    await putDisclosure(tx, ref.id, number, decision);
    await saveAnswers(tx, reply, number, input.letter.body, input.answers);
  });
}
