import type { AllocatedMotion } from "#db/reads/motions.ts";
import type { AllocationRows } from "#db/writes/motions.ts";
import type { AllocationRow, RowFinding } from "#exchange/allocation/allocation-row.ts";
import type { AssignmentRole } from "#domain/motion/campaign.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { motionId, motionNumberLabel } from "#domain/motion/number.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import { toUnitMatcher } from "#domain/unit/match-unit.ts";
import { nearestUnits } from "#domain/unit/nearest-units.ts";
import { canonicalJson } from "../hash.ts";

export type AllocationFacts = {
  readonly campaignId: string;
  readonly year: number;
  readonly kind: MotionKind;
  readonly sittingId: string;
  readonly assignedOn: string;
  readonly units: readonly UnitNames[];
  readonly existing: readonly AllocatedMotion[];
};

export type AllocationPlan = {
  readonly added: AllocationRows[];
  readonly changed: AllocationRows[];
  readonly unchanged: number;
  readonly rejected: RowFinding[];
};

/** 甲、乙等5人: the number counts those who joined; otherwise the names do. The lead is one more. */
function countProposers(row: AllocationRow): number {
  const stated = /等\s*(\d+)\s*[人名位]/.exec(row.jointText?.normalize("NFKC") ?? "");
  return 1 + (stated ? Number(stated[1]) : (row.jointNames?.length ?? 0));
}

function toRows(row: AllocationRow, facts: AllocationFacts, codes: ReadonlyMap<string, string>): AllocationRows {
  const { campaignId, year, kind, sittingId, assignedOn } = facts;
  const id = motionId(year, kind, row);
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
      dueOn: row.dueOn,
    },
    proposers: [row.proposer, ...(row.jointNames ?? [])],
    assignments: parts.map(({ name, role }, position) => {
      const unitCode = codes.get(name) ?? "";
      return { id: `${id}.${unitCode}`, unitCode, role, position, state: "assigned" as const, dueOn: row.dueOn };
    }),
  };
}

/** The content of a row, in one form for what is there and for what the table says. */
function digest({ motion, proposers, assignments }: AllocationRows): string {
  const { category, filerGroup, jointText, leader, supervisor, dueOn, proposerCount, keyItem, title, assignedOn } =
    motion;
  const words = [title, category, filerGroup, jointText, leader, supervisor, dueOn].map((item) => item ?? null);
  const parts = assignments.map(({ unitCode, role, dueOn: due }) => [unitCode, role, due ?? null]);
  return canonicalJson([words, assignedOn, proposerCount, keyItem, proposers, parts]);
}

function findConflict(row: AllocationRow, next: AllocationRows, before: AllocatedMotion): RowFinding | undefined {
  const kept = new Set(next.assignments.map((part) => part.id));
  const takesAway = before.bound.some((id) => !kept.has(id));
  if (!before.hasReply && !takesAway && before.motion.state === "assigned") return undefined;
  const label = motionNumberLabel(row);
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

/** What the table would change, row by row; nothing is written here. */
export function planAllocation(rows: readonly AllocationRow[], facts: AllocationFacts): AllocationPlan {
  const plan: AllocationPlan & { unchanged: number } = { added: [], changed: [], unchanged: 0, rejected: [] };
  const match = toUnitMatcher(facts.units);
  const existing = new Map(facts.existing.map((item) => [item.motion.id, item]));
  for (const row of rows) {
    const { codes, rejected } = matchUnits(row, match, facts.units);
    plan.rejected.push(...rejected);
    if (rejected.length > 0) continue;
    const next = toRows(row, facts, codes);
    const before = existing.get(next.motion.id);
    if (!before) {
      plan.added.push(next);
    } else if (digest(before) === digest(next)) {
      plan.unchanged++;
    } else {
      const conflict = findConflict(row, next, before);
      if (conflict) plan.rejected.push(conflict);
      else plan.changed.push(next);
    }
  }
  return plan;
}
