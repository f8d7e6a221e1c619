import type { CampaignView } from "#db/reads/campaign-list.ts";
import type { MotionLine } from "#db/reads/motion-lines.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { motionNumberLabel, motionPath } from "#domain/motion/number.ts";
import type { Outcome } from "#domain/scheme/outcome.ts";
import type { Scheme, SchemeClass } from "#domain/scheme/scheme.ts";
import type { CaseFacts, MotionFacts, Sheet } from "#domain/statistics/facts.ts";
import { latestClassOf, schemeCode } from "#domain/statistics/outcome-indicators.ts";
import type { CitedMatter, SummaryFacts } from "#domain/summary/facts.ts";
import type { ClassFigure } from "#domain/summary/pieces.ts";
import { citeAll, citeNumbers, tellClasses } from "#domain/summary/pieces.ts";
import type { YearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";

export type PieceSource = {
  readonly facts: SummaryFacts;
  readonly read: YearSheet;
  readonly sheet: Sheet;
  readonly lines: ReadonlyMap<string, MotionLine>;
  /** Short names by code. */
  readonly units: ReadonlyMap<string, string>;
  readonly campaign: CampaignView;
  readonly site: string;
};

type Cited = CitedMatter & { readonly latest: SchemeClass | undefined; readonly keyItem: boolean };

const OPEN_ENDED: readonly Outcome[] = ["deferred", "infeasible", "reference"];
const MOST_EXAMPLES = 6;

/** 市工商业联合会, 民盟云川市委: a body files as itself, not as 代表 or 委员. */
const BODY = /.{4,}[会委局党盟组院社团界]$/u;

/** 卢子代表, 卢子等代表: only where the year makes names public. */
function toFiler({ motion, proposers }: MotionLine, { namesPublic }: CampaignView): string | null {
  const [first] = proposers;
  if (!namesPublic || motion.confidential || first === undefined) return null;
  return `${first}${motion.proposerCount > 1 ? "等" : ""}${BODY.test(first) ? "" : KIND_WORDS[motion.kind].filer}`;
}

function toCited(motion: MotionFacts, part: CaseFacts, source: PieceSource): Cited | undefined {
  const line = source.lines.get(motion.id);
  if (!line) return undefined;
  const latest = latestClassOf(part);
  return {
    numberLabel: motionNumberLabel(line.motion),
    kindLabel: KIND_WORDS[motion.kind].label,
    title: line.motion.title,
    filer: toFiler(line, source.campaign),
    unitName: source.units.get(part.unit) ?? "",
    classLabel: latest ? `${latest.code}类（${latest.label}）` : null,
    href: `${source.site}${motionPath(source.campaign.year, motion.kind, line.motion)}`,
    latest,
    keyItem: motion.keyItem,
  };
}

/** 建议 before 提案, items of the session before those between sessions, then by number. */
function orderOf({ id, kind, betweenSessions }: MotionFacts, { lines }: PieceSource): string {
  const number = lines.get(id)?.motion.number ?? 0;
  return `${MOTION_KINDS.indexOf(kind)}${betweenSessions ? 1 : 0}${String(number).padStart(5, "0")}`;
}

/** Matters whose reply is public: the others may not be named in a text that goes out. Each once, by number. */
function listCited(source: PieceSource): Cited[] {
  const motions = source.sheet.motions.toSorted((a, b) => (orderOf(a, source) < orderOf(b, source) ? -1 : 1));
  return motions.flatMap((motion) => {
    const part = motion.cases.find(({ role, publication }) => role !== "joint" && publication === "published");
    return (part && toCited(motion, part, source)) ?? [];
  });
}

/** The classes of the year, where all that is counted goes by one scheme (domain §1.4). */
function listClassFigures({ read, sheet }: PieceSource): ClassFigure[] {
  const kinds = new Set(sheet.motions.map(({ kind }) => kind));
  const used = [...read.schemes].flatMap(([kind, scheme]): Scheme[] => (kinds.has(kind) ? [scheme] : []));
  const [scheme] = used;
  if (!scheme || used.some(({ id }) => id !== scheme.id)) return [];
  return scheme.classes.map(({ code, label }, index) => ({
    code,
    label,
    figure: `all.${schemeCode(`class_${index + 1}`, scheme)}`,
  }));
}

function isOpenEnded({ canonical }: SchemeClass): boolean {
  return canonical.every((outcome) => OPEN_ENDED.includes(outcome));
}

export function toPieces(source: PieceSource): Pick<SummaryFacts, "pieces" | "examples"> {
  const cited = listCited(source);
  const where = (test: (item: SchemeClass) => boolean) =>
    cited.filter(({ latest }) => latest !== undefined && test(latest));
  const resolved = where(({ countsAsResolved }) => countsAsResolved);
  const open = where((item) => !item.countsAsResolved && isOpenEnded(item));
  const moving = where((item) => !item.countsAsResolved && !isOpenEnded(item));
  const worth = [...cited.filter(({ keyItem }) => keyItem), ...resolved.filter(({ keyItem }) => !keyItem)];
  return {
    pieces: {
      lead: citeAll(cited),
      resolved: citeNumbers(resolved),
      moving: citeNumbers(moving),
      open: citeNumbers(open),
      classes: tellClasses(listClassFigures(source), source.facts),
    },
    examples: worth.slice(0, MOST_EXAMPLES),
  };
}
