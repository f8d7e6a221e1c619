import { motionNumberLabel } from "../motion/number.ts";
import type { MatterLine } from "./page-view.ts";
import type { PublicMatter } from "./public-reply.ts";

/** The day on which the first reply to the matter became public. */
export function publishedOn(matter: PublicMatter): string {
  return matter.replies.map((reply) => reply.firstPublishedAt.slice(0, 10)).toSorted()[0] ?? "";
}

const OPENNESS = ["full", "summary", "redacted"] as const;

export function toMatterLine(matter: PublicMatter): MatterLine {
  const { path, year, kind, title, keyItem, topic, replies } = matter;
  const modes = new Set(replies.map((reply) => reply.disclosure.mode));
  return {
    path,
    year,
    kind,
    numberLabel: motionNumberLabel(matter),
    title,
    units: replies.map((reply) => reply.unit),
    outcomes: replies.map((reply) => reply.outcome),
    // The least open of several replies: a list must not promise more than the page holds.
    mode: OPENNESS.findLast((mode) => modes.has(mode)) ?? "full",
    keyItem,
    topic,
    publishedOn: publishedOn(matter),
  };
}
