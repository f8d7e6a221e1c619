/** 五个一: 一次电话, 一封信（邮）件, 一次面商, 一次现场, 一次会议. */
export const CONTACT_KINDS = ["call", "letter", "meeting", "visit", "conference"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
export const CONTACT_LABELS: Readonly<Record<ContactKind, string>> = {
  call: "电话",
  letter: "信函邮件",
  meeting: "面商",
  visit: "走访现场",
  conference: "座谈会议",
};

/** 办前, 办中, 办后. */
export const CONTACT_PHASES = ["before", "during", "after"] as const;
export const OPINION_STATES = ["asked", "given", "waived"] as const;
export const DECISIONS = ["granted", "refused"] as const;

export const PHASE_LABELS: Readonly<Record<(typeof CONTACT_PHASES)[number], string>> = {
  before: "办前",
  during: "办中",
  after: "办后",
};
export const OPINION_LABELS: Readonly<Record<(typeof OPINION_STATES)[number], string>> = {
  asked: "已征求",
  given: "已提出",
  waived: "免予提出",
};
