import { listSessionsOf } from "#db/reads/sessions.ts";
import { deleteSession } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Reader } from "#db/open.ts";
import { isSessionOpen } from "#domain/account/session-life.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { sha256 } from "../hash.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { recordSession } from "./record-session.ts";
import { getSessionFacts } from "./session-facts.ts";

/** One of one's own sessions. Instants; null: unknown. */
export type OwnSession = {
  /** Names it, and opens nothing. */
  readonly id: string;
  readonly current: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly network: string | null;
  readonly browser: string | null;
};

const idOf = (tokenHash: string) => sha256(`session:${tokenHash}`).slice(0, 24);

async function listOpen(reader: Reader, { actor, now }: Context) {
  const at = now().getTime();
  const rows = await listSessionsOf(reader, actor.id);
  return rows.filter(({ lastSeenAt, expiresAt }) =>
    isSessionOpen({ lastSeenAt: Date.parse(lastSeenAt), expiresAt: Date.parse(expiresAt) }, at),
  );
}

/** Open sessions of the person who asks, the newest first (ASVS 7.5.2). */
export async function listOwnSessions(ctx: Context): Promise<Page<OwnSession>> {
  const own = getSessionFacts(ctx).tokenHash;
  const rows = await listOpen(ctx.db, ctx);
  return toWholePage(
    rows.map(({ tokenHash, createdAt, lastSeenAt, expiresAt, network, browser }) => {
      const times = { startedAt: createdAt, lastSeenAt, expiresAt };
      return { id: idOf(tokenHash), current: tokenHash === own, ...times, network, browser };
    }),
  );
}

/** Ends one of them; throws NotFound for another person's too. */
export async function endOwnSession(ctx: Context, id: string): Promise<void> {
  getSessionFacts(ctx);
  await writeTransaction(ctx.db, async (tx) => {
    const found = (await listOpen(tx, ctx)).find(({ tokenHash }) => idOf(tokenHash) === id);
    if (!found) throw new NotFound("这个登录");
    await deleteSession(tx, found.tokenHash);
    await recordSession(tx, ctx, "end_one", ctx.actor.id);
  });
}
