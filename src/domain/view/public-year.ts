import { z } from "zod";
import { DisclosureGround } from "../disclosure/disclosure.ts";
import { MOTION_KINDS } from "../motion/kind.ts";
import { INDICATOR_GROUPS, INDICATOR_UNITS } from "../statistics/indicator.ts";

/**
 * What of a whole year is public beside the replies themselves: figures and the register. Part of THE PUBLIC PROJECTION
 * (`public-reply.ts`), by the same rules: counts, numbers of matters, units, grounds and days; no title, no person, no word.
 */
const PlainDate = z.iso.date();
const Count = z.int().min(0);

export const PublicIndicator = z.strictObject({
  code: z.string(),
  group: z.enum(INDICATOR_GROUPS),
  label: z.string(),
  unit: z.enum(INDICATOR_UNITS),
  definition: z.string(),
});
export type PublicIndicator = z.infer<typeof PublicIndicator>;

/** Base null: a plain count, or one that nobody has stated. */
const PublicFigure = z.strictObject({ code: z.string(), numerator: Count, base: Count.nullable() });
export type PublicFigure = z.infer<typeof PublicFigure>;

/** Of the classes that are not 已解决: how many of a year's had become it by a day. */
const PublicCohort = z.strictObject({
  kind: z.enum(MOTION_KINDS),
  schemeName: z.string(),
  classCode: z.string(),
  classLabel: z.string(),
  base: Count,
  points: z.array(z.strictObject({ on: PlainDate, numerator: Count })),
});
export type PublicCohort = z.infer<typeof PublicCohort>;

export const PublicFigures = z.strictObject({
  /** Day on which deadlines were read: the last on which something happened that is counted here. */
  asOf: PlainDate,
  indicators: z.array(PublicIndicator),
  /** All kinds together (null), then each. */
  slices: z.array(z.strictObject({ kind: z.enum(MOTION_KINDS).nullable(), figures: z.array(PublicFigure) })),
  units: z.array(z.strictObject({ unit: z.string(), figures: z.array(PublicFigure) })),
  cohorts: z.array(PublicCohort),
  /** 转化目标 of the year's rules, percent. */
  conversionTarget: z.number().nullable(),
});
export type PublicFigures = z.infer<typeof PublicFigures>;

/** How a reply that is owed stands before the public. */
export const STANDINGS = ["full", "summary", "redacted", "withheld", "withdrawn", "unpublished", "handling"] as const;

export const STANDING_LABELS: Readonly<Record<(typeof STANDINGS)[number], string>> = {
  full: "全文公开",
  summary: "摘要公开",
  redacted: "部分公开",
  withheld: "不公开",
  withdrawn: "公开后撤回",
  unpublished: "已答复，尚未公开",
  handling: "尚未答复",
};
const REGISTER_STATES = ["assigned", "merged", "transferred", "withdrawn"] as const;
export const REGISTER_STATE_LABELS: Readonly<Record<(typeof REGISTER_STATES)[number], string>> = {
  assigned: "已交办",
  merged: "并案",
  transferred: "转其他机关办理",
  withdrawn: "代表、委员撤回",
};

const PublicRegisterPart = z.strictObject({
  /** Code of the lead or separate unit. */
  unit: z.string(),
  standing: z.enum(STANDINGS),
  /** Of what is not public in full. */
  ground: DisclosureGround.nullable(),
  /** Of what is not answered yet: the year's day and the law's. */
  dueOn: PlainDate.nullable(),
  lawDueOn: PlainDate.nullable(),
  /** Places in `PublicFigures.indicators` of what counts this part. Of one that is not public only what this row says anyway. */
  counted: z.array(z.int().min(0)),
});
export type PublicRegisterPart = z.infer<typeof PublicRegisterPart>;

/** One number of the year, accounted for. */
export const PublicRegisterEntry = z.strictObject({
  id: z.string(),
  kind: z.enum(MOTION_KINDS),
  number: z.int().min(1),
  betweenSessions: z.boolean(),
  state: z.enum(REGISTER_STATES),
  /** Identity of the matter that it was merged into. */
  mergedInto: z.string().nullable(),
  parts: z.array(PublicRegisterPart),
  /** As of a part, of what counts the matter as a whole. */
  counted: z.array(z.int().min(0)),
});
export type PublicRegisterEntry = z.infer<typeof PublicRegisterEntry>;

/** A year as the public may know it beside its matters. */
export type PublicYear = { readonly figures: PublicFigures; readonly register: readonly PublicRegisterEntry[] };
