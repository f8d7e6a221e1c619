import type { AllocatedMotion } from "#db/reads/motions.ts";
import type { AllocationRows } from "#db/writes/motions.ts";
import type { AllocationRow, RowFinding } from "#exchange/allocation/allocation-row.ts";
import type { AssignmentRole } from "#domain/motion/campaign.ts";
import type { MotionState } from "#domain/assignment/motion-state.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { motionId, motionNumberLabel } from "#domain/motion/number.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import { toUnitMatcher } from "#domain/unit/match-unit.ts";
import { nearestUnits } from "#domain/unit/nearest-units.ts";
import type { UnitPeriod } from "#domain/unit/unit-ended.ts";
import { findEndedFault } from "#domain/unit/unit-ended.ts";
import { toJointText } from "#domain/motion/joint-text.ts";
import { toOptionalText, toPersonName } from "#exchange/allocation/cell-text.ts";
import { canonicalJson, hashOf } from "../hash.ts";

export type AllocationFacts = {
  readonly campaignId: string;
  readonly year: number;
  readonly kind: MotionKind;
  readonly sittingId: string;
  readonly assignedOn: string;
  /** 预交办: the units are proposed, and no clock of an answer runs. */
  readonly preAssign: boolean;
  /** The table says the day itself; otherwise what is there keeps its own. */
  readonly dayStated: boolean;
  /** For rows that name no day; null where the holiday calendar cannot tell. */
  readonly replyDueOn: string | null;
  readonly units: readonly UnitNames[];
  /** Those of the register that have an end, by code. */
  readonly ended: ReadonlyMap<string, UnitPeriod>;
  readonly existing: readonly AllocatedMotion[];
};

/** One row of the table that is new, or that changes what is there (`before`). */
export type PlannedMotion = {
  readonly row: number;
  readonly next: AllocationRows;
  readonly before: AllocatedMotion | null;
};

export type AllocationPlan = {
  readonly added: PlannedMotion[];
  readonly changed: PlannedMotion[];
  readonly unchanged: number;
  /** Registered in this campaign and not in the table: left as they are, and named. */
  readonly missing: AllocatedMotion[];
  readonly rejected: RowFinding[];
};

/** 甲、乙等5人: the number counts those who joined; otherwise the names do. The lead is one more. */
function countProposers(row: AllocationRow): number {
  const stated = /等\s*(\d+)\s*[人名位]/.exec(row.jointText?.normalize("NFKC") ?? "");
  return 1 + (stated ? Number(stated[1]) : (row.jointNames?.length ?? 0));
}

function toRows(
  row: AllocationRow,
  facts: AllocationFacts,
  { id, codes, before }: { id: string; codes: ReadonlyMap<string, string>; before: AllocatedMotion | undefined },
): AllocationRows {
  const { campaignId, kind, sittingId } = facts;
  const { preAssign } = facts;
  const state = preAssign ? ("pre_assigned" as const) : ("assigned" as const);
  const keepsDay = !facts.dayStated && before?.motion.state === state;
  const assignedOn = keepsDay ? before.motion.assignedOn : facts.assignedOn;
  // A day that was once said stays, whatever became of the rules since.
  const dueOn = preAssign ? null : (row.dueOn ?? before?.motion.dueOn ?? facts.replyDueOn);
  const leadRole: AssignmentRole = row.leadUnits.length > 1 ? "separate" : "lead";
  const parts = [
    ...row.leadUnits.map((name) => ({ name, role: leadRole })),
    ...row.coUnits.map((name) => ({ name, role: "joint" as const })),
  ];
  return {
    motion: {
      id,
      campaignId,
      kind,
      sittingId,
      state,
      assignedOn,
      betweenSessions: row.betweenSessions,
      number: row.number,
      title: row.title,
      category: row.category,
      filerGroup: row.group,
      jointText: row.jointText,
      proposerCount: countProposers(row),
      keyItem: row.keyItem,
      leader: row.leader,
      supervisor: row.supervisor,
      dueOn,
    },
    proposers: [row.proposer, ...(row.jointNames ?? [])],
    assignments: parts.map(({ name, role }, position) => {
      const unitCode = codes.get(name) ?? "";
      return { id: `${id}.${unitCode}`, unitCode, role, position, state, dueOn };
    }),
  };
}

/**
 * What a table prints of a motion, in one form for what is there and for what the table says: a table that was exported
 * changes nothing when it is imported again.
 */
function digest({ motion, proposers, assignments }: AllocationRows | AllocatedMotion): string {
  const { title, category, filerGroup, leader, supervisor, dueOn, proposerCount, keyItem, assignedOn } = motion;
  const joint = toJointText({ jointText: motion.jointText ?? null, proposers, proposerCount });
  const words = [category, filerGroup, joint, leader, supervisor].map((item) => toPrinted(item ?? null));
  const parts = assignments.filter(({ state }) => state !== "withdrawn");
  const units = [false, true].map((isJoint) =>
    parts.filter(({ role }) => (role === "joint") === isJoint).map(({ unitCode }) => unitCode),
  );
  const [proposer = ""] = proposers;
  const { state = "assigned" } = motion;
  const stage = isUndealt(state) ? state : "assigned";
  const facts = [toPrinted(title), words, dueOn ?? null, assignedOn, keyItem, toPrinted(proposer), units];
  return canonicalJson([...facts, stage]);
}

