import { joinKeys, keyOf } from "../plan/key.ts";
import type { ShownYear } from "../plan/shown.ts";
import type { City } from "../views/city.ts";
import { cutMatters } from "../views/register-summary.ts";
import { CHANGES } from "./change-table.ts";
import type { DataTable } from "./data-table.ts";
import { FIGURES, INDICATORS } from "./figure-tables.ts";
import { CATALOGUE, COMMITMENTS, FOLLOW_UPS } from "./matter-tables.ts";
import { REGISTER } from "./register-table.ts";
import type { TablePart, TablePlan } from "./table-columns.ts";
import { cutYear, nameOfPart } from "./year-parts.ts";

/** Tables that are given together: each as files of its own, and all in one workbook and one database. */
export type TableGroup = {
  /** Null: of the whole site. */
  readonly year: number | null;
  /** Counted from 1; null where the year is one. */
  readonly number: number | null;
  /** What the names of its files end with before the ending. */
  readonly suffix: string;
  /** Name of its workbook and its database. */
  readonly book: string;
  readonly plans: readonly TablePlan[];
  readonly part: TablePart;
  /** Of all that its tables say. */
  readonly key: string;
};

const OF_MATTERS = [CATALOGUE, FOLLOW_UPS, COMMITMENTS];
const LONG = [CATALOGUE, REGISTER, FOLLOW_UPS, COMMITMENTS];
/** In the order in which they are shown. */
const ALL: readonly TablePlan[] = [CATALOGUE, REGISTER, FIGURES, INDICATORS, FOLLOW_UPS, COMMITMENTS, CHANGES];

function keyOfGroup(part: TablePart, plans: readonly TablePlan[], ...rest: readonly unknown[]): string {
  const { frame, unitsKey } = part.city;
  return keyOf(
    plans.map(({ name }) => name),
    unitsKey,
    frame.settings.registerDetail,
    joinKeys(part.matters.map(({ hash }) => hash)),
    rest,
  );
}

const recordsOf = ({ years }: TablePart) => years.map((item) => [item.year, item.recordHash, item.tombstones]);

function toWhole(part: TablePart, plans: readonly TablePlan[]): TableGroup {
  const key = keyOfGroup(part, plans, recordsOf(part), part.city.frame.goneDocuments);
  return { year: null, number: null, suffix: "", book: "huiyin", plans, part, key };
}

function listRegisterGroups(city: City, year: ShownYear): TableGroup[] {
  const parts = year.register?.inParts ?? [];
  const cut = cutMatters(year, parts);
  return parts.map((item, at) => {
    const matters = cut[at] ?? [];
    const part: TablePart = { city, matters, years: [year], registerPart: at };
    const number = parts.length === 1 ? null : at + 1;
    const name = nameOfPart({ year: year.year, number });
    const heads = item.heads.filter((id) => city.byId.has(id));
    const key = keyOfGroup(part, [REGISTER], item.hash, heads, year.tombstones);
    return { year: year.year, number, suffix: `-${name}`, book: `register-${name}`, plans: [REGISTER], part, key };
  });
}

/** Of a year whose letters come in parts, the tables come in the same parts, and the register in its own. */
function listYearGroups(city: City, year: ShownYear): TableGroup[] {
  const newestFirst = city.byYear.get(year.year) ?? [];
  const parts = cutYear(year, city.sizes);
  if (parts.length < 2) {
    const part: TablePart = { city, matters: newestFirst, years: [year], registerPart: null };
    const key = keyOfGroup(part, LONG, recordsOf(part));
    const name = `${year.year}`;
    return [{ year: year.year, number: null, suffix: `-${name}`, book: `tables-${name}`, plans: LONG, part, key }];
  }
  const partOf = new Map(parts.flatMap((item) => item.matters.map(({ id }) => [id, item] as const)));
  const groups = Map.groupBy(newestFirst, ({ id }) => partOf.get(id));
  const ofMatters = parts.map((item) => {
    const matters = groups.get(item) ?? [];
    const part: TablePart = { city, matters, years: [], registerPart: null };
    const [name, key] = [nameOfPart(item), keyOfGroup(part, OF_MATTERS)];
    return { ...item, suffix: `-${name}`, book: `tables-${name}`, plans: OF_MATTERS, part, key };
  });
  return [...ofMatters, ...listRegisterGroups(city, year)];
}

const made = new WeakMap<City, readonly TableGroup[]>();

/** Tables of the whole site; of a large one the long tables year by year (data-sizes.ts). The letters are always given by year. */
export function listTableGroups(city: City): readonly TableGroup[] {
  const known = made.get(city);
  if (known) return known;
  const whole: TablePart = { city, matters: city.all, years: city.begun, registerPart: null };
  const isLarge = city.all.length >= city.sizes.tablesByYearFrom;
  const groups = isLarge
    ? [
        toWhole(
          whole,
          ALL.filter((plan) => !LONG.includes(plan)),
        ),
        ...city.begun.flatMap((year) => listYearGroups(city, year)),
      ]
    : [toWhole(whole, ALL)];
  made.set(city, groups);
  return groups;
}

/** Every table once, whether by year or not. */
export function listTablePlans(): readonly TablePlan[] {
  return ALL;
}

/** @param base origin and base path, without a slash at the end */
export function makeTables({ plans, part }: TableGroup, base: string): DataTable[] {
  return plans.map(({ name, title, columns, rows }) => ({ name, title, columns, rows: rows(part, base) }));
}
