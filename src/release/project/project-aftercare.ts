import type {
  listPublicAnswers,
  listPublicAsks,
  listPublicContacts,
  listPublicExtensions,
  listPublicFeedback,
} from "#db/reads/public-aftercare.ts";
import { legalDue, LEGAL_REPLY } from "#domain/campaign/clocks.ts";
import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import { CONTACT_KINDS } from "#domain/contact/contact-kinds.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { findParagraph } from "#domain/reply/paragraph.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type {
  PublicAnswer,
  PublicClocks,
  PublicContact,
  PublicFeedback,
  PublicMatter,
} from "#domain/view/public-reply.ts";
import { findHarmless } from "./project-commitments.ts";
import { require } from "./require.ts";

type ContactRow = Awaited<ReturnType<typeof listPublicContacts>>[number];
type FeedbackRow = Awaited<ReturnType<typeof listPublicFeedback>>[number];
type AnswerRow = Awaited<ReturnType<typeof listPublicAnswers>>[number];
type AskRow = Awaited<ReturnType<typeof listPublicAsks>>[number];
type ExtensionRow = Awaited<ReturnType<typeof listPublicExtensions>>[number];

/** In the order of 五个一. */
export function toPublicContacts(rows: readonly ContactRow[]): PublicContact[] {
  return CONTACT_KINDS.flatMap((kind) =>
    rows.filter((row) => row.kind === kind).map(({ times, invited, met }) => ({ kind, times, invited, met })),
  );
}

/** In the words of the form; an answer that the form does not know is left out. */
export function toPublicFeedback(rows: readonly FeedbackRow[], axes: readonly FeedbackAxis[]): PublicFeedback[] {
  return rows.map(({ round, filedOn, answers, redoDueOn }) => ({
    round,
    filedOn,
    answers: axes.flatMap((axis) => {
      const value = axis.values.find((item) => item.code === answers?.[axis.code]);
      return value ? [{ axis: axis.label, value: value.label, attitude: value.attitude }] : [];
    }),
    redoDueOn,
  }));
}

/** All or none: a list of points with one left out would say something else. */
export function toPublicAsks(rows: readonly AskRow[]): PublicMatter["asks"] {
  return rows.every(({ text }) => findHarmless(text) !== null)
    ? rows.map(({ number, text }) => ({ number, text }))
    : [];
}

/** A line for each ask, in order; none where no paragraph was ever mapped. */
export function toPublicAnswers(
  asks: PublicMatter["asks"],
  rows: readonly AnswerRow[],
  body: RichText,
): PublicAnswer[] {
  if (rows.length === 0) return [];
  return asks.map(({ number }) => ({
    ask: number,
    paragraphs: rows.filter(({ ask }) => ask === number).flatMap(({ block }) => findParagraph(body, block) ?? []),
  }));
}

type Days = { readonly assignedOn: string; readonly dueOn: string | null; readonly signedOn: string };

export function toPublicClocks({ assignedOn, dueOn, signedOn }: Days, extended: readonly ExtensionRow[]): PublicClocks {
  const publish = legalDue("publish", signedOn);
  return {
    assignedOn,
    legalDueOn: require(findDueOn(assignedOn, LEGAL_REPLY), "legal deadline"),
    dueOn,
    extendedTo: extended.at(-1)?.newDueOn ?? null,
    publishDueOn: publish?.covered ? publish.value : null,
  };
}
