import { hidePath } from "#db/writes/hidden-paths.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";
import { requestRelease } from "./request.ts";

export type TakeDown = {
  /** {entity}.{verb} of the act. */
  readonly cause: string;
  /** Public address of what goes; undefined where it never had one. */
  readonly path: string | undefined;
  /** A code, for the record. */
  readonly reason: string;
};

/**
 * The one way by which something public is taken from readers: gone at once with all that shows it, and the release
 * without it asked for, in the transaction of the act (design §6).
 */
export async function takeDown(tx: Transaction, ctx: Context, { cause, path, reason }: TakeDown): Promise<void> {
  if (path !== undefined) await hidePath(tx, { path, hiddenAt: ctx.now().toISOString(), reason });
  await requestRelease(tx, ctx, cause);
}
