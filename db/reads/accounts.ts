import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { actors, apiKeys } from "../schema/actors.ts";

export type KeyHolder = {
  readonly actor: typeof actors.$inferSelect;
  readonly key: Pick<typeof apiKeys.$inferSelect, "expiresAt" | "revokedAt">;
};

export async function findKeyHolder(reader: Reader, hash: string): Promise<KeyHolder | undefined> {
  return await reader
    .select({ actor: actors, key: { expiresAt: apiKeys.expiresAt, revokedAt: apiKeys.revokedAt } })
    .from(apiKeys)
    .innerJoin(actors, eq(actors.id, apiKeys.actorId))
    .where(eq(apiKeys.hash, hash))
    .get();
}

/** Names of actors by id, for "who did it". */
export async function readActorNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.select({ id: actors.id, name: actors.name }).from(actors);
  return new Map(rows.map((row) => [row.id, row.name]));
}
