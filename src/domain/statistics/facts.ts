import type { CommitmentFacts as Promised } from "../commitment/commitment-standing.ts";
import type { CountedContact } from "../contact/contact-figures.ts";
import type { DisclosureGround, DisclosureMode } from "../disclosure/disclosure.ts";
import type { Answers } from "../feedback/check-answers.ts";
import type { AssignmentState, PublicationState } from "../handling/states.ts";
import type { AssignmentRole } from "../motion/campaign.ts";
import type { MotionKind } from "../motion/kind.ts";
import type { MotionState } from "../assignment/motion-state.ts";
import type { SchemeClass } from "../scheme/scheme.ts";
import type { Term } from "./term.ts";

/** One round of 反馈. `answers` null: the form is still out. */
export type RoundFacts = {
  readonly answers: Answers | null;
  /** 重新办理 that this round ordered; null where it ordered none. */
  readonly redo: Term | null;
};

/** One unit's part in one motion (件次), as every figure counts it. Days are YYYY-MM-DD in Shanghai; null: not yet, or none. */
export type CaseFacts = {
  readonly id: string;
  readonly motionId: string;
  readonly kind: MotionKind;
  readonly unit: string;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
  /** False: given back after an objection, counted in the rates of objections alone. */
  readonly assigned: boolean;
  readonly signing: Term;
  /** 会办意见 that was asked for and not waived; null where there is none. */
  readonly opinion: Term | null;
  readonly opinionWaived: boolean;
  /** 异议 raised, and how many of them were upheld or refused. */
  readonly objections: number;
  readonly objectionsUpheld: number;
  readonly objectionsRefused: number;
  /** Answered as the ledger of a past year says; no letter is here. */
  readonly ledgerOnly: boolean;
  /** The first letter that went out, by the year's date and by the law's (an extension granted counts). */
  readonly replyByCampaign: Term;
  readonly replyByLaw: Term;
  readonly extended: boolean;
  /** The letter that stands after every 重新办理; null while one is under way. */
  readonly closedOn: string | null;
  readonly submitted: boolean;
  readonly returned: boolean;
  readonly reminders: number;
  /** Everyone who filed the motion, the lead filer included. */
  readonly proposers: number;
  readonly contacts: readonly CountedContact[];
  readonly meetingWaived: boolean;
  /** First to last. */
  readonly rounds: readonly RoundFacts[];
  /** Of the kind: letters mean nothing without it. */
  readonly schemeId: string | null;
  /** Classes with the days on which they were decided, first to latest; empty before the first letter. */
  readonly classes: readonly { readonly class: SchemeClass; readonly on: string }[];
  /** 公开属性 of the letter that went out; null before. */
  readonly mode: DisclosureMode | null;
  readonly ground: DisclosureGround | null;
  readonly publication: PublicationState;
  readonly publishing: Term;
  readonly followUps: readonly Term[];
};

export type VoteFacts = {
  readonly issued: number;
  readonly returned: number;
  readonly satisfied: number;
  readonly basicallySatisfied: number;
  readonly dissatisfied: number;
};

/** One 建议 or 提案 (件) with the parts in it. */
export type MotionFacts = {
  readonly id: string;
  readonly kind: MotionKind;
  readonly betweenSessions: boolean;
  readonly keyItem: boolean;
  readonly state: MotionState;
  /** Units with a part in it, and those of them that owe an answer: of the whole motion, whatever the slice. */
  readonly units: number;
  readonly answering: number;
  readonly cases: readonly CaseFacts[];
  readonly votes: readonly VoteFacts[];
};

export type CommitmentFacts = Promised & {
  readonly id: string;
  readonly motionId: string;
  readonly assignmentId: string;
  readonly kind: MotionKind;
  readonly owner: string;
};

/** Everything that figures are made of: a year, or a slice of it. */
export type Sheet = {
  readonly motions: readonly MotionFacts[];
  readonly commitments: readonly CommitmentFacts[];
  /** 代表、委员提出的总件数 by kind, where the office stated it; empty in slices to which it says nothing. */
  readonly filed: readonly { readonly kind: MotionKind; readonly count: number | null }[];
};

export function listCases(sheet: Sheet): CaseFacts[] {
  return sheet.motions.flatMap((motion) => motion.cases);
}
