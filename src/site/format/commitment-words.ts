import type { PublicCommitment, PublicReply } from "#domain/view/public-reply.ts";
import { toChineseDate } from "./dates.ts";
import type { Span } from "./spans.ts";

/** Fragment of a promise on the page of its matter: szjj-c1. */
export function toCommitmentName(
  reply: Pick<PublicReply, "unit" | "commitments">,
  commitment: PublicCommitment,
): string {
  return `${reply.unit.code}-c${reply.commitments.indexOf(commitment) + 1}`;
}

/** The words of each promise in the letter, by paragraph. */
export function toCommitmentSpans(reply: PublicReply): ReadonlyMap<number, readonly Span[]> {
  const spans = reply.commitments.map((item, at) => ({
    paragraph: item.paragraph,
    start: item.start,
    end: item.start + item.text.length,
    name: toCommitmentName(reply, item),
    label: `承诺${at + 1}`,
  }));
  return Map.groupBy(spans, ({ paragraph }) => paragraph);
}

/** 作出 3 项承诺：1 项已兑现，2 项待兑现. Undefined where there is none. */
export function findCommitmentSentence(commitments: readonly PublicCommitment[]): string | undefined {
  if (commitments.length === 0) return undefined;
  const count = (...states: readonly PublicCommitment["state"][]) =>
    commitments.filter(({ state }) => states.includes(state)).length;
  const parts = [
    [count("kept"), "已兑现"],
    [count("open", "changed"), "待兑现"],
    [count("dropped"), "不再实施"],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} 项${word}`);
  return `${commitments.length} 项承诺：${words.join("，")}`;
}

export const COMMITMENT_STATE_WORDS: Readonly<Record<PublicCommitment["state"], string>> = {
  open: "待兑现",
  changed: "待兑现（期限已调整）",
  kept: "已兑现",
  dropped: "不再实施",
};

/** 期限 2026年12月31日, 原定…；没有写明期限. */
export function toDueWords({ dueOn, firstDueOn }: Pick<PublicCommitment, "dueOn" | "firstDueOn">): string {
  if (dueOn === null) return "没有写明期限";
  const first = firstDueOn !== null && firstDueOn !== dueOn ? `（原定${toChineseDate(firstDueOn)}）` : "";
  return `${toChineseDate(dueOn)}前${first}`;
}
