/** 满意, 基本满意, 不满意: the scale of both axes in most places; presets may word it otherwise. */
export const ATTITUDES = ["satisfied", "basically_satisfied", "dissatisfied"] as const;
export type Attitude = (typeof ATTITUDES)[number];
export const FEEDBACK_SOURCES = ["office", "link"] as const;
export const CONSENTS = ["yes", "no", "not_asked"] as const;
