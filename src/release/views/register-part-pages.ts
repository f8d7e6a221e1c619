import type { RegisterPartsView, RegisterRow, RegisterView } from "#domain/view/record-views.ts";
import { countRegister } from "#domain/view/register-counts.ts";
import { joinKeys, keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { countRegisterRows, listRegisterRows } from "./register-rows.ts";
import { cutMatters, type RegisterPart } from "./register-summary.ts";
import { type Begun, countUnnamed, keyOfYear, toCounted } from "./register-year-page.ts";

/** So many numbers on one page would be megabytes, written anew with each publication. */
export function isInParts({ sizes }: City, { register }: Begun): boolean {
  return register.matters >= sizes.yearInPartsFrom && register.inParts.length > 1;
}

const nameOf = ({ kind, numberLabel }: RegisterRow) => ({ kind, numberLabel });

function toPart(
  number: number,
  rows: readonly RegisterRow[],
  counted: RegisterView["counted"],
): RegisterPartsView["parts"] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const counts = countRegister(rows, counted);
  return [{ number, first: nameOf(first), last: nameOf(last), rows: rows.length, counts }];
}

function firstPage(city: City, item: Begun, years: readonly number[]): PlannedPage {
  const { year, record, register } = item;
  return {
    path: `/register/${year}/`,
    key: keyOf("parts", keyOfYear(city, item, years)),
    shows: [],
    view: (): RegisterPartsView => {
      const counted = toCounted(record);
      return {
        page: "register_parts",
        year,
        years,
        asOf: record.figures.asOf,
        counted,
        unnamed: countUnnamed(city, item),
        parts: register.inParts.flatMap((_, at) => toPart(at + 1, listRegisterRows(city, item, at), counted)),
      };
    },
  };
}

type Place = NonNullable<RegisterView["part"]>;

/** @param own its matters that are public */
function partPage(
  city: City,
  item: Begun,
  { place, part, own }: { readonly place: Place; readonly part: RegisterPart; readonly own: readonly ShownMatter[] },
): PlannedPage {
  const { year, record, tombstones } = item;
  const { indicators } = record.figures;
  const heads = part.heads.flatMap((id) => city.byId.get(id)?.line.path ?? []);
  const lines = joinKeys(own.map(({ lineHash }) => lineHash));
  const { unitsKey, frame } = city;
  const terms = [indicators, unitsKey, frame.settings.registerDetail];
  return {
    path: `/register/${year}/${place.number}/`,
    key: keyOf(year, place, part.hash, heads, lines, tombstones, terms),
    shows: own.map(({ id }) => id),
    view: (): RegisterView => {
      const rows = listRegisterRows(city, item, place.number - 1);
      const counts = countRegister(rows, indicators);
      const counted = indicators.map(({ code, label, unit }) => ({ code, label, unit, count: counts[code] ?? 0 }));
      return { page: "register", year, years: [], part: place, asOf: null, counted, unnamed: 0, rows };
    },
  };
}

/** A year of very many numbers: a page that leads to its parts, and the parts in the order of the numbers. */
export function* registerPartPages(city: City, item: Begun, years: readonly number[]): Generator<PlannedPage> {
  yield firstPage(city, item, years);
  const { inParts } = item.register;
  const cut = cutMatters(item, inParts);
  // Where withheld replies have no lines, a part may have none.
  const shown = [...inParts.entries()].filter(([at]) => countRegisterRows(city, item, at) > 0);
  const numbers = shown.map(([at]) => at + 1);
  for (const [index, [at, part]] of shown.entries()) {
    const beside = { before: numbers[index - 1] ?? null, behind: numbers[index + 1] ?? null };
    const place = { number: at + 1, of: numbers.length, ...beside };
    yield partPage(city, item, { place, part, own: cut[at] ?? [] });
  }
}
