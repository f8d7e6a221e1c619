import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The words of the program itself: labels and sentences that every page of every city may show. The pages are compiled
 * from these very files, and no data of a city is among them.
 */
export function readHouseTexts(): string[] {
  return readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}