/** As a cell of a table is read. */
function toPrinted(text: string | null): string | null {
  return text === null ? null : toOptionalText(toPersonName(text));
}

const isUndealt = (state: MotionState): boolean => state === "filed" || state === "pre_assigned";

/** A table deals out what was filed or proposed; what was dealt out goes back to 预交办 by no table. */
function mayBecome(before: MotionState, next: MotionState | undefined): boolean {
  return isUndealt(before) || (before === "assigned" && next === "assigned");
}

function findConflict(row: AllocationRow, next: AllocationRows, before: AllocatedMotion): RowFinding | undefined {
  const kept = new Set(next.assignments.map((part) => part.id));
  const takesAway = before.bound.some((id) => !kept.has(id));
  if (!before.hasReply && !takesAway && mayBecome(before.motion.state, next.motion.state)) return undefined;
  const label = motionNumberLabel(row);
  if (next.motion.state === "pre_assigned" && before.motion.state === "assigned") {
    const message = `第 ${row.row} 行：${label}已经正式交办，不能再预交办。`;
    return { row: row.row, code: "already_assigned", message };
  }
  const message =
    before.motion.title === next.motion.title
      ? `第 ${row.row} 行：${label}已开始办理，不能再用分配表改动，请在台账中逐件调整。`
      : `第 ${row.row} 行：${label}已登记为《${before.motion.title}》并已开始办理，与表中《${next.motion.title}》不同。请核对年度和编号。`;
  return { row: row.row, code: "already_in_handling", message };
}

function matchUnits(row: AllocationRow, match: (name: string) => UnitNames | undefined, units: readonly UnitNames[]) {
  const codes = new Map<string, string>();
  const rejected: RowFinding[] = [];
  const say = (code: string, message: string) => rejected.push({ row: row.row, code, message });
  for (const name of [...row.leadUnits, ...row.coUnits]) {
    const unit = match(name);
    if (!unit) {
      const near = nearestUnits(name, units).map((item) => item.shortName);
      const hint = near.length > 0 ? `是否为${near.join("、")}？` : "";
      say("unknown_unit", `第 ${row.row} 行：单位“${name}”不在单位名录中。${hint}请改正名称，或先登记该单位。`);
    } else if ([...codes.values()].includes(unit.code)) {
      say(
        "unit_twice",
        `第 ${row.row} 行：“${unit.shortName}”出现了两次，一个单位在一件中只能承担一种职责。请核对主办、协办单位。`,
      );
    } else {
      codes.set(name, unit.code);
    }
  }
  return { codes, rejected };
}

/** A unit that had ended keeps what it was given before, and is given nothing new. */
function findEnded(
  { row }: AllocationRow,
  { motion, assignments }: AllocationRows,
  before: AllocatedMotion | null,
  { ended }: AllocationFacts,
): RowFinding[] {
  const had = new Set(before?.assignments.map(({ unitCode }) => unitCode));
  return assignments.flatMap(({ unitCode }) => {
    const unit = had.has(unitCode) ? undefined : ended.get(unitCode);
    const fault = unit && findEndedFault(unit, motion.assignedOn);
    return fault ? [{ row, code: "unit_ended", message: `第 ${row} 行：${fault}。` }] : [];
  });
}

/** What the table would change, row by row; nothing is written here. */
export function planAllocation(rows: readonly AllocationRow[], facts: AllocationFacts): AllocationPlan {
  const plan = { added: [], changed: [], unchanged: 0, missing: [], rejected: [] } as AllocationPlan & {
    unchanged: number;
  };
  const match = toUnitMatcher(facts.units);
  const existing = new Map(facts.existing.map((item) => [item.motion.id, item]));
  const inTable = new Set<string>();
  for (const row of rows) {
    const id = motionId(facts.year, facts.kind, row);
    inTable.add(id);
    const { codes, rejected } = matchUnits(row, match, facts.units);
    plan.rejected.push(...rejected);
    if (rejected.length > 0) continue;
    const before = existing.get(id) ?? null;
    const next = toRows(row, facts, { id, codes, before: before ?? undefined });
    const gone = findEnded(row, next, before, facts);
    plan.rejected.push(...gone);
    if (gone.length > 0) continue;
    if (before === null) {
      plan.added.push({ row: row.row, next, before });
    } else if (digest(before) === digest(next)) {
      plan.unchanged++;
    } else {
      const conflict = findConflict(row, next, before);
      if (conflict) plan.rejected.push(conflict);
      else plan.changed.push({ row: row.row, next, before });
    }
  }
  plan.missing.push(...facts.existing.filter(({ motion }) => !inTable.has(motion.id)));
  return plan;
}

/**
 * One hash for a plan: the file, the way it was read, and the difference to what is there. Two plans of one hash
 * change the same things in the same way, so a commit can be held to the dry run before it.
 */
export function planHash(reading: unknown, { added, changed, unchanged, missing, rejected }: AllocationPlan): string {
  const digests = [...added, ...changed].map(({ row, next, before }) => [row, digest(next), before && digest(before)]);
  return hashOf([reading, digests, unchanged, missing.map(({ motion }) => motion.id), rejected]);
}
