import { eq } from "drizzle-orm";
import { campaignRules } from "#db/schema/handling.ts";
import { assignments } from "#db/schema/motions.ts";
import { audit } from "#db/schema/operations.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { Context } from "#services/context.ts";
import { ServiceError } from "#services/errors.ts";
import type { Stage } from "#test/support/advance-reply.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { cleanDraft } from "#test/support/letter.ts";

export const ID = "2026-jianyi-40.jiaoti";

export type Office = TestApp & {
  readonly unit: Context;
  readonly colleague: Context;
  readonly office: Context;
  readonly office2: Context;
  readonly other: Context;
  readonly supervisor: Context;
  readonly versionOf: (id?: string) => Promise<number>;
  readonly ref: (id?: string) => Promise<{ id: string; version: number }>;
};

/** The test city with its people and, where given, rules of the year. */
export async function openOffice(rules?: CampaignRules): Promise<Office> {
  const app = await openTestApp();
  if (rules) {
    const row = app.db.insert(campaignRules).values({ campaignId: "2026", rules });
    await row.onConflictDoUpdate({ target: campaignRules.campaignId, set: { rules } });
  }
  const person = async (...who: Parameters<TestApp["keyFor"]>) => app.contextOf((await app.keyFor(...who)).actor);
  const versionOf = async (id = ID) => {
    const row = await app.db.select().from(assignments).where(eq(assignments.id, id)).get();
    return row?.version ?? 0;
  };
  return {
    ...app,
    unit: await person("unit", "jiaoti"),
    colleague: await person("unit", "jiaoti"),
    office: await person("office"),
    office2: await person("office"),
    other: await person("unit", "gongan"),
    supervisor: await person("supervisor"),
    versionOf,
    ref: async (id = ID) => ({ id, version: await versionOf(id) }),
  };
}

export const RULES: CampaignRules = {
  ...DEFAULT_RULES,
  deadlines: {
    ...DEFAULT_RULES.deadlines,
    feedback: { amount: 10, unit: "workday" },
    redo: { amount: 1, unit: "month" },
  },
};

export async function advance(t: Office, to: Stage, classCode: "A" | "B" | "C" = "A", id = ID): Promise<void> {
  await advanceReply(id, to, t, cleanDraft(id, classCode));
}

/** The code with which a service said no; null where it did not. */
export async function codeOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}

/** Every action in the audit, first to last. */
export async function listActions(t: TestApp): Promise<string[]> {
  const rows = await t.db.select({ action: audit.action }).from(audit).orderBy(audit.seq);
  return rows.map((row) => row.action);
}
