/**
 * States as past participles, labels as users read them (design §5).
 * An edition of a letter walks draft → submitted → approved → final; its assignment follows the first edition.
 * Publication is a small machine of its own.
 */
export const ASSIGNMENT_STATES = [
  "pre_assigned",
  "assigned",
  "objected",
  "signed",
  "handling",
  "unit_review",
  "submitted",
  "approved",
  "replied",
  "closed",
  "withdrawn",
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export const STATE_LABELS: Readonly<Record<AssignmentState, string>> = {
  pre_assigned: "预交办",
  assigned: "待签收",
  objected: "异议中",
  signed: "已签收",
  handling: "办理中",
  unit_review: "单位审签",
  submitted: "办公室审核",
  approved: "校稿定稿",
  replied: "已答复",
  closed: "已办结",
  withdrawn: "已撤回",
};

export const EDITION_STATES = ["draft", "unit_review", "submitted", "approved", "final"] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export const EDITION_LABELS: Readonly<Record<EditionState, string>> = {
  draft: "拟稿",
  unit_review: "单位审签",
  submitted: "已报送，待审核",
  approved: "审核通过，待定稿",
  final: "已定稿",
};

export const PUBLICATION_STATES = ["unpublished", "published", "withheld", "withdrawn"] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export const PUBLICATION_LABELS: Readonly<Record<PublicationState, string>> = {
  unpublished: "未公开",
  published: "已公开",
  withheld: "不公开",
  withdrawn: "已撤回",
};

/** The state of the assignment while its first edition stands thus. */
export const ASSIGNMENT_STATE_OF: Readonly<Record<EditionState, AssignmentState>> = {
  draft: "handling",
  unit_review: "unit_review",
  submitted: "submitted",
  approved: "approved",
  final: "replied",
};
