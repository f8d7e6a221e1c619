// Plain JavaScript: the same file runs in Node and, served as it is, in the browser.
export const MINISEARCH_FIELDS = ["title", "body"];

/** Pairs of Han characters that stand side by side, and whole runs of letters and digits. */
export function toBigrams(text) {
  const parts = text.toLowerCase().match(/\p{Script=Han}+|[0-9a-z.%]+/gu) ?? [];
  return parts.flatMap((part) => {
    const chars = [...part];
    if (chars.length < 2 || !/\p{Script=Han}/u.test(part)) return [part];
    return chars.slice(1).map((char, place) => `${chars[place]}${char}`);
  });
}
