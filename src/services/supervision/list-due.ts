import { listCampaigns } from "#db/reads/campaigns.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import type { DueRange, DueRow, DueSource } from "#db/reads/due-list.ts";
import { DUE_SOURCES, clockOf, countDueRows, listDueRows } from "#db/reads/due-list.ts";
import type { Light, LightReading } from "#domain/deadline/light.ts";
import type { Clock } from "#domain/supervision/clock.ts";
import type { DueRule } from "#domain/supervision/due-stream.ts";
import { findClockRule, findFirstAnchor, findNextKey, readDueKey, toDueKey } from "#domain/supervision/due-stream.ts";
import { findLightRange } from "#domain/supervision/light-range.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type DueQuery = PageRequest & {
  readonly campaign?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: Clock | undefined;
  readonly light?: Light | undefined;
};

export type DueItem = Omit<DueRow, "anchor"> & {
  readonly clock: Clock;
  /** Null where the holiday calendar does not tell. */
  readonly dueOn: string | null;
  readonly reading: LightReading;
};

/** One clock of one campaign, or of all where its dates are stored with the facts. */
type Stream = { readonly key: string; readonly source: DueSource; readonly rule: DueRule; readonly range: DueRange };

/** Clocks that run by the rules of the year, or that an index walks year by year. */
const BY_CAMPAIGN: ReadonlySet<DueSource> = new Set([
  "sign",
  "reply_legal",
  "reply_campaign",
  "draft",
  "proof",
  "publish",
]);

async function listStreams(ctx: Context, { campaign, unit, kind }: DueQuery): Promise<Stream[]> {
  const sources = DUE_SOURCES.filter((source) => kind === undefined || clockOf(source) === kind);
  const years = (await listCampaigns(ctx.db)).filter(({ id }) => campaign === undefined || id === campaign);
  const streams: Stream[] = sources
    .filter((source) => !BY_CAMPAIGN.has(source))
    .map((source) => ({ key: source, source, rule: { kind: "on" }, range: { campaign, unit } }));
  for (const { id } of years) {
    const { deadlines } = await readRules(ctx.db, id);
    for (const source of sources.filter((item) => BY_CAMPAIGN.has(item))) {
      const rule = findClockRule(clockOf(source), deadlines);
      if (rule) streams.push({ key: `${source}/${id}`, source, rule, range: { campaign: id, unit } });
    }
  }
  return streams;
}

/** The stream within a range of due dates, both ends included; undefined where nothing of it can be there. */
function cut(stream: Stream, { from, to }: { readonly from?: string; readonly to?: string }): Stream | undefined {
  const { rule, range } = stream;
  const first = from === undefined ? range.from : findFirstAnchor(rule, from);
  if (from !== undefined && first === undefined) return undefined;
  const next = to === undefined ? undefined : findNextKey(to);
  const before = next === undefined ? undefined : findFirstAnchor(rule, next);
  return { ...stream, range: { ...range, from: first, before: before ?? range.before } };
}

type Place = { readonly dueKey: string; readonly streamKey: string; readonly anchor: string; readonly id: string };

function parsePlace(cursor: string | undefined): Place | undefined {
  const start = parseCursor("due", cursor);
  if (!start) return undefined;
  const [streamKey, anchor, id] = String(start.id).split("|");
  if (streamKey !== undefined && anchor !== undefined && id !== undefined) {
    return { dueKey: String(start.key), streamKey, anchor, id };
  }
  const message = "翻页标记无效，请从第一页重新查询";
  throw new Invalid(message, [{ path: "cursor", message }]);
}

/** What is left of a stream behind a place in the merged list: by due key, then stream, then its own order. */
function resume(stream: Stream, place: Place | undefined): Stream | undefined {
  if (!place) return stream;
  if (stream.key === place.streamKey) return { ...stream, range: { ...stream.range, after: place } };
  const from = stream.key > place.streamKey ? place.dueKey : findNextKey(place.dueKey);
  if (from === undefined) return undefined;
  const rest = cut(stream, { from });
  if (!rest) return undefined;
  const own = stream.range.from;
  const later = own !== undefined && own > (rest.range.from ?? "") ? own : rest.range.from;
  return { ...rest, range: { ...rest.range, from: later } };
}

type Found = DueRow & { readonly stream: Stream; readonly sortKey: string; readonly sortId: string };

function compare(a: Found, b: Found): number {
  const left = [a.sortKey, a.stream.key, a.anchor, a.id];
  const right = [b.sortKey, b.stream.key, b.anchor, b.id];
  const index = left.findIndex((part, place) => part !== right[place]);
  return (left[index] ?? "") < (right[index] ?? "") ? -1 : 1;
}

async function readStream(ctx: Context, stream: Stream, limit: number): Promise<Found[]> {
  const rows = await listDueRows(ctx.db, stream.source, stream.range, limit);
  return rows.map((row) => {
    const sortKey = toDueKey(stream.rule, row.anchor);
    return { ...row, stream, sortKey, sortId: `${stream.key}|${row.anchor}|${row.id}` };
  });
}

function toItem({ anchor: _anchor, stream, sortKey, sortId: _sortId, ...row }: Found, today: string): DueItem {
  return { ...row, clock: clockOf(stream.source), ...readDueKey(sortKey, today) };
}

/**
 * Every clock that runs, soonest first: the law's beside the campaign's. A unit sees its own. Nothing of it is stored:
 * each stream is read in the order of the dates that it runs from, and the streams are merged by what falls due.
 */
export async function listDue(ctx: Context, query: DueQuery): Promise<Page<DueItem>> {
  const own = getUnitScope(ctx.actor);
  const nothing = { items: [], total: 0, nextCursor: null };
  if (own !== undefined && query.unit !== undefined && query.unit !== own) return nothing;
  const today = shanghaiDate(ctx.now());
  const range = query.light === undefined ? {} : findLightRange(query.light, today);
  const place = parsePlace(query.cursor);
  if (!range) return nothing;
  const all = await listStreams(ctx, { ...query, unit: own ?? query.unit });
  const streams = all.flatMap((stream) => cut(stream, range) ?? []);
  let total = 0;
  for (const stream of streams) total += await countDueRows(ctx.db, stream.source, stream.range);
  const found: Found[] = [];
  for (const stream of streams.flatMap((item) => resume(item, place) ?? [])) {
    found.push(...(await readStream(ctx, stream, query.limit + 1)));
  }
  const page = { sort: "due", limit: query.limit };
  return toPage(found.toSorted(compare), total, page, (row) => toItem(row, today));
}
