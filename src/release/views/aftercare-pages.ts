import type { CommitmentRow, CommitmentsView, FollowUpRow, FollowUpsView } from "#domain/view/record-views.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
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

export function listFollowUps(city: City, matters: readonly ShownMatter[]) {
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

export function listCommitments(city: City, matters: readonly ShownMatter[]) {
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

export function* followUpPages(city: City): Generator<PlannedPage> {
  const has = ({ traces }: ShownMatter) => traces.followUps.length > 0;
  const all = city.begun.map(({ year, matters }) => ({
    year,
    ...listFollowUps(city, matters),
    shows: idsOf(matters, has),
  }));
  const years = all
    .filter(({ owed, done }) => owed.length + done.length > 0)
    .map(({ year, owed, done }) => ({ year, owed: owed.length, done: done.length }));
  const cohorts = listCohorts(city);
  const { owed, done } = listFollowUps(city, city.all);
  const totals = { owedTotal: owed.length, doneTotal: done.length };
  const first = { owed: owed.slice(0, FIRST), done: done.slice(0, FIRST) };
  const view: FollowUpsView = { page: "follow_ups", year: null, years, ...first, ...totals, cohorts };
  yield planPage("/follow-ups/", view, idsOf(city.all, has));
  for (const item of all) {
    if (!years.some(({ year }) => year === item.year)) continue;
    const own = { owed: item.owed, done: item.done, owedTotal: item.owed.length, doneTotal: item.done.length };
    const ofYear = cohorts.filter(({ year }) => year === item.year);
    const page: FollowUpsView = { page: "follow_ups", year: item.year, years, ...own, cohorts: ofYear };
    yield planPage(`/follow-ups/${item.year}/`, page, item.shows);
  }
}

export function* commitmentPages(city: City): Generator<PlannedPage> {
  const has = ({ traces }: ShownMatter) => traces.commitments.length > 0;
  const all = city.begun.map(({ year, matters }) => ({
    year,
    ...listCommitments(city, matters),
    shows: idsOf(matters, has),
  }));
  const years = all
    .map(({ year, open, kept, dropped }) => ({ year, open: open.length, kept: kept.length, dropped: dropped.length }))
    .filter(({ open, kept, dropped }) => open + kept + dropped > 0);
  const { open, kept, dropped } = listCommitments(city, city.all);
  const totals = { openTotal: open.length, keptTotal: kept.length };
  const first = { open: open.slice(0, FIRST), kept: kept.slice(0, FIRST), dropped: dropped.slice(0, FIRST) };
  yield planPage(
    "/commitments/",
    { page: "commitments", year: null, years, ...first, ...totals },
    idsOf(city.all, has),
  );
  for (const { year, shows, ...own } of all) {
    if (!years.some((item) => item.year === year)) continue;
    const counts = { openTotal: own.open.length, keptTotal: own.kept.length };
    yield planPage(`/commitments/${year}/`, { page: "commitments", year, years, ...own, ...counts }, shows);
  }
}
