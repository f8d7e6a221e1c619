import { z } from "zod";
import { RichText } from "#domain/reply/rich-text.ts";
import type { Context } from "../context.ts";
import type { SummaryRef } from "./change-summary.ts";
import { changeSummary } from "./change-summary.ts";

export const SummaryWords = z.strictObject({
  title: z.string().trim().min(2, "请写明标题").max(120, "标题请控制在 120 字以内"),
  body: RichText,
});
export type SummaryWords = z.infer<typeof SummaryWords>;

/** What people wrote, numbers among it as they stand. Throws Stale where somebody else wrote meanwhile. */
export async function saveSummary(ctx: Context, ref: SummaryRef, words: SummaryWords): Promise<void> {
  await changeSummary(ctx, ref, async () => ({ words, value: undefined }));
}
