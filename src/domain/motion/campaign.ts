/** 年度办理工作. Preparing: nothing handed out; open: in handling; closed: only follow-ups go on. */
export const CAMPAIGN_STATES = ["preparing", "open", "closed"] as const;
export const BODIES = ["npc", "cppcc"] as const;
/** 主办或独办, 分办, 会办（协办）. */
export const ASSIGNMENT_ROLES = ["lead", "separate", "joint"] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];
export const ROLE_LABELS: Readonly<Record<AssignmentRole, string>> = { lead: "主办", separate: "分办", joint: "会办" };
