import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** Files that work for half a minute or more: begun last, one of them would run alone at the end. */
const LONG = [
  "test/services/replies/model.test.ts",
  "test/functions/scenarios.test.ts",
  "test/release/kill.test.ts",
  "test/functions/commands/commands.test.ts",
  "test/site/accessibility.test.ts",
  "test/release/faults.test.ts",
];

function findRank(file: string): number {
  const place = LONG.findIndex((long) => file.endsWith(long));
  return place === -1 ? LONG.length : place;
}

/** A fresh clone has no record of earlier times, so the order of the longest is written down here. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => findRank(a.moduleId) - findRank(b.moduleId));
  }
}
