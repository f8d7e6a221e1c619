import type { DueGroup, DuePlace as PlaceInGroup } from "#db/reads/due-list.ts";
import { DUE_SOURCES } from "#db/reads/due-list.ts";
import { Invalid } from "../errors.ts";
import { parseCursor } from "../page.ts";

type Key = Pick<DueGroup, "source" | "campaignId"> & PlaceInGroup;
/** A row of the due list: its group, and its place within. */
export type DuePlace = Key & { readonly dueKey: string };

const SEPARATOR = "|";

export function toDueSortId({ source, campaignId, anchor, part, id }: Key): string {
  return [source, campaignId, anchor, part, id].join(SEPARATOR);
}

/** Undefined for the first page. Throws Invalid for a cursor that was not given out for this list. */
export function parseDuePlace(cursor: string | undefined): DuePlace | undefined {
  const start = parseCursor("due", cursor);
  if (!start) return undefined;
  const [name, campaignId, anchor, part, ...rest] = String(start.id).split(SEPARATOR);
  const source = DUE_SOURCES.find((item) => item === name);
  if (source && campaignId !== undefined && anchor !== undefined && /^\d+$/.test(part ?? "") && rest.length > 0) {
    return { dueKey: String(start.key), source, campaignId, anchor, part: Number(part), id: rest.join(SEPARATOR) };
  }
  const message = "翻页标记无效，请从第一页重新查询";
  throw new Invalid(message, [{ path: "cursor", message }]);
}
