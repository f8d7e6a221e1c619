import type { Role } from "./actor.ts";
import type { EditionState, PublicationState } from "./states.ts";

export const VERBS = [
  "draft",
  "propose",
  "submit",
  "return",
  "approve",
  "finalise",
  "publish",
  "correct",
  "withdraw",
] as const;
export type Verb = (typeof VERBS)[number];

export type Transition = {
  readonly verb: Verb;
  readonly label: string;
  readonly roles: readonly Role[];
  /** States of the worked-on edition from which the verb may start. */
  readonly from: readonly EditionState[];
  readonly to: EditionState;
  /** Publication states that allow it; undefined: any. */
  readonly publication?: readonly PublicationState[];
  readonly publicationTo?: PublicationState;
};

/** The one table that the API, the console's buttons and the README read (design §1.4). */
export const TRANSITIONS: readonly Transition[] = [
  { verb: "draft", label: "拟稿", roles: ["unit"], from: ["draft"], to: "draft" },
  // 校稿: the office may mend words at its desk; the letter then stands for approval anew.
  { verb: "draft", label: "校改", roles: ["office"], from: ["submitted", "approved"], to: "submitted" },
  // 单位审签, where the campaign wants it: one drafts, another of the unit signs and sends.
  { verb: "propose", label: "送单位审签", roles: ["unit"], from: ["draft"], to: "unit_review" },
  { verb: "submit", label: "报送审核", roles: ["unit"], from: ["draft", "unit_review"], to: "submitted" },
  { verb: "return", label: "退回拟稿", roles: ["unit"], from: ["unit_review"], to: "draft" },
  { verb: "return", label: "退回重办", roles: ["office"], from: ["submitted", "approved"], to: "draft" },
  { verb: "approve", label: "审核通过", roles: ["office"], from: ["submitted"], to: "approved" },
  { verb: "finalise", label: "定稿", roles: ["office"], from: ["approved"], to: "final" },
  // 谁主办、谁答复、谁公开; the office may publish for a unit.
  {
    verb: "publish",
    label: "公开",
    roles: ["unit", "office"],
    from: ["final"],
    to: "final",
    publicationTo: "published",
  },
  // Also of what is final and not yet out: a mistake seen then need not be published first.
  {
    verb: "correct",
    label: "更正",
    roles: ["unit", "office"],
    from: ["final"],
    to: "draft",
  },
  {
    verb: "withdraw",
    label: "撤回",
    roles: ["office"],
    from: ["draft", "unit_review", "submitted", "approved", "final"],
    to: "final",
    publication: ["published"],
    publicationTo: "withdrawn",
  },
];

/** The rule for this verb from this state, or undefined: not allowed there. */
export function findTransition(
  verb: Verb,
  role: Role,
  state: EditionState,
  publication: PublicationState,
): Transition | undefined {
  return TRANSITIONS.find(
    (rule) =>
      rule.verb === verb &&
      rule.roles.includes(role) &&
      rule.from.includes(state) &&
      (rule.publication === undefined || rule.publication.includes(publication)),
  );
}

/** Verbs that a role may ever use, whatever the state. */
export function roleMay(verb: Verb, role: Role): boolean {
  return TRANSITIONS.some((rule) => rule.verb === verb && rule.roles.includes(role));
}
