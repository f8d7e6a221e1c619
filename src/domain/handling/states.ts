/**
 * States as past participles, labels as users read them (design §5).
 * An edition of a letter walks draft → submitted → approved → final; its assignment follows the first edition.
 * Publication is a small machine of its own.
 */
export const ASSIGNMENT_STATES = [
  "assigned",
  "signed",
  "handling",
  "submitted",
  "approved",
  "replied",
  "closed",
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export const STATE_LABELS: Readonly<Record<AssignmentState, string>> = {
  assigned: "待签收",
  signed: "已签收",
  handling: "办理中",
  submitted: "办公室审核",
  approved: "校稿定稿",
  replied: "已答复",
  closed: "已办结",
};

export const EDITION_STATES = ["draft", "submitted", "approved", "final"] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export const EDITION_LABELS: Readonly<Record<EditionState, string>> = {
  draft: "拟稿",
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
  submitted: "submitted",
  approved: "approved",
  final: "replied",
};
