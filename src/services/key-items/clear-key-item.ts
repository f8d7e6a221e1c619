import { deleteKeyItem } from "#db/writes/key-items.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { MotionRef } from "../motions/change-motion.ts";
import { changeMotion } from "../motions/change-motion.ts";

/** 不再列为重点督办件; what was noted of it goes too. */
export async function clearKeyItem(ctx: Context, ref: MotionRef): Promise<void> {
  await changeMotion(
    ctx,
    "mark",
    ref,
    async ({ tx, motion }) => {
      if (!motion.keyItem) throw Refused.of(refuse("wrong_state"));
      await deleteKeyItem(tx, motion.id);
      return { patch: { keyItem: false }, facts: null };
    },
    "clear_key_item",
  );
}
