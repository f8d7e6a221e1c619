import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { actors } from "#db/schema/actors.ts";
import { commitmentEvents, commitments, feedbackRounds, outcomes, votes } from "#db/schema/aftercare.ts";
import { documents } from "#db/schema/documents.ts";
import { answerMap, contacts, motionAsks } from "#db/schema/handling.ts";
import { assignments, motions, proposers, topics } from "#db/schema/motions.ts";
import { sequences, settings } from "#db/schema/operations.ts";
import { disclosures, editions, followUps, replies, returns, withdrawals } from "#db/schema/replies.ts";
import { bulkLoad } from "#db/writes/projections.ts";
import { putUnit } from "#db/writes/units.ts";
import { insertCampaign, putPresets, putSitting } from "#db/writes/campaigns.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { recordAudit } from "#services/audit.ts";
import type { Context } from "#services/context.ts";
import { hashOf } from "#services/hash.ts";
import type { DemoCampaign, DemoCity } from "./demo/demo-city.ts";
import { DEMO_SETTINGS } from "./demo-settings.ts";
import { aftercareRows } from "./aftercare-rows.ts";
import { documentRows } from "./document-rows.ts";
import { matterRows } from "./matter-rows.ts";
import type { IndexNumbers } from "./index-numbers.ts";
import { OFFICE_APPROVER, OFFICE_EDITOR, handlerOf } from "./seed-actors.ts";

/** Rows of one statement: 30 columns each stay below SQLite's 32,766 variables. */
const CHUNK = 500;

async function insertAll<T extends SQLiteTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await tx.insert(table).values(rows.slice(at, at + CHUNK));
}

function campaignRows(campaign: DemoCampaign, currentYear: number) {
  const { year, schemeId, assignedOn, followUpDueOn, expected, filed, npcSitting, cppccSitting } = campaign;
  const common = { schemeId, assignedOn, followUpDueOn };
  return {
    id: String(year),
    year,
    name: `${year} 年办理工作`,
    state: year === currentYear ? ("open" as const) : ("closed" as const),
    namesPublic: true,
    kinds: [
      {
        ...common,
        kind: "suggestion" as const,
        sitting: npcSitting,
        expectedCount: expected.suggestion,
        filedCount: filed.suggestion,
      },
      {
        ...common,
        kind: "proposal" as const,
        sitting: cppccSitting,
        expectedCount: expected.proposal,
        filedCount: filed.proposal,
      },
    ],
  };
}

async function loadFrame(tx: Transaction, city: DemoCity, at: string): Promise<void> {
  await tx.insert(settings).values({ key: "site", value: JSON.stringify(DEMO_SETTINGS) });
  for (const [position, unit] of city.units.entries()) await putUnit(tx, unit, position);
  const unitActors = city.units.map(({ code, shortName }) => ({
    id: handlerOf(code),
    name: `${shortName}经办人`,
    role: "unit" as const,
    unitCode: code,
    createdAt: at,
  }));
  const office = { role: "office" as const, unitCode: null, createdAt: at };
  await insertAll(tx, actors, [
    { ...office, id: OFFICE_EDITOR, name: "办公室审核人" },
    { ...office, id: OFFICE_APPROVER, name: "办公室发布人" },
    ...unitActors,
  ]);
  await insertAll(
    tx,
    topics,
    city.topics.map((topic, position) => ({ ...topic, position })),
  );
  await putPresets(tx, SCHEME_PRESETS);
  const currentYear = Math.max(...city.campaigns.map((campaign) => campaign.year));
  for (const campaign of city.campaigns) {
    await putSitting(tx, "suggestion", campaign.npcSitting);
    await putSitting(tx, "proposal", campaign.cppccSitting);
    await insertCampaign(tx, campaignRows(campaign, currentYear));
  }
}

async function loadMatters(tx: Transaction, city: DemoCity, numbers: IndexNumbers) {
  const rows = matterRows(city, numbers);
  await insertAll(tx, motions, rows.motions);
  await insertAll(tx, proposers, rows.proposers);
  await insertAll(tx, assignments, rows.assignments);
  await insertAll(tx, replies, rows.replies);
  await insertAll(tx, editions, rows.editions);
  await insertAll(tx, disclosures, rows.disclosures);
  await insertAll(tx, returns, rows.returns);
  await insertAll(tx, withdrawals, rows.withdrawals);
  await insertAll(tx, followUps, rows.followUps);
  return { motions: rows.motions.length, replies: rows.replies.length };
}

async function loadAftercare(tx: Transaction, city: DemoCity): Promise<void> {
  const rows = aftercareRows(city);
  await insertAll(tx, contacts, rows.contacts);
  await insertAll(tx, feedbackRounds, rows.feedbackRounds);
  await insertAll(tx, outcomes, rows.outcomes);
  await insertAll(tx, commitments, rows.commitments);
  await insertAll(tx, commitmentEvents, rows.commitmentEvents);
  await insertAll(tx, motionAsks, rows.asks);
  await insertAll(tx, answerMap, rows.answers);
  await insertAll(tx, votes, rows.votes);
}

/**
 * Writes a whole city into an empty database: all of it or nothing. With `aftercare` also what happened around its
 * letters; a city that is only measured for its size does without.
 */
export async function loadCity(
  ctx: Context,
  city: DemoCity,
  { aftercare = false } = {},
): Promise<{ motions: number; replies: number }> {
  return await writeTransaction(ctx.db, async (tx) => {
    const numbers: IndexNumbers = { organisation: DEMO_SETTINGS.organisationCode, used: new Map() };
    await loadFrame(tx, city, ctx.now().toISOString());
    const counts = await bulkLoad(tx, async () => {
      const loaded = await loadMatters(tx, city, numbers);
      if (aftercare) await loadAftercare(tx, city);
      return loaded;
    });
    await insertAll(tx, documents, documentRows(city.documents, numbers));
    // The numbers that the office gives from now on go on after those of the seed.
    const used = [...numbers.used].map(([month, value]) => ({ name: `index-number-${month.replace("-", "")}`, value }));
    await insertAll(tx, sequences, used);
    await recordAudit(tx, ctx, { action: "city.load", object: "city:*", beforeHash: null, afterHash: hashOf(counts) });
    return counts;
  });
}
