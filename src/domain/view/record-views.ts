import type { YearStatistics } from "../statistics/year-statistics.ts";
import type { CommitmentTrace, CorrectionTrace, FollowUpTrace, WithdrawalTrace } from "./matter-traces.ts";
import type { MatterLine } from "./page-view.ts";
import type {
  PublicDocumentTombstone,
  PublicOutcome,
  PublicTombstone,
  PublicTopic,
  PublicUnit,
} from "./public-reply.ts";
import type {
  PublicCohort,
  PublicFigure,
  PublicFigures,
  PublicRegisterEntry,
  PublicRegisterPart,
} from "./public-year.ts";

/** Views of the pages that account for every number: figures, register, follow-ups, promises, changes. */

export type TopicFigures = {
  readonly topic: PublicTopic;
  /** Public replies, and their classes as they stand today. */
  readonly published: number;
  readonly outcomes: readonly { readonly outcome: PublicOutcome; readonly count: number }[];
};

/** Every indicator of a year. */
export type FiguresView = {
  readonly page: "figures";
  readonly year: number;
  readonly years: readonly number[];
  readonly figures: Omit<PublicFigures, "units">;
  readonly units: readonly {
    readonly unit: PublicUnit;
    readonly hasPage: boolean;
    readonly figures: readonly PublicFigure[];
  }[];
  readonly topics: readonly TopicFigures[];
};

/** Years side by side, newest first. */
export type TrendsView = {
  readonly page: "trends";
  readonly years: readonly (YearStatistics & { readonly schemeIds: readonly string[] })[];
  readonly cohorts: readonly YearCohorts[];
};
export type YearCohorts = {
  readonly year: number;
  readonly asOf: string;
  readonly target: number | null;
  readonly cohorts: readonly PublicCohort[];
};

/** One line of the register: a reply that is owed, or a matter that nobody here answers. */
export type RegisterRow = Pick<PublicRegisterEntry, "id" | "kind" | "number" | "betweenSessions" | "state"> & {
  readonly numberLabel: string;
  /** Of a matter with a public reply, and the page of a withdrawn one. */
  readonly title: string | null;
  readonly path: string | null;
  readonly merged: { readonly name: string; readonly path: string | null } | null;
  readonly unit: PublicUnit | null;
  readonly standing: PublicRegisterPart["standing"] | null;
  readonly ground: PublicRegisterPart["ground"];
  readonly outcome: PublicOutcome | null;
  readonly dueOn: string | null;
  readonly lawDueOn: string | null;
  /** Places in `counted` of the view. */
  readonly counted: readonly number[];
};
/** The register of a year, or a part of one of very many numbers. */
export type RegisterView = {
  readonly page: "register";
  readonly year: number;
  readonly years: readonly number[];
  /** Counted from 1 in the order of the numbers; null: the year is one. */
  readonly part: {
    readonly number: number;
    readonly of: number;
    readonly before: number | null;
    readonly behind: number | null;
  } | null;
  /** Null in a part, which changes with its rows alone. */
  readonly asOf: string | null;
  /** What the numbers of the year's figures count, in a part the rows that it has of them: each opens its rows. */
  readonly counted: readonly {
    readonly code: string;
    readonly label: string;
    readonly count: number;
    readonly unit: string;
  }[];
  /** Withheld replies that have no line of their own, where the office shows them as a total only. */
  readonly unnamed: number;
  readonly rows: readonly RegisterRow[];
};
/** First page of a register that is given in parts. */
export type RegisterPartsView = Omit<RegisterView, "page" | "part" | "rows" | "asOf"> & {
  readonly page: "register_parts";
  readonly asOf: string;
  readonly parts: readonly {
    readonly number: number;
    readonly first: Pick<RegisterRow, "kind" | "numberLabel">;
    readonly last: Pick<RegisterRow, "kind" | "numberLabel">;
    readonly rows: number;
    /** Rows by standing and by indicator; what has none is left out. */
    readonly counts: Readonly<Record<string, number>>;
  }[];
};
export type RegisterTotals = {
  readonly year: number;
  readonly matters: number;
  readonly parts: Readonly<Record<PublicRegisterPart["standing"], number>>;
  readonly left: Readonly<Record<"merged" | "transferred" | "withdrawn", number>>;
};
export type WaitingRow = Pick<RegisterRow, "kind" | "numberLabel" | "dueOn" | "lawDueOn"> & {
  readonly year: number;
  readonly unit: PublicUnit;
};
export type RegisterIndexView = {
  readonly page: "register_index";
  readonly years: readonly RegisterTotals[];
  /** Those that wait longest first. */
  readonly waiting: readonly WaitingRow[];
};

export type FollowUpRow = Omit<FollowUpTrace, "unit"> & { readonly line: MatterLine; readonly unit: PublicUnit };
export type FollowUpsView = {
  readonly page: "follow_ups";
  /** Null: of all years. */
  readonly year: number | null;
  readonly years: readonly number[];
  /** Of the page's year, or of each. */
  readonly counts: readonly { readonly year: number; readonly owed: number; readonly done: number }[];
  /** Due longest ago first; of all years the first of them. */
  readonly owed: readonly FollowUpRow[];
  readonly done: readonly FollowUpRow[];
  readonly owedTotal: number;
  readonly doneTotal: number;
  readonly cohorts: readonly YearCohorts[];
};

export type CommitmentRow = Omit<CommitmentTrace, "unit" | "owner"> & {
  readonly line: MatterLine;
  readonly unit: PublicUnit;
  readonly owner: PublicUnit;
};
export type CommitmentsView = {
  readonly page: "commitments";
  readonly year: number | null;
  readonly years: readonly number[];
  /** Of the page's year, or of each. */
  readonly counts: readonly {
    readonly year: number;
    readonly open: number;
    readonly kept: number;
    readonly dropped: number;
  }[];
  readonly open: readonly CommitmentRow[];
  readonly kept: readonly CommitmentRow[];
  readonly dropped: readonly CommitmentRow[];
  readonly openTotal: number;
  readonly keptTotal: number;
};

export type ChangeRow =
  | ({ readonly kind: "correction"; readonly line: MatterLine; readonly unitName: string } & Omit<
      CorrectionTrace,
      "unit"
    >)
  | ({ readonly kind: "reply_withdrawal"; readonly line: MatterLine; readonly unitName: string } & Omit<
      WithdrawalTrace,
      "unit"
    >)
  | { readonly kind: "withdrawal"; readonly tombstone: PublicTombstone }
  | { readonly kind: "document_withdrawal"; readonly tombstone: PublicDocumentTombstone };
export type ChangesView = { readonly page: "changes"; readonly changes: readonly ChangeRow[] };

export type RecordView =
  | FiguresView
  | TrendsView
  | RegisterView
  | RegisterPartsView
  | RegisterIndexView
  | FollowUpsView
  | CommitmentsView
  | ChangesView;
