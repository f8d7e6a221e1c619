import { z } from "@hono/zod-openapi";

/** Who did something, and when. */
export const Act = z.strictObject({ actorId: z.string(), name: z.string().nullable(), at: z.string() }).openapi("Act");
export type Act = z.infer<typeof Act>;

/** Throws nothing: an actor without a name has none. */
export function toAct(names: ReadonlyMap<string, string>, actorId: string, at: string): Act {
  return { actorId, name: names.get(actorId) ?? null, at };
}

export function toActOrNull(names: ReadonlyMap<string, string>, actorId: string | null, at: string | null): Act | null {
  return actorId === null || at === null ? null : toAct(names, actorId, at);
}
