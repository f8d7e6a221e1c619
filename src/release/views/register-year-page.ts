import type { PublicYear } from "#domain/view/public-year.ts";
import type { RegisterView } from "#domain/view/record-views.ts";
import { joinKeys, keyOf } from "../plan/key.ts";
import type { ShownYear } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { listRegisterRows } from "./register-rows.ts";
import type { RegisterSummary } from "./register-summary.ts";

/** A year that has a register. */
export type Begun = ShownYear & { readonly record: PublicYear; readonly register: RegisterSummary };
export const hasRecord = (year: ShownYear): year is Begun => year.record !== null && year.register !== null;

/** What the year's figures count that has rows: numbers of promises have a page of their own. */
export function toCounted({ figures }: PublicYear): RegisterView["counted"] {
  const whole = figures.slices[0];
  return figures.indicators.map(({ code, label, unit }) => {
    const count = whole?.figures.find((figure) => figure.code === code)?.numerator ?? 0;
    return { code, label, count, unit };
  });
}

/** Of all that a register and its figures say. */
export function keyOfYear(
  { frame, unitsKey }: City,
  { recordHash, matters, tombstones }: Begun,
  years: readonly number[],
) {
  const lines = joinKeys(matters.map(({ lineHash }) => lineHash));
  return keyOf(recordHash, lines, tombstones, years, unitsKey, frame.settings.registerDetail);
}

export const countUnnamed = ({ frame }: City, { register }: Begun): number =>
  frame.settings.registerDetail === "rows" ? 0 : register.parts.withheld;

export function registerPage(city: City, item: Begun, years: readonly number[]): PlannedPage {
  const { year, record, matters } = item;
  return {
    path: `/register/${year}/`,
    key: keyOfYear(city, item, years),
    shows: matters.map(({ id }) => id),
    view: (): RegisterView => ({
      page: "register",
      year,
      years,
      part: null,
      asOf: record.figures.asOf,
      counted: toCounted(record),
      unnamed: countUnnamed(city, item),
      rows: listRegisterRows(city, item),
    }),
  };
}
