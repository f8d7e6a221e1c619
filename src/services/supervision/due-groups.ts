import { listRules } from "#db/reads/campaign-rules.ts";
import type { DueFilter, DueGroup, DueSource } from "#db/reads/due-list.ts";
import { DUE_SOURCES, clockOf, listDueGroups } from "#db/reads/due-list.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { Light } from "#domain/deadline/light.ts";
import type { Clock } from "#domain/supervision/clock.ts";
import type { DueRule } from "#domain/supervision/due-stream.ts";
import { findClockRule, readDueKey, toDueKey } from "#domain/supervision/due-stream.ts";
import type { Context } from "../context.ts";
import type { DuePlace } from "./due-cursor.ts";

/** Clocks that run by the rules of their year; the others by the date that is stored with the facts. */
const BY_RULES: ReadonlySet<DueSource> = new Set([
  "sign",
  "reply_legal",
  "draft",
  "proof",
  "publish",
  "joint_opinion_open",
  "feedback_open",
]);

/** Clocks that run from one date by one rule: they fall due on one day. */
export type Group = DueGroup & { readonly dueKey: string };
export type GroupQuery = Omit<DueFilter, "sources"> & {
  readonly kind?: Clock | undefined;
  readonly light?: Light | undefined;
};

function findRule(source: DueSource, rules: CampaignRules | undefined): DueRule | undefined {
  return BY_RULES.has(source) ? findClockRule(clockOf(source), (rules ?? DEFAULT_RULES).deadlines) : { kind: "on" };
}

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** Soonest first, then by source, year and the date that they run from. */
export function compareGroups(a: Omit<Group, "count">, b: Omit<Group, "count">): number {
  return (
    compareText(a.dueKey, b.dueKey) ||
    compareText(a.source, b.source) ||
    compareText(a.campaignId, b.campaignId) ||
    compareText(a.anchor, b.anchor)
  );
}

/** Tells whether a due date shows the light today; each date is looked at once. */
function isLit(light: Light | undefined, today: string): (dueKey: string) => boolean {
  const known = new Map<string, boolean>();
  return (dueKey) => {
    if (light === undefined) return true;
    const lit = known.get(dueKey) ?? readDueKey(dueKey, today).reading.light === light;
    known.set(dueKey, lit);
    return lit;
  };
}

/** Every group of clocks that falls under the query, soonest first. */
export async function listGroups(ctx: Context, query: GroupQuery, today: string): Promise<Group[]> {
  const { kind, light, ...filter } = query;
  const sources = DUE_SOURCES.filter((source) => kind === undefined || clockOf(source) === kind);
  const rules = await listRules(ctx.db);
  const shows = isLit(light, today);
  const groups = (await listDueGroups(ctx.db, { ...filter, sources })).flatMap((group): Group[] => {
    const rule = findRule(group.source, rules.get(group.campaignId));
    const dueKey = rule && toDueKey(rule, group.anchor);
    return dueKey !== undefined && shows(dueKey) ? [{ ...group, dueKey }] : [];
  });
  return groups.toSorted(compareGroups);
}

/** The groups, from the place on, that surely hold `limit` rows; what is left of the first is not known. */
export function pickGroups(groups: readonly Group[], place: DuePlace | undefined, limit: number): Group[] {
  const picked: Group[] = [];
  let sure = 0;
  for (const group of groups) {
    if (sure >= limit) break;
    const side = place ? compareGroups(group, place) : 1;
    if (side < 0) continue;
    picked.push(group);
    if (side > 0) sure += group.count;
  }
  return picked;
}
