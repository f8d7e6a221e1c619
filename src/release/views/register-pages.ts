import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { PublicUnit } from "#domain/view/public-reply.ts";
import { STANDINGS } from "#domain/view/public-year.ts";
import type { PublicRegisterEntry, PublicRegisterPart, PublicYear } from "#domain/view/public-year.ts";
import type {
  RegisterIndexView,
  RegisterRow,
  RegisterTotals,
  RegisterView,
  WaitingRow,
} from "#domain/view/record-views.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownYear } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { cutRegister, inOrder, type RegisterSummary } from "./register-summary.ts";

/** Lines of the first page that waits; the register of the year has them all. */
const WAITING = 300;

type Begun = ShownYear & { readonly record: PublicYear; readonly register: RegisterSummary };
const hasRecord = (year: ShownYear): year is Begun => year.record !== null && year.register !== null;

function unitOf({ frame }: City, code: string): PublicUnit {
  return frame.unitsByCode.get(code) ?? { code, name: code, fullName: code };
}

type Places = {
  readonly city: City;
  readonly lines: ReadonlyMap<string, ShownYear["matters"][number]>;
  readonly tombs: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, PublicRegisterEntry>;
};

function toMerged({ lines, entries }: Places, id: string | null): RegisterRow["merged"] {
  const entry = id === null ? undefined : entries.get(id);
  if (!entry) return null;
  const name = `${motionNumberLabel(entry)}${KIND_WORDS[entry.kind].label}`;
  return { name, path: lines.get(entry.id)?.line.path ?? null };
}

/** A matter that nobody here answers has no part: what is said of a part is nothing then. */
const NO_PART = { standing: null, ground: null, dueOn: null, lawDueOn: null, counted: [] } as const;
const NO_LINE = { title: null, path: null, units: [], outcomes: [] } as const;

function toRow(places: Places, entry: PublicRegisterEntry, part: PublicRegisterPart | null): RegisterRow {
  const { id, kind, number, betweenSessions, state, mergedInto, counted } = entry;
  const { title, path, units, outcomes } = places.lines.get(id)?.line ?? NO_LINE;
  const { standing, ground, dueOn, lawDueOn, counted: ofPart } = part ?? NO_PART;
  const at = units.findIndex(({ code }) => code === part?.unit);
  return {
    id,
    kind,
    number,
    betweenSessions,
    state,
    standing,
    ground,
    dueOn,
    lawDueOn,
    title,
    numberLabel: motionNumberLabel(entry),
    path: path ?? places.tombs.get(id) ?? null,
    merged: toMerged(places, mergedInto),
    unit: part && unitOf(places.city, part.unit),
    outcome: outcomes[at] ?? null,
    counted: [...new Set([...counted, ...ofPart])].toSorted((a, b) => a - b),
  };
}

/** As many as `listRegisterRows` gives. */
export function countRegisterRows(
  { frame }: City,
  { register }: Pick<ShownYear, "register">,
  part: number | null = null,
): number {
  if (!register) return 0;
  if (part !== null) {
    const { rows, withheld } = register.inParts[part] ?? { rows: 0, withheld: 0 };
    return frame.settings.registerDetail === "rows" ? rows : rows - withheld;
  }
  const { parts, withoutPart } = register;
  const all = STANDINGS.reduce((sum, standing) => sum + parts[standing], withoutPart);
  return frame.settings.registerDetail === "rows" ? all : all - parts.withheld;
}

/** Every line of a year's register, or of a part of it, in the order of the numbers. */
export function listRegisterRows(
  city: City,
  { matters, tombstones, record }: ShownYear,
  part: number | null = null,
): RegisterRow[] {
  if (!record) return [];
  const places: Places = {
    city,
    lines: new Map(matters.map((matter) => [matter.id, matter])),
    tombs: new Map(tombstones.map(({ id, tombstone }) => [id, tombstone.path])),
    entries: new Map(record.register.map((entry) => [entry.id, entry])),
  };
  const isNamed = ({ standing }: PublicRegisterPart) =>
    city.frame.settings.registerDetail === "rows" || standing !== "withheld";
  const entries =
    part === null
      ? record.register.toSorted(inOrder)
      : (cutRegister(record.register, city.sizes.registerInPart)[part] ?? []);
  return entries.flatMap((entry) =>
    entry.parts.length === 0
      ? [toRow(places, entry, null)]
      : entry.parts.filter(isNamed).map((part) => toRow(places, entry, part)),
  );
}

/** What the year's figures count that has rows: numbers of promises have a page of their own. */
function toCounted({ figures }: PublicYear): RegisterView["counted"] {
  const whole = figures.slices[0];
  return figures.indicators.map(({ code, label, unit }) => {
    const count = whole?.figures.find((figure) => figure.code === code)?.numerator ?? 0;
    return { code, label, count, unit };
  });
}

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
  const { registerDetail } = city.frame.settings;
  for (const item of begun) {
    const { year, record, recordHash, matters, tombstones, register } = item;
    const lines = matters.map(({ lineHash }) => lineHash);
    yield {
      path: `/register/${year}/`,
      key: keyOf(recordHash, lines, tombstones, years, city.unitsKey, registerDetail),
      shows: matters.map(({ id }) => id),
      view: (): RegisterView => ({
        page: "register",
        year,
        years,
        asOf: record.figures.asOf,
        counted: toCounted(record),
        unnamed: registerDetail === "rows" ? 0 : register.parts.withheld,
        rows: listRegisterRows(city, item),
      }),
    };
  }
}
