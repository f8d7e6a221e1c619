import { insertReleaseRequest } from "#db/writes/releases.ts";
import type { ReleaseRequest } from "#db/writes/releases.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";

export type ReleaseWish = Pick<ReleaseRequest, "full" | "dueAt" | "confirmedBy">;

/** Asks for a release in the transaction of the change. Requests that wait are one: the release reads what is there when it starts. */
export async function requestRelease(
  tx: Transaction,
  ctx: Context,
  cause: string,
  wish: ReleaseWish = {},
): Promise<string> {
  const at = ctx.now().toISOString();
  return await insertReleaseRequest(tx, { cause, requestedBy: ctx.actor.id, requestedAt: at, ...wish });
}
