/** 其他: never retired, and nothing without words of its own. */
export const OTHER_REASON = "other";

/** What a return says in one sentence: the reasons of the list, then the free words. */
export function sayReturn(reasons: readonly { readonly code: string; readonly text: string }[], words: string): string {
  const named = reasons.filter(({ code }) => code !== OTHER_REASON || words === "").map(({ text }) => text);
  return [...named, ...(words === "" ? [] : [words])].join("；");
}
