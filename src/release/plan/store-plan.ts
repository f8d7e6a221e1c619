import { linkSync, readFileSync } from "node:fs";
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublicYear } from "#domain/view/public-year.ts";
import { releasesFolder } from "../folders.ts";
import type { Frame } from "../project/project-frame.ts";
import { linkRecords } from "./kept-motions.ts";
import type { PackedYear } from "./pack-year.ts";
import { packYear, unpackYear } from "./pack-year.ts";
import type { Plan, PlannedYear } from "./plan.ts";

type StoredPlan = Omit<Plan, "years"> & { readonly years: readonly number[] };

const FILE = "plan.json";
const yearFile = (year: number) => `plan-${year}.json`;
const registerFile = (year: number) => `register-${year}.json`;

/** The plan of a release; undefined where there is none that can be read, or where the frame has lost what it names. */
export async function readPlan(dataFolder: string, id: string, frame: Frame): Promise<Plan | undefined> {
  const folder = join(releasesFolder(dataFolder), id);
  try {
    const stored = JSON.parse(await readFile(join(folder, FILE), "utf8")) as StoredPlan;
    const years: PlannedYear[] = [];
    for (const year of stored.years) {
      const packed = JSON.parse(await readFile(join(folder, yearFile(year)), "utf8")) as PackedYear;
      const file = join(folder, registerFile(year));
      await access(file);
      const readRegister = () => JSON.parse(readFileSync(file, "utf8")) as PublicYear["register"];
      years.push(unpackYear(packed, frame.unitsByCode, frame.topicsBySlug, readRegister));
    }
    // A plan of an earlier make does not say which documents it had.
    return Array.isArray(stored.documents) ? { ...stored, years } : undefined;
  } catch {
    return undefined;
  }
}

/** Of which code a release was made; undefined where its plan cannot be read. */
export async function findPlanCode(dataFolder: string, id: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(join(releasesFolder(dataFolder), id, FILE), "utf8")) as StoredPlan).code;
  } catch {
    return undefined;
  }
}

/** @param before folder of the release before, where a year that is the same object as in its plan is linked from */
export async function writePlan(folder: string, plan: Plan, before?: { readonly folder: string; readonly plan: Plan }) {
  const { years, ...rest } = plan;
  const stored: StoredPlan = { ...rest, years: years.map(({ year }) => year) };
  await writeFile(join(folder, FILE), JSON.stringify(stored));
  for (const year of years) {
    if (before) linkRecords(year.year, folder, before.folder);
    const [name, register] = [yearFile(year.year), registerFile(year.year)];
    if (before?.plan.years.some((item) => item === year)) {
      for (const file of [name, register]) linkSync(join(before.folder, file), join(folder, file));
      continue;
    }
    await writeFile(join(folder, name), JSON.stringify(packYear(year)));
    await writeFile(join(folder, register), JSON.stringify(year.record?.register ?? []));
  }
}
