import { readRules } from "../campaign-rules.ts";
import { findCampaignOfYear, listKindTerms, listMotionHeads, listVoteFacts } from "../indicator-facts.ts";
import { listSchemes } from "../schemes.ts";
import { listCommitmentFacts } from "../unit-facts.ts";
import type { Reader } from "../../open.ts";
import type { YearRows } from "../year-rows.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { MotionFacts, Sheet } from "#domain/statistics/facts.ts";
import { listCases } from "#domain/statistics/facts.ts";
import { FROM_LEDGER } from "#domain/statistics/reply-indicators.ts";
import type { Indicator } from "#domain/statistics/indicator.ts";
import { listIndicators } from "#domain/statistics/indicators.ts";
import { readCaseRows } from "./case-rows.ts";
import { rememberDueDays, toCaseFacts } from "./to-case-facts.ts";

/** A year read whole, with what its figures depend on. */
export type YearSheet = {
  readonly campaignId: string;
  readonly sheet: Sheet;
  readonly schemes: ReadonlyMap<MotionKind, Scheme>;
  readonly axes: readonly FeedbackAxis[];
  readonly rules: CampaignRules;
  /** What a list of motions shows, by id. */
  readonly heads: ReadonlyMap<string, MotionHead>;
};
export type MotionHead = Awaited<ReturnType<typeof listMotionHeads>>[number];

type Terms = Pick<YearSheet, "schemes" | "axes" | "rules">;
type Kinds = Awaited<ReturnType<typeof listKindTerms>>;

export async function readTerms(reader: Reader, campaignId: string) {
  const kinds = await listKindTerms(reader, campaignId);
  const all = await listSchemes(reader);
  const rules = await readRules(reader, campaignId);
  const found = kinds.flatMap(({ kind, schemeId }) => {
    const scheme = all.find(({ id }) => id === schemeId);
    return scheme ? [[kind, scheme] as const] : [];
  });
  const axes = findFeedbackPreset(rules.feedback.preset)?.axes ?? [];
  return { kinds, schemes: new Map(found), axes, rules };
}

async function readMotions(reader: Reader, rows: YearRows, heads: readonly MotionHead[], terms: Terms) {
  const parts = Map.groupBy(await readCaseRows(reader, rows), ({ head }) => head.motionId);
  const votes = Map.groupBy(await listVoteFacts(reader, rows), ({ motionId }) => motionId);
  const findDueOn = rememberDueDays();
  return heads.map(({ id, kind, betweenSessions, keyItem, state, proposers }): MotionFacts => {
    const ofCase = { ...terms, findDueOn, kind, proposers, scheme: terms.schemes.get(kind) };
    const cases = (parts.get(id) ?? []).map((part) => toCaseFacts(part, ofCase));
    return {
      id,
      kind,
      betweenSessions,
      keyItem,
      state,
      units: cases.filter(({ assigned }) => assigned).length,
      answering: cases.filter(({ assigned, role }) => assigned && role !== "joint").length,
      // Taken back without an objection: it never counted.
      cases: cases.filter(({ assigned, objections }) => assigned || objections > 0),
      votes: votes.get(id) ?? [],
    };
  });
}

export type YearFacts = Pick<Sheet, "motions" | "commitments"> & { readonly heads: readonly MotionHead[] };

/** Facts of a year, or of some of its motions, in the order of their numbers. */
export async function readFacts(reader: Reader, rows: YearRows, terms: Terms): Promise<YearFacts> {
  const heads = await listMotionHeads(reader, rows);
  const motions = await readMotions(reader, rows, heads, terms);
  const promised = await listCommitmentFacts(reader, rows);
  const kindOf = new Map(heads.map(({ id, kind }) => [id, kind]));
  const commitments = promised.flatMap(({ unitCode, motionId, ...row }) => {
    const kind = kindOf.get(motionId);
    return kind ? [{ ...row, motionId, kind, owner: unitCode }] : [];
  });
  return { heads, motions, commitments };
}

export function toFiled(kinds: Kinds): Sheet["filed"] {
  return kinds.map(({ kind, filed }) => ({ kind, count: filed }));
}

/** The facts of a year as they stand; undefined for a year without work. */
export async function findYearSheet(reader: Reader, year: number): Promise<YearSheet | undefined> {
  const campaign = await findCampaignOfYear(reader, year);
  if (!campaign) return undefined;
  const { kinds, ...terms } = await readTerms(reader, campaign.id);
  const { heads, motions, commitments } = await readFacts(reader, { campaignId: campaign.id }, terms);
  return {
    campaignId: campaign.id,
    sheet: { motions, commitments, filed: toFiled(kinds) },
    ...terms,
    heads: new Map(heads.map((head) => [head.id, head])),
  };
}

/** All indicators of a year, each once, whatever slice they are counted in. */
export function listYearIndicators({ sheet, schemes, axes, rules }: Terms & Pick<YearSheet, "sheet">): Indicator[] {
  const used = new Map([...schemes.values()].map((scheme) => [scheme.id, scheme]));
  const all = listIndicators({ axes, schemes: [...used.values()], followUpClasses: rules.followUp.classes });
  const hasLedger = listCases(sheet).some(({ ledgerOnly }) => ledgerOnly);
  return hasLedger ? all : all.filter(({ code }) => code !== FROM_LEDGER);
}
