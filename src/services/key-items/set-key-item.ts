import { z } from "zod";
import { putKeyItem } from "#db/writes/key-items.ts";
import type { Context } from "../context.ts";
import type { MotionRef } from "../motions/change-motion.ts";
import { changeMotion } from "../motions/change-motion.ts";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

export const KeyItemInput = z.strictObject({
  /** 领衔督办领导. */
  leader: words(60),
  /** 专题面商会, held or to be held. */
  meetingOn: z.iso.date("日期应写成 2026-03-01 的格式").nullable().default(null),
  chair: words(60),
  guests: z.array(z.string().trim().min(1).max(60)).max(100, "受邀人员请控制在 100 人以内").default([]),
  note: words(1000),
});
export type KeyItemInput = z.infer<typeof KeyItemInput>;

/** 列为重点督办件, or brings its leader, meeting and guests up to date. */
export async function setKeyItem(ctx: Context, ref: MotionRef, input: KeyItemInput): Promise<void> {
  await changeMotion(
    ctx,
    "mark",
    ref,
    async ({ tx, motion }) => {
      await putKeyItem(tx, { motionId: motion.id, ...input });
      return { patch: { keyItem: true }, facts: input, release: !motion.keyItem };
    },
    "set_key_item",
  );
}
