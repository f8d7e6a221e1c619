import type { MotionLine } from "#db/reads/motion-lines.ts";
import { toJointText } from "#domain/motion/joint-text.ts";
import type { AllocationLine } from "#exchange/write/tables/allocation-table.ts";

/** A motion as a table prints it: who joined in the printed words where there are any, or else by name. */
export function toAllocationLine({ motion, proposers, units }: MotionLine): AllocationLine {
  const [proposer = ""] = proposers;
  const { number, betweenSessions, title, category, leader, supervisor, keyItem, dueOn } = motion;
  return {
    number,
    betweenSessions,
    title,
    proposer,
    jointText: toJointText({ ...motion, proposers }),
    group: motion.filerGroup,
    category,
    leadUnits: units.filter(({ isJoint }) => !isJoint).map(({ name }) => name),
    coUnits: units.filter(({ isJoint }) => isJoint).map(({ name }) => name),
    leader,
    supervisor,
    keyItem,
    dueOn,
  };
}
