import { eq } from "drizzle-orm";
import { replies } from "#db/schema/replies.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { Stage } from "#test/support/advance-reply.ts";
import type { World } from "#test/support/world.ts";

/** 住建局's, version 7. */
export const PUBLISHED = "2026-jianyi-39.zhujian";
/** 教体局's draft with a canary, version 5. */
export const RETURNED = "2026-jianyi-40.jiaoti";
/** 住建局's, final and not public, version 6. */
export const WITHHELD = "2026-tian-7.zhujian";
/** 教体局's, not yet signed. */
export const FRESH = "2026-tian-7.jiaoti";

/** Leads the fresh reply on: version 2 signed, 3 drafted, 4 submitted, 5 approved, 6 final, 7 published. */
export const fresh = (to: Stage) => async (world: World) =>
  await advanceReply(FRESH, to, {
    unit: world.contextOf(world.people.jiaoti.actor),
    office: world.contextOf(world.people.office.actor),
  });

/** A request for a verb by someone who saw this version. */
export const verb = (id: string, name: string, version: number) => ({
  method: "POST",
  path: `/api/replies/${id}/${name}`,
  headers: { "If-Match": `"v${version}"`, "Idempotency-Key": "k1" },
});

export const publicationOf = async ({ db }: World, id: string) =>
  (await db.select().from(replies).where(eq(replies.assignmentId, id)).get())?.publication;
