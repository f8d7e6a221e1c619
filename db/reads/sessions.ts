import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { accounts, sessions, signInAttempts } from "../schema/accounts.ts";
import { actors } from "../schema/actors.ts";

export async function findSessionHolder(reader: Reader, tokenHash: string) {
  return await reader
    .select({ session: sessions, actor: actors, account: accounts })
    .from(sessions)
    .innerJoin(actors, eq(actors.id, sessions.actorId))
    .innerJoin(accounts, eq(accounts.actorId, sessions.actorId))
    .where(eq(sessions.tokenHash, tokenHash))
    .get();
}

export async function findAttempts(reader: Reader, address: string) {
  return await reader.select().from(signInAttempts).where(eq(signInAttempts.address, address)).get();
}
