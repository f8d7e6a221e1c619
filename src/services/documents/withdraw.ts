import { refuse } from "#domain/handling/refusal.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { requestRelease } from "../releases/request.ts";
import type { DocumentRef } from "./change-document.ts";
import { changeDocument } from "./change-document.ts";

/** 撤回: the next release does not have it. */
export async function withdrawDocument(ctx: Context, ref: DocumentRef): Promise<void> {
  requireStepUp(ctx);
  await changeDocument(ctx, "document.withdraw", ref, async (tx, before) => {
    if (before.state !== "published") throw Refused.of(refuse("document_not_published"));
    await requestRelease(tx, ctx, "document.withdraw");
    return { state: "withdrawn" };
  });
}
