import type { MotionLine } from "#db/reads/motion-lines.ts";
import { readMotionLines } from "#db/reads/motion-lines.ts";
import { listCampaignViews } from "#db/reads/campaign-list.ts";
import type { CampaignView } from "#db/reads/campaign-list.ts";
import { readSettings } from "#db/reads/settings.ts";
import { listTopicNames } from "#db/reads/summaries.ts";
import { listUnits } from "#db/reads/units.ts";
import type { UnitRow } from "#db/reads/units.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { toFigures } from "#domain/statistics/figure.ts";
import type { Sheet } from "#domain/statistics/facts.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import type { SummaryFacts } from "#domain/summary/facts.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { listYearIndicators } from "#db/reads/year-sheet/find-year-sheet.ts";
import { toOwnFilter } from "../statistics/read-indicators.ts";
import type { YearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";
import { readYearSheet } from "../statistics/read-sheet.ts";
import { toPieces } from "./summary-pieces.ts";

/** What a 总结 is about; `site`: origin and base path, where its links lead. */
export type SummaryScope = {
  readonly campaignId: string;
  readonly unit: string | null;
  readonly kind: MotionKind | null;
  readonly site: string;
};

/** 93.06%, 100%: two decimals where they say something. */
function toPrintedPercent(percent: string): string {
  return `${percent.replace(/\.00$/, "")}%`;
}

/** Each figure under its code, its base with /, its rate with %. What has no base has no rate, and no sentence. */
function toFigureTexts(read: YearSheet, sheet: Sheet, today: string): Map<string, string> {
  const texts = new Map<string, string>();
  // What the office states of the city is no figure of a unit.
  const counted = listYearIndicators(read).filter(({ over }) => over !== "filed" || sheet.filed.length > 0);
  for (const { code, numerator, base, percent } of toFigures(counted, sheet, today)) {
    texts.set(`all.${code}`, String(numerator));
    if (base !== null) texts.set(`all.${code}/`, String(base));
    if (percent !== null) texts.set(`all.${code}%`, toPrintedPercent(percent));
  }
  return texts;
}

/** The axis by which satisfaction is told: the result, or the only one there is. */
function findAxis({ axes }: YearSheet) {
  const judged = axes.filter(({ values }) => values.some(({ attitude }) => attitude !== null));
  return judged.find(({ code }) => code === "result") ?? judged[0];
}

const MOST_TOPICS = 8;

async function toWords(
  ctx: Context,
  {
    campaign,
    unit,
    kind,
    read,
    sheet,
  }: {
    readonly campaign: CampaignView;
    readonly unit: UnitRow | undefined;
    readonly kind: MotionKind | null;
    readonly read: YearSheet;
    readonly sheet: Sheet;
  },
): Promise<SummaryFacts["words"]> {
  const present = campaign.kinds.filter((item) => kind === null || item.kind === kind);
  const axis = findAxis(read);
  const topics = await listTopicNames(
    ctx.db,
    sheet.motions.map(({ id }) => id),
  );
  return {
    year: String(campaign.year),
    government: `${(await readSettings(ctx.db)).city}人民政府`,
    unit: unit?.fullName ?? null,
    kinds: present.map((item) => KIND_WORDS[item.kind].longLabel).join("和"),
    sitting: present.length === 1 ? (present[0]?.sittingName ?? null) : null,
    joint: read.rules.jointWord,
    axis: axis?.label ?? null,
    axisCode: axis?.code ?? null,
    topics:
      topics.length === 0
        ? null
        : `${topics.slice(0, MOST_TOPICS).join("、")}${topics.length > MOST_TOPICS ? "等" : "等方面"}`,
  };
}

async function getUnit(ctx: Context, code: string | null): Promise<UnitRow | undefined> {
  if (code === null) return undefined;
  const unit = (await listUnits(ctx.db)).find((item) => item.code === code);
  if (!unit) throw new NotFound("这个单位");
  return unit;
}

async function readLines(ctx: Context, ids: readonly string[]): Promise<Map<string, MotionLine>> {
  const lines = new Map<string, MotionLine>();
  for (let at = 0; at < ids.length; at += 200) {
    for (const [id, line] of await readMotionLines(ctx.db, ids.slice(at, at + 200))) lines.set(id, line);
  }
  return lines;
}

/** Everything that a 总结 may say of a year, as it stands today. Throws NotFound for a year or unit that is not there. */
export async function readSummaryFacts(ctx: Context, scope: SummaryScope): Promise<SummaryFacts> {
  const campaign = (await listCampaignViews(ctx.db)).find(({ id }) => id === scope.campaignId);
  if (!campaign) throw new NotFound("这个年度");
  const unit = await getUnit(ctx, scope.unit);
  const read = await readYearSheet(ctx.db, campaign.year);
  const filter = toOwnFilter(ctx, { unit: scope.unit ?? undefined, kind: scope.kind ?? undefined });
  if (!filter) throw new NotFound("这个单位");
  const sheet = sliceSheet(read.sheet, filter);
  const asOf = shanghaiDate(ctx.now());
  const lines = await readLines(
    ctx,
    sheet.motions.map(({ id }) => id),
  );
  const facts: SummaryFacts = {
    words: await toWords(ctx, { campaign, unit, kind: scope.kind, read, sheet }),
    figures: toFigureTexts(read, sheet, asOf),
    asOf,
    yearAddress: `${scope.site}/${campaign.year}/`,
    pieces: {},
    examples: [],
  };
  const units = new Map((await listUnits(ctx.db)).map(({ code, shortName }) => [code, shortName]));
  return { ...facts, ...toPieces({ facts, read, sheet, lines, units, campaign, site: scope.site }) };
}
