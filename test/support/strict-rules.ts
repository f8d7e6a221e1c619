import { writeTransaction } from "#db/transaction.ts";
import { replaceRules } from "#db/writes/campaign-rules.ts";
import type { DeadlineRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { TestApp } from "./app.ts";
import { CAMPAIGN } from "./city.ts";

/** Gives the test city's year clocks that the law does not know: 3 days to sign, 5 working days to object, a month for 会办意见. */
export async function setClocks({ db }: Pick<TestApp, "db">, clocks: Partial<DeadlineRules> = {}): Promise<void> {
  const deadlines: DeadlineRules = {
    ...DEFAULT_RULES.deadlines,
    sign: { amount: 3, unit: "day" },
    object: { amount: 5, unit: "workday" },
    reassign: { amount: 7, unit: "day" },
    jointOpinion: { amount: 1, unit: "month" },
    ...clocks,
  };
  await writeTransaction(db, async (tx) => await replaceRules(tx, CAMPAIGN, { ...DEFAULT_RULES, deadlines }));
}
