import { KIND_WORDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { PublicUnit } from "#domain/view/public-reply.ts";
import { STANDINGS } from "#domain/view/public-year.ts";
import type { PublicRegisterEntry, PublicRegisterPart, PublicYear } from "#domain/view/public-year.ts";
import type { RegisterRow } from "#domain/view/record-views.ts";
import type { ShownYear } from "../plan/shown.ts";
import type { City } from "./city.ts";
import { cutRegister } from "./register-summary.ts";

export function unitOf({ frame }: City, code: string): PublicUnit {
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

type Year = Pick<ShownYear, "matters" | "tombstones" | "record">;
type Listed = { readonly places: Places; readonly parts: readonly PublicRegisterEntry[][] };

/** Made once for all parts of a year, as long as nothing else is looked at. */
const listed = new WeakMap<City, { readonly year: Year; readonly found: Listed }>();

function findListed(city: City, year: Year, register: PublicYear["register"]): Listed {
  const known = listed.get(city);
  if (known?.year === year) return known.found;
  const { matters, tombstones } = year;
  const places: Places = {
    city,
    lines: new Map(matters.map((matter) => [matter.id, matter])),
    tombs: new Map(tombstones.map(({ id, tombstone }) => [id, tombstone.path])),
    entries: new Map(register.map((entry) => [entry.id, entry])),
  };
  const found = { places, parts: cutRegister(register, city.sizes.registerInPart) };
  listed.set(city, { year, found });
  return found;
}

/** Every line of a year's register, or of a part of it, in the order of the numbers. */
export function listRegisterRows(city: City, year: Year, part: number | null = null): RegisterRow[] {
  if (!year.record) return [];
  const { places, parts } = findListed(city, year, year.record.register);
  const isNamed = ({ standing }: PublicRegisterPart) =>
    city.frame.settings.registerDetail === "rows" || standing !== "withheld";
  const entries = part === null ? parts.flat() : (parts[part] ?? []);
  return entries.flatMap((entry) =>
    entry.parts.length === 0
      ? [toRow(places, entry, null)]
      : entry.parts.filter(isNamed).map((item) => toRow(places, entry, item)),
  );
}
