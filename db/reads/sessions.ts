import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { accounts, passkeys, sessions, signInAttempts } from "../schema/accounts.ts";
import { actors } from "../schema/actors.ts";

const sessionHolder = (reader: Reader) =>
  reader
    .select({ session: sessions, actor: actors, account: accounts, passkeys: passkeyCount })
    .from(sessions)
    .innerJoin(actors, eq(actors.id, sessions.actorId))
    .innerJoin(accounts, eq(accounts.actorId, sessions.actorId))
    .where(eq(sessions.tokenHash, sql.placeholder("tokenHash")))
    .prepare();

export type SessionHolder = NonNullable<Awaited<ReturnType<typeof findSessionHolder>>>;

const passkeyCount = sql<number>`(select count(*) from ${passkeys} where ${passkeys.actorId} = ${sessions.actorId})`;

export async function findSessionHolder(reader: Reader, tokenHash: string) {
  return await prepareOnce(reader, sessionHolder).get({ tokenHash });
}

/** Newest first; half signed in ones are none. */
export async function listSessionsOf(reader: Reader, actorId: string) {
  return await reader
    .select()
    .from(sessions)
    .where(and(eq(sessions.actorId, actorId), eq(sessions.pending, false)))
    .orderBy(desc(sessions.createdAt), asc(sessions.tokenHash));
}

export async function findAttempts(reader: Reader, address: string) {
  return await reader.select().from(signInAttempts).where(eq(signInAttempts.address, address)).get();
}
