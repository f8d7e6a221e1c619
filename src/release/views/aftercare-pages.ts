import type { CommitmentRow, CommitmentsView, FollowUpRow, FollowUpsView } from "#domain/view/record-views.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter, ShownYear } from "../plan/shown.ts";
import type { City } from "./city.ts";
import { listCohorts } from "./figure-pages.ts";
import type { PlannedPage } from "./item.ts";

/** Lines of the page of all years; the pages of the years have every one. */
const FIRST = 200;
const LATE = "9999";

const byDay =
  <T>(dayOf: (row: T) => string) =>
  (a: T, b: T) =>
    dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b));

function unitOf({ frame }: City, code: string) {
  return frame.unitsByCode.get(code) ?? { code, name: code, fullName: code };
}

/** Of the whole city, made once: several pages begin with them. */
const ofAll = new WeakMap<City, { followUps: FollowUpLists; commitments: CommitmentLists }>();

export function listAllAftercare(city: City): { followUps: FollowUpLists; commitments: CommitmentLists } {
  const known = ofAll.get(city);
  if (known) return known;
  const made = {
    followUps: listFollowUps(city, city.all.filter(hasFollowUps)),
    commitments: listCommitments(city, city.all.filter(hasCommitments)),
  };
  ofAll.set(city, made);
  return made;
}

type FollowUpLists = ReturnType<typeof listFollowUps>;
type CommitmentLists = ReturnType<typeof listCommitments>;

function listFollowUps(city: City, matters: readonly ShownMatter[]) {
  const rows = matters.flatMap(({ line, traces }) =>
    traces.followUps.map((trace): FollowUpRow => ({ ...trace, line, unit: unitOf(city, trace.unit) })),
  );
  return {
    // Those that wait longest first: a promise without a day is behind those with one.
    owed: rows.filter(({ repliedOn }) => repliedOn === null).toSorted(byDay(({ dueOn }) => dueOn ?? LATE)),
    done: rows
      .filter(({ repliedOn }) => repliedOn !== null)
      .toSorted(byDay(({ repliedOn }) => repliedOn ?? ""))
      .toReversed(),
  };
}

function listCommitments(city: City, matters: readonly ShownMatter[]) {
  const rows = matters.flatMap(({ line, traces }) =>
    traces.commitments.map((trace): CommitmentRow => {
      return { ...trace, line, unit: unitOf(city, trace.unit), owner: unitOf(city, trace.owner) };
    }),
  );
  return {
    open: rows
      .filter(({ state }) => state === "open" || state === "changed")
      .toSorted(byDay(({ dueOn }) => dueOn ?? LATE)),
    kept: rows
      .filter(({ state }) => state === "kept")
      .toSorted(byDay(({ keptOn }) => keptOn ?? ""))
      .toReversed(),
    dropped: rows.filter(({ state }) => state === "dropped"),
  };
}

const idsOf = (matters: readonly ShownMatter[], has: (matter: ShownMatter) => boolean) =>
  matters.filter(has).map(({ id }) => id);

function planPage(path: string, view: FollowUpsView | CommitmentsView, shows: readonly string[]): PlannedPage {
  return { path, key: keyOf(view), shows, view: () => view };
}

const hasFollowUps = ({ traces }: ShownMatter): boolean => traces.followUps.length > 0;
const hasCommitments = ({ traces }: ShownMatter): boolean => traces.commitments.length > 0;

function countFollowUps({ year, matters }: ShownYear): FollowUpsView["counts"][number] {
  const all = matters.filter(hasFollowUps).flatMap(({ traces }) => traces.followUps);
  const owed = all.filter(({ repliedOn }) => repliedOn === null).length;
  return { year, owed, done: all.length - owed };
}

/** What the page of a year is made of: of its matters, those with something on it. */
function keyOfYear(
  city: City,
  { year, matters }: ShownYear,
  has: (matter: ShownMatter) => boolean,
  ...rest: unknown[]
) {
  const own = matters.filter(has).map(({ id, hash }) => [id, hash]);
  return keyOf(year, own, city.unitsKey, rest);
}

export function* followUpPages(city: City): Generator<PlannedPage> {
  const shown = city.begun.filter(({ matters }) => matters.some(hasFollowUps));
  const years = shown.map(({ year }) => year);
  const counts = shown.map(countFollowUps);
  const cohorts = listCohorts(city);
  const { owed, done } = listAllAftercare(city).followUps;
  const totals = { owedTotal: owed.length, doneTotal: done.length };
  const first = { owed: owed.slice(0, FIRST), done: done.slice(0, FIRST) };
  const view: FollowUpsView = { page: "follow_ups", year: null, years, counts, ...first, ...totals, cohorts };
  yield planPage("/follow-ups/", view, idsOf(city.all, hasFollowUps));
  for (const item of shown) {
    const ofYear = cohorts.filter(({ year }) => year === item.year);
    yield {
      path: `/follow-ups/${item.year}/`,
      key: keyOfYear(city, item, hasFollowUps, years, ofYear),
      shows: idsOf(item.matters, hasFollowUps),
      view: (): FollowUpsView => {
        const own = listFollowUps(city, item.matters);
        const ownTotals = { owedTotal: own.owed.length, doneTotal: own.done.length };
        const page = { page: "follow_ups", year: item.year, years, counts: [countFollowUps(item)] } as const;
        return { ...page, ...own, ...ownTotals, cohorts: ofYear };
      },
    };
  }
}

function countCommitments({ year, matters }: ShownYear): CommitmentsView["counts"][number] {
  const states = matters.filter(hasCommitments).flatMap(({ traces }) => traces.commitments.map(({ state }) => state));
  const count = (...of: (typeof states)[number][]) => states.filter((state) => of.includes(state)).length;
  return { year, open: count("open", "changed"), kept: count("kept"), dropped: count("dropped") };
}

export function* commitmentPages(city: City): Generator<PlannedPage> {
  const shown = city.begun.filter(({ matters }) => matters.some(hasCommitments));
  const years = shown.map(({ year }) => year);
  const counts = shown.map(countCommitments);
  const { open, kept, dropped } = listAllAftercare(city).commitments;
  const totals = { openTotal: open.length, keptTotal: kept.length };
  const first = { open: open.slice(0, FIRST), kept: kept.slice(0, FIRST), dropped: dropped.slice(0, FIRST) };
  const view: CommitmentsView = { page: "commitments", year: null, years, counts, ...first, ...totals };
  yield planPage("/commitments/", view, idsOf(city.all, hasCommitments));
  for (const item of shown) {
    yield {
      path: `/commitments/${item.year}/`,
      key: keyOfYear(city, item, hasCommitments, years),
      shows: idsOf(item.matters, hasCommitments),
      view: (): CommitmentsView => {
        const own = listCommitments(city, item.matters);
        const ownTotals = { openTotal: own.open.length, keptTotal: own.kept.length };
        const page = { page: "commitments", year: item.year, years, counts: [countCommitments(item)] } as const;
        return { ...page, ...own, ...ownTotals };
      },
    };
  }
}
