import { diffArrays } from "diff";
import { findBlockText } from "#domain/commitment/find-span.ts";
import { listParagraphs } from "#domain/reply/paragraph.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type { PublicChange } from "#domain/view/public-reply.ts";

/** Characters of what stayed that are printed on each side of a change. */
const AROUND = 18;
/** Share of common characters from which a paragraph is the other one, mended. */
const MENDED = 0.4;

/** A figure or a Latin word is read as one; each Han character stands for itself. */
const TOKEN = /\d[\d.,%]*|[A-Za-z]+|[^]/gu;

type Piece = PublicChange["pieces"][number];

function textsOf(body: RichText): string[] {
  const printed = { ...body, content: listParagraphs(body) };
  return printed.content.map((_, block) => findBlockText(printed, block) ?? "");
}

/** What stayed is cut to the words next to a change. */
function shorten(pieces: readonly Piece[]): Piece[] {
  return pieces.map(({ kind, text }, at) => {
    const chars = [...text];
    const [isFirst, isLast] = [at === 0, at === pieces.length - 1];
    if (kind !== "same" || chars.length <= (isFirst || isLast ? 1 : 2) * AROUND + 1) return { kind, text };
    const head = isFirst ? "" : chars.slice(0, AROUND).join("");
    const tail = isLast ? "" : chars.slice(-AROUND).join("");
    return { kind, text: `${head}…${tail}` };
  });
}

function compareWords(before: string, after: string): Piece[] | undefined {
  const [old, now] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const pieces = diffArrays(old, now).map(({ value, added, removed }): Piece => ({
    text: value.join(""),
    kind: added ? "added" : removed ? "removed" : "same",
  }));
  const kept = pieces.filter(({ kind }) => kind === "same").reduce((sum, { text }) => sum + text.length, 0);
  return kept >= MENDED * Math.max(before.length, after.length) ? shorten(pieces) : undefined;
}

/** Paragraphs that came in the place of others: each mended one beside what it was, the rest whole. */
function pairUp(gone: readonly string[], fresh: readonly { text: string; paragraph: number }[]): PublicChange[] {
  const left = [...gone];
  const changes = fresh.map(({ text, paragraph }): PublicChange => {
    for (const [at, before] of left.entries()) {
      const pieces = compareWords(before, text);
      if (!pieces) continue;
      left.splice(at, 1);
      return { paragraph, pieces };
    }
    return { paragraph, pieces: [{ kind: "added", text }] };
  });
  return [...changes, ...left.map((text): PublicChange => ({ paragraph: null, pieces: [{ kind: "removed", text }] }))];
}

/** What a correction changed in the body, paragraph by paragraph; those that stayed are left out. */
export function findChanges(before: RichText, after: RichText): PublicChange[] {
  const changes: PublicChange[] = [];
  let gone: readonly string[] = [];
  let paragraph = 1;
  for (const { value, added, removed } of diffArrays(textsOf(before), textsOf(after))) {
    if (removed) {
      gone = value;
      continue;
    }
    const fresh = value.map((text, at) => ({ text, paragraph: paragraph + at }));
    changes.push(...pairUp(gone, added ? fresh : []));
    gone = [];
    paragraph += value.length;
  }
  return [...changes, ...pairUp(gone, [])];
}
