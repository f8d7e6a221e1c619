import type { AllocatedMotion } from "#db/reads/motions.ts";
import type { AllocationRows } from "#db/writes/motions.ts";
import { COLUMN_WORDS } from "#exchange/allocation/columns.ts";
import type { AllocationField } from "#exchange/allocation/columns.ts";
import { MOTION_STATE_LABELS } from "#domain/assignment/motion-state.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import type { AllocationPlan, PlannedMotion } from "./plan-allocation.ts";

/** Both sides as the table prints them; "" where there is nothing. */
export type FieldChange = {
  readonly field: AllocationField | "assignedOn" | "stage";
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

export type MotionName = { readonly id: string; readonly label: string; readonly title: string };

/** What an import changes, matter by matter. */
export type AllocationDifference = {
  readonly added: readonly (MotionName & { readonly row: number })[];
  readonly changed: readonly (MotionName & { readonly row: number; readonly fields: readonly FieldChange[] })[];
  readonly missing: readonly MotionName[];
  readonly unchanged: number;
};

type Side = AllocationRows | AllocatedMotion;
type Printed = Readonly<Record<FieldChange["field"], string>>;

function nameOf({ motion }: Side): MotionName {
  return { id: motion.id, label: motionNumberLabel(motion), title: motion.title };
}

function unitsOf({ assignments }: Side, isJoint: boolean, names: ReadonlyMap<string, string>): string {
  return assignments
    .filter(({ role, state }) => (role === "joint") === isJoint && state !== "withdrawn")
    .map(({ unitCode }) => names.get(unitCode) ?? unitCode)
    .join("、");
}

function print(side: Side, names: ReadonlyMap<string, string>): Printed {
  const { motion, proposers } = side;
  return {
    number: motionNumberLabel(motion),
    title: motion.title,
    proposer: proposers[0] ?? "",
    jointText: motion.jointText ?? proposers.slice(1).join("、"),
    group: motion.filerGroup ?? "",
    category: motion.category ?? "",
    leadUnits: unitsOf(side, false, names),
    coUnits: unitsOf(side, true, names),
    leader: motion.leader ?? "",
    supervisor: motion.supervisor ?? "",
    keyItem: motion.keyItem ? "是" : "否",
    dueOn: motion.dueOn ?? "",
    assignedOn: motion.assignedOn,
    stage: motion.state === undefined ? "" : MOTION_STATE_LABELS[motion.state],
  };
}

const FIELDS: readonly FieldChange["field"][] = [
  "title",
  "proposer",
  "jointText",
  "group",
  "category",
  "leadUnits",
  "coUnits",
  "leader",
  "supervisor",
  "keyItem",
  "dueOn",
  "assignedOn",
  "stage",
];

const OWN_LABELS = { assignedOn: "交办日期", stage: "办理阶段" } as const;

function labelOf(field: FieldChange["field"]): string {
  return field === "assignedOn" || field === "stage" ? OWN_LABELS[field] : COLUMN_WORDS[field].aliases[0];
}

function changesOf({ next, before }: PlannedMotion, names: ReadonlyMap<string, string>): FieldChange[] {
  if (!before) return [];
  const [old, now] = [print(before, names), print(next, names)];
  return FIELDS.filter((field) => old[field] !== now[field]).map((field) => ({
    field,
    label: labelOf(field),
    before: old[field],
    after: now[field],
  }));
}

/** The plan in the words of the table. */
export function describeDifference(plan: AllocationPlan, units: readonly UnitNames[]): AllocationDifference {
  const names = new Map(units.map(({ code, shortName }) => [code, shortName]));
  return {
    added: plan.added.map(({ row, next }) => ({ ...nameOf(next), row })),
    changed: plan.changed.map((planned) => ({
      ...nameOf(planned.next),
      row: planned.row,
      fields: changesOf(planned, names),
    })),
    missing: plan.missing.map(nameOf),
    unchanged: plan.unchanged,
  };
}
