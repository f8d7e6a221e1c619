import type { RichText } from "../reply/rich-text.ts";
import type { Span } from "./find-span.ts";
import { findBlockText } from "./find-span.ts";
import { guessDue } from "./guess-due.ts";

export type CommitmentCandidate = Span & { readonly text: string; readonly dueOn: string | null };

/** A sentence with its closing mark; lines of a list or a table end one too. */
const SENTENCE = /[^。；！？\n]+[。；！？]?/g;
const WITH_TIME =
  /年(?:底|末)(?:之?前|以前)?|月(?:底|末|份)?(?:之?前|以前)|日(?:之?前|以前)|[今明]年内?|年内|[上下]半年|季度|20\d{2}年(?:底|内|完成|建成)/;
const WITH_PLAN = /(?:列入|纳入).{0,30}?(?:计划|规划|项目库|预算)/;
/** What was done is no promise, unless the sentence goes on to what is still to be done. */
const PAST = /(?:已经?|已于|现已).{0,20}(?:完成|解决|建成|落实|投入|竣工|交付)/;
const FUTURE = /将|拟|计划|力争|确保|预计|争取|逐步|[底末]前|之前|以前/;

function isPromise(sentence: string): boolean {
  if (WITH_PLAN.test(sentence)) return true;
  if (!WITH_TIME.test(sentence) || !FUTURE.test(sentence)) return false;
  return !PAST.test(sentence) || /将|拟|力争|确保|预计|争取/.test(sentence);
}

/**
 * Sentences of a letter that sound like a promise (年底前, 6月底前, 今年内, 列入…计划), each with its place and, where the
 * sentence names a time, the day it would fall due. `year` is that of the letter. A person decides what is taken.
 */
export function suggestCommitments(body: RichText, year: number): CommitmentCandidate[] {
  return body.content.flatMap((_, block) => {
    const text = findBlockText(body, block) ?? "";
    return [...text.matchAll(SENTENCE)].flatMap((match): CommitmentCandidate[] => {
      const sentence = match[0].trim();
      if (!isPromise(sentence)) return [];
      const start = match.index + match[0].indexOf(sentence);
      const dueOn = guessDue(sentence, year) ?? null;
      return [{ block, start, end: start + sentence.length, text: sentence, dueOn }];
    });
  });
}
