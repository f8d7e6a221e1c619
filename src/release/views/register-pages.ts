import { motionNumberLabel } from "#domain/motion/number.ts";
import type { RegisterIndexView, RegisterTotals, WaitingRow } from "#domain/view/record-views.ts";
import { keyOf } from "../plan/key.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { isInParts, registerPartPages } from "./register-part-pages.ts";
import { unitOf } from "./register-rows.ts";
import { type Begun, hasRecord, registerPage } from "./register-year-page.ts";

/** Lines of the first page that waits; the register of the year has them all. */
const WAITING = 300;

function toTotals({ year, register: { matters, parts, left } }: Begun): RegisterTotals {
  return { year, matters, parts, left };
}

const LATE = "9999";
const dueOf = ({ lawDueOn, dueOn }: Pick<WaitingRow, "lawDueOn" | "dueOn">) => dueOn ?? lawDueOn ?? LATE;

function listWaiting(city: City, { year, register }: Begun): WaitingRow[] {
  return register.waiting.map(({ kind, unit, dueOn, lawDueOn, ...number }) => ({
    year,
    kind,
    numberLabel: motionNumberLabel(number),
    unit: unitOf(city, unit),
    dueOn,
    lawDueOn,
  }));
}

export function* registerPages(city: City): Generator<PlannedPage> {
  const begun = city.begun.filter(hasRecord);
  const years = begun.map(({ year }) => year);
  const waiting = begun.flatMap((year) => listWaiting(city, year));
  const index: RegisterIndexView = {
    page: "register_index",
    years: begun.map(toTotals),
    waiting: waiting.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : Number(dueOf(a) > dueOf(b)))).slice(0, WAITING),
  };
  yield { path: "/register/", key: keyOf(index), shows: [], view: () => index };
  for (const item of begun) {
    if (isInParts(city, item)) yield* registerPartPages(city, item, years);
    else yield registerPage(city, item, years);
  }
}
