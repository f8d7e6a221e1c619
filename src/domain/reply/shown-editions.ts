type Published = {
  readonly number: number;
  readonly publishedAt: string | null;
  readonly showsChanges: boolean;
  /** 公开属性 of this edition. */
  readonly mode: string | null;
};

/**
 * Editions whose changes against the edition before the public may read, and with them that edition's words. Told from
 * the live one backwards: a correction that shows nothing ends it, because what it took out may stand in older ones too.
 */
export function listShownChanges<T extends Published>(
  editions: readonly T[],
  live: number,
): { readonly before: T; readonly after: T }[] {
  const published = editions
    .filter(({ number, publishedAt }) => number <= live && publishedAt !== null)
    .toSorted((a, b) => b.number - a.number);
  const shown = [];
  for (const [at, after] of published.entries()) {
    const before = published[at + 1];
    if (!before || !after.showsChanges || after.mode !== "full" || before.mode !== "full") break;
    shown.push({ before, after });
  }
  return shown;
}
