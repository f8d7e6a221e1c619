/** 登记, 预交办, 正式交办, and the ways in which a motion leaves the government's hands. */
export const MOTION_STATES = ["filed", "pre_assigned", "assigned", "merged", "transferred", "withdrawn"] as const;
export type MotionState = (typeof MOTION_STATES)[number];

export const MOTION_STATE_LABELS: Readonly<Record<MotionState, string>> = {
  filed: "已登记",
  pre_assigned: "预交办",
  assigned: "已交办",
  merged: "已并案",
  transferred: "已转办",
  withdrawn: "已撤回",
};

/** A unit's word on an assignment: a comment while it is only proposed, an objection (异议、退回) once it is made. */
export const OBJECTION_KINDS = ["comment", "objection"] as const;
export const OBJECTION_DECISIONS = ["upheld", "refused"] as const;
/** 分管领导, 联络员, 承办人. */
export const PERSON_DUTIES = ["leader", "liaison", "handler"] as const;

export const DUTY_LABELS: Readonly<Record<(typeof PERSON_DUTIES)[number], string>> = {
  leader: "分管领导",
  liaison: "联络员",
  handler: "承办人",
};
