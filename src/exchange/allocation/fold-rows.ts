import { motionNumberLabel } from "#domain/motion/number.ts";
import type { AllocationRow, RowFinding } from "./allocation-row.ts";
import type { RowResult } from "./read-row.ts";

/** What one line of the sheet says of the units of a matter that stands on several lines. */
export type UnitLine = { readonly row: number; readonly leadUnits: readonly string[] };

export type FoldedRows = {
  readonly rows: readonly AllocationRow[];
  readonly findings: readonly RowFinding[];
  readonly notices: readonly string[];
  /** By the row that stands for the matter; only matters on several lines. */
  readonly lines: ReadonlyMap<number, readonly UnitLine[]>;
};

const SHOWN = 20;

/** Titles of one matter are typed anew on each line. */
const titleOf = ({ title }: AllocationRow): string => title.normalize("NFKC").replace(/[\s《》]/g, "");

function addUnits(into: AllocationRow, from: AllocationRow): AllocationRow | undefined {
  const known = new Set([...into.leadUnits, ...into.coUnits]);
  const fresh = (units: readonly string[]) => units.filter((unit) => !known.has(unit));
  const leadUnits = fresh(from.leadUnits);
  const coUnits = fresh(from.coUnits);
  if (leadUnits.length + coUnits.length === 0) return undefined;
  return {
    ...into,
    leadUnits: [...into.leadUnits, ...leadUnits],
    coUnits: [...into.coUnits, ...coUnits],
    keyItem: into.keyItem || from.keyItem,
  };
}

function duplicate(value: AllocationRow, first: AllocationRow): RowFinding {
  const label = motionNumberLabel(value);
  const why = titleOf(value) === titleOf(first) ? "" : "，案由不同";
  const message = `第 ${value.row} 行：${label}与第 ${first.row} 行重复${why}。请核对编号，只保留一行。`;
  return { row: value.row, code: "duplicate_number", message };
}

class Folder {
  readonly #byLabel = new Map<string, AllocationRow>();
  readonly #lines = new Map<number, UnitLine[]>();
  readonly #findings: RowFinding[] = [];

  add({ value, partial, findings }: RowResult): void {
    const row = value ?? partial;
    const label = row && motionNumberLabel(row);
    const first = label === undefined ? undefined : this.#byLabel.get(label);
    if (!row || label === undefined || (!first && !value)) {
      this.#findings.push(...findings);
    } else if (!first) {
      this.#byLabel.set(label, row);
    } else {
      this.#fold(label, first, row);
    }
  }

  #fold(label: string, first: AllocationRow, row: AllocationRow): void {
    const both = titleOf(first) === titleOf(row) ? addUnits(first, row) : undefined;
    if (!both) {
      this.#findings.push(duplicate(row, first));
      return;
    }
    this.#byLabel.set(label, both);
    const before = this.#lines.get(first.row) ?? [{ row: first.row, leadUnits: first.leadUnits }];
    const leadUnits = both.leadUnits.slice(first.leadUnits.length);
    this.#lines.set(first.row, [...before, { row: row.row, leadUnits }]);
  }

  #notices(): string[] {
    const all = [...this.#byLabel].flatMap(([label, { row, title }]) => {
      const lines = this.#lines.get(row);
      if (!lines) return [];
      const where = lines.map((line) => line.row).join("、");
      return [`第 ${where} 行都是${label}《${title}》，已按一件合并承办单位，其余各列以第 ${row} 行为准。请核对。`];
    });
    const rest = all.length - SHOWN;
    return rest > 0 ? [...all.slice(0, SHOWN), `另有 ${rest} 件也是一件占几行，同样合并。`] : all;
  }

  result(): FoldedRows {
    return {
      rows: [...this.#byLabel.values()],
      findings: this.#findings,
      notices: this.#notices(),
      lines: this.#lines,
    };
  }
}

/**
 * Ledgers that give each unit a line of its own: lines of one number and one title whose units differ are one matter. The
 * same number with another title, or with no new unit, stays a duplicate.
 */
export function foldRows(results: readonly RowResult[]): FoldedRows {
  const folder = new Folder();
  for (const result of results) folder.add(result);
  return folder.result();
}
