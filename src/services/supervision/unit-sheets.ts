import { findCampaignKind, listCampaigns } from "#db/reads/campaigns.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import { listCohort } from "#db/reads/follow-ups.ts";
import { findScheme } from "#db/reads/schemes.ts";
import { listUnits } from "#db/reads/units.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { conversionRate } from "#domain/commitment/conversion-rate.ts";
import { findDueOn, findUncovered } from "#domain/deadline/due.ts";
import { listDissatisfied } from "#domain/feedback/check-answers.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { Rate } from "#domain/statistics/rate.ts";
import type { Term } from "#domain/statistics/term.ts";
import type { UnitFacts } from "#domain/supervision/unit-sheet.ts";
import type { UnitScore } from "#domain/supervision/unit-score.ts";
import { toUnitScore } from "#domain/supervision/unit-score.ts";
import { toUnitSheet } from "#domain/supervision/unit-sheet.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { readOnce } from "../read-once.ts";
import { getUnitScope } from "../scope.ts";
import { readCampaignFacts } from "./campaign-facts.ts";
import type { CampaignFacts } from "./campaign-facts.ts";

/** Why some terms are missing from the rates: the holiday calendar ends before them. */
export function listNotes({ assignments }: CampaignFacts, { deadlines }: CampaignRules): readonly string[] {
  const notes = assignments.flatMap(({ handedOn, assignedOn }) => [
    ...findUncovered(handedOn, deadlines.sign),
    ...findUncovered(assignedOn, deadlines.reply),
  ]);
  return [...new Set(notes)];
}

export type UnitSheet = {
  readonly unit: { readonly code: string; readonly name: string };
  readonly rates: Rate[];
  /** By the weights that the year states; null where it states none. */
  readonly score: UnitScore | null;
  readonly notes: readonly string[];
};
export type Supervision = {
  readonly campaignId: string;
  /** The day on which deadlines were read. */
  readonly asOf: string;
  readonly units: readonly UnitSheet[];
  /** 转化率 by kind; empty for a unit, to which the city's figures do not belong. */
  readonly conversion: readonly { readonly kind: MotionKind; readonly rate: Rate }[];
};

const dayOf = (instant: string | null) => (instant === null ? null : shanghaiDate(new Date(instant)));

function termsOf(facts: CampaignFacts, rules: CampaignRules) {
  const { assignments } = facts;
  const owing = assignments.filter(({ role }) => role !== "joint");
  const { sign, reply } = rules.deadlines;
  return {
    signing: assignments.map(({ handedOn, signedAt }): Term => ({
      dueOn: findDueOn(handedOn, sign),
      doneOn: dayOf(signedAt),
    })),
    repliesByCampaign: owing.map(({ dueOn, repliedAt }): Term => ({ dueOn, doneOn: dayOf(repliedAt) })),
    repliesByLaw: owing.map(({ assignedOn, repliedAt, extendedTo }): Term => ({
      dueOn: extendedTo ?? findDueOn(assignedOn, reply),
      doneOn: dayOf(repliedAt),
    })),
    opinions: facts.opinions.map(({ dueOn, givenAt }): Term => ({ dueOn, doneOn: dayOf(givenAt) })),
    followUps: facts.followUps.map(({ dueOn, repliedOn }): Term => ({ dueOn, doneOn: repliedOn })),
    commitments: facts.commitments.map(({ dueOn, keptOn }): Term => ({ dueOn, doneOn: keptOn })),
  };
}

export function toUnitFacts(facts: CampaignFacts, rules: CampaignRules): UnitFacts {
  const { assignments, feedback } = facts;
  const owing = assignments.filter(({ role }) => role !== "joint");
  const axes = findFeedbackPreset(rules.feedback.preset)?.axes ?? [];
  // Rounds come first to last: the last of each assignment stands.
  const latest = new Map(feedback.map(({ assignmentId, answers }) => [assignmentId, answers ?? {}]));
  const objected = new Set(facts.objections.map(({ assignmentId }) => assignmentId));
  return {
    assigned: assignments.length,
    signed: assignments.filter(({ signedAt }) => signedAt !== null).length,
    objected: objected.size,
    everAssigned: new Set([...objected, ...assignments.map(({ id }) => id)]).size,
    owed: owing.length,
    replied: owing.filter(({ repliedAt }) => repliedAt !== null).length,
    submitted: facts.submitted.length,
    returned: facts.returns.length,
    reminders: facts.reminders.length,
    feedback: latest.size,
    dissatisfied: [...latest.values()].filter((answers) => listDissatisfied(axes, answers).length > 0).length,
    ...termsOf(facts, rules),
  };
}

function toSheet(facts: CampaignFacts, rules: CampaignRules, asOf: string): Omit<UnitSheet, "unit"> {
  const rates = toUnitSheet(toUnitFacts(facts, rules), asOf);
  return { rates, score: toUnitScore(rates, rules.scoring ?? null), notes: listNotes(facts, rules) };
}

async function readConversion(
  ctx: Context,
  campaignId: string,
  rules: CampaignRules,
): Promise<Supervision["conversion"]> {
  const cohort = await listCohort(ctx.db, campaignId);
  const found = [];
  for (const kind of MOTION_KINDS) {
    const campaign = await findCampaignKind(ctx.db, campaignId, kind);
    const scheme = campaign && (await findScheme(ctx.db, campaign.kind.schemeId));
    if (!scheme) continue;
    const promised = scheme.classes.filter(({ needsFollowUp }) => needsFollowUp).map(({ code }) => code);
    const known = rules.followUp.classes.filter((code) => scheme.classes.some((item) => item.code === code));
    const owed = [...new Set([...promised, ...known])];
    const ofKind = cohort.filter((row) => row.kind === kind);
    found.push({ kind, rate: conversionRate(ofKind, owed, scheme) });
  }
  return found;
}

async function reckon(ctx: Context, campaignId: string, own: string | undefined, asOf: string): Promise<Supervision> {
  if (!(await listCampaigns(ctx.db)).some(({ id }) => id === campaignId)) throw new NotFound("这个年度");
  const rules = await readRules(ctx.db, campaignId);
  const facts = await readCampaignFacts(ctx.db, campaignId);
  const units = (await listUnits(ctx.db)).flatMap(({ code, shortName }): UnitSheet[] => {
    const mine = facts(code);
    if ((own !== undefined && own !== code) || mine.assignments.length + mine.objections.length === 0) return [];
    return [
      {
        unit: { code, name: shortName },
        ...toSheet(mine, rules, asOf),
      },
    ];
  });
  const conversion = own === undefined ? await readConversion(ctx, campaignId, rules) : [];
  return { campaignId, asOf, units, conversion };
}

/** 通报: the sheet of every unit that has a part in the year; a unit reads its own alone. Throws NotFound for no such year. */
export async function readSupervision(ctx: Context, campaignId: string): Promise<Supervision> {
  const own = getUnitScope(ctx.actor);
  const asOf = shanghaiDate(ctx.now());
  const key = JSON.stringify(["sheets", campaignId, own ?? null, asOf]);
  return await readOnce(ctx.db, key, async () => await reckon(ctx, campaignId, own, asOf));
}
