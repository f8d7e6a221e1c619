import type { MotionKind } from "../motion/kind.ts";
import { KIND_WORDS } from "../motion/kind.ts";
import type { BODIES } from "../motion/campaign.ts";
import type { CaseFacts, Sheet } from "./facts.ts";
import { latestClassOf } from "./outcome-indicators.ts";

type Body = (typeof BODIES)[number];

/** A part of a year. `class` is the class as it stands now. */
export type SliceFilter = {
  readonly kind?: MotionKind | undefined;
  readonly body?: Body | undefined;
  readonly unit?: string | undefined;
  readonly class?: string | undefined;
};

function isOfKind({ kind: wanted, body }: SliceFilter, kind: MotionKind): boolean {
  return (wanted === undefined || wanted === kind) && (body === undefined || body === KIND_WORDS[kind].body);
}

function isOfCase({ unit, class: code }: SliceFilter, row: CaseFacts): boolean {
  return (unit === undefined || row.unit === unit) && (code === undefined || latestClassOf(row)?.code === code);
}

/**
 * The rows of a slice. A unit's promises are those that it has to keep, whoever wrote the letter; what the office states of
 * the whole city belongs to no unit and no class.
 */
export function sliceSheet(sheet: Sheet, filter: SliceFilter): Sheet {
  const { unit, class: code } = filter;
  const narrow = unit !== undefined || code !== undefined;
  const motions = sheet.motions
    .filter(({ kind }) => isOfKind(filter, kind))
    .map((motion) => (narrow ? { ...motion, cases: motion.cases.filter((row) => isOfCase(filter, row)) } : motion))
    .filter(({ cases }) => !narrow || cases.length > 0);
  const classed = new Set(motions.flatMap(({ cases }) => cases.map(({ id }) => id)));
  const commitments = sheet.commitments.filter(
    ({ kind, owner, assignmentId }) =>
      isOfKind(filter, kind) &&
      (unit === undefined || owner === unit) &&
      (code === undefined || classed.has(assignmentId)),
  );
  return { motions, commitments, filed: narrow ? [] : sheet.filed.filter(({ kind }) => isOfKind(filter, kind)) };
}
