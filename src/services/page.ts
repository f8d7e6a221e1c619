import type { KeysetStart } from "#db/reads/keyset.ts";
import { Invalid } from "./errors.ts";

export type Page<T> = {
  readonly items: T[];
  /** All that match, on whatever page. */
  readonly total: number;
  readonly nextCursor: string | null;
};

/** A list that may be sought by text: false where it stands in so many that only the newest were looked through. */
export type CountedPage<T> = Page<T> & { readonly totalIsExact: boolean };

export type PageRequest = { readonly cursor?: string | undefined; readonly limit: number };

/** Opaque to clients: the order it belongs to and the last row seen. */
export function formatCursor(sort: string, { key, id }: KeysetStart): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
}

const isKey = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** Throws Invalid for a cursor that was not given out for this order. */
export function parseCursor(sort: string, cursor: string | undefined): KeysetStart | undefined {
  if (cursor === undefined) return undefined;
  const parts = decode(cursor);
  if (Array.isArray(parts) && parts.length === 3) {
    const [own, key, id] = parts as unknown[];
    if (own === sort && isKey(key) && isKey(id)) return { key, id };
  }
  const message = "翻页标记无效，请从第一页重新查询";
  throw new Invalid(message, [{ path: "cursor", message }]);
}

/** A page of at most `limit` from `limit + 1` rows: the one more says that a next page exists. */
export function toPage<R extends { readonly sortKey: string | number; readonly sortId: string | number }, T>(
  rows: readonly R[],
  total: number,
  { sort, limit }: { readonly sort: string; readonly limit: number },
  toItem: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(toItem),
    total,
    nextCursor: more ? formatCursor(sort, { key: last.sortKey, id: last.sortId }) : null,
  };
}

/** A list short enough to be given whole. */
export function toWholePage<T>(items: readonly T[]): Page<T> {
  return { items: [...items], total: items.length, nextCursor: null };
}
