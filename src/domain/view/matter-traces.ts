import { listCitations } from "./citations.ts";
import type { PublicCommitment, PublicMatter, PublicOutcome } from "./public-reply.ts";

/** A 续办续复 as one line of a list: what is owed, or what came of it. */
export type FollowUpTrace = {
  readonly unit: string;
  readonly number: number;
  readonly dueOn: string | null;
  /** Null: not there yet. */
  readonly repliedOn: string | null;
  /** Class in the letter, and after this follow-up; null where it is still owed. */
  readonly from: PublicOutcome;
  readonly to: PublicOutcome | null;
};
export type CommitmentTrace = Pick<PublicCommitment, "id" | "text" | "dueOn" | "firstDueOn" | "state"> & {
  /** Whose letter says it, and who has to keep it. */
  readonly unit: string;
  readonly owner: string;
  readonly paragraph: number;
  readonly keptOn: string | null;
};
/** A later edition of a letter: what was corrected, in the words of its 更正说明. */
export type CorrectionTrace = {
  readonly unit: string;
  readonly edition: number;
  readonly publishedAt: string;
  readonly note: string | null;
};

/** A letter that was taken from readers while another to the same matter stays. */
export type WithdrawalTrace = { readonly unit: string; readonly withdrawnOn: string; readonly reason: string };

/** What of a matter the lists of the whole site show beside its line. */
export type MatterTraces = {
  readonly followUps: readonly FollowUpTrace[];
  readonly commitments: readonly CommitmentTrace[];
  readonly corrections: readonly CorrectionTrace[];
  readonly withdrawals: readonly WithdrawalTrace[];
  /** What its letters name: `listCitations`. */
  readonly cites: readonly string[];
};

export function toMatterTraces(matter: PublicMatter): MatterTraces {
  const { replies } = matter;
  return {
    cites: listCitations(matter),
    followUps: replies.flatMap(({ unit, firstOutcome, followUps }) =>
      followUps.map(({ number, dueOn, repliedOn, outcome }) => ({
        unit: unit.code,
        number,
        dueOn,
        repliedOn,
        from: firstOutcome,
        to: outcome,
      })),
    ),
    commitments: replies.flatMap(({ unit, commitments }) =>
      commitments.map(({ id, text, dueOn, firstDueOn, state, paragraph, unit: owner, events }) => ({
        id,
        text,
        dueOn,
        firstDueOn,
        state,
        unit: unit.code,
        owner: owner.code,
        paragraph,
        keptOn: events.findLast(({ kind }) => kind === "kept")?.happenedOn ?? null,
      })),
    ),
    corrections: replies.flatMap(({ unit, editions }) =>
      editions
        .filter(({ number }) => number > 1)
        .map(({ number, publishedAt, note }) => ({ unit: unit.code, edition: number, publishedAt, note })),
    ),
    withdrawals: matter.withdrawnReplies.map(({ unit, ...rest }) => ({ unit: unit.code, ...rest })),
  };
}
