import { z } from "zod";
import { VALIDITIES } from "#domain/document/document.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { requestRelease } from "../releases/request.ts";
import type { DocumentRef } from "./change-document.ts";
import { changeDocument } from "./change-document.ts";

export const ValidityInput = z.strictObject({ validity: z.enum(VALIDITIES) });
type ValidityInput = z.infer<typeof ValidityInput>;

/** 有效、失效、废止 of a public document: it stays where it is and says so (政府信息公开 metadata). */
export async function setValidity(ctx: Context, ref: DocumentRef, { validity }: ValidityInput): Promise<void> {
  await changeDocument(ctx, "document.validity", ref, async (tx, before) => {
    if (before.state !== "published") throw Refused.of(refuse("document_not_published"));
    await requestRelease(tx, ctx, "document.validity");
    return { validity };
  });
}
