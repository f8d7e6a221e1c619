import type { LedgerResultRow } from "#db/reads/archives.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { motionId } from "#domain/motion/number.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import { toUnitMatcher } from "#domain/unit/match-unit.ts";
import type { AllocationRow, RowFinding } from "#exchange/allocation/allocation-row.ts";
import type { LedgerResult } from "#exchange/allocation/ledger-result.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";

type NewResult = Omit<LedgerResultRow, "archiveId">;

export type LedgerRows = {
  readonly results: readonly NewResult[];
  readonly findings: readonly RowFinding[];
  readonly notices: readonly string[];
};

type Facts = {
  readonly year: number;
  readonly kind: MotionKind;
  readonly scheme: Scheme;
  readonly units: readonly UnitNames[];
};

/** A, or the words of a class as the scheme of the year has them. */
function findClassCode(scheme: Scheme, text: string): string | undefined {
  return findClass(scheme, text)?.code ?? scheme.classes.find(({ label }) => label === text)?.code;
}

function unknownClass(row: number, text: string, scheme: Scheme): RowFinding {
  const known = scheme.classes.map(({ code, label }) => `${code}（${label}）`).join("、");
  const message = `第 ${row} 行：办理结果“${text}”不在当年的分类口径之内。请改为${known}之一，或留空。`;
  return { row, code: "unknown_class", message };
}

const saysNothing = ({ classText, mode, repliedOn, docNumber, link }: LedgerResult): boolean =>
  [classText, mode, repliedOn, docNumber, link].every((value) => value === null);

function toResults(
  row: AllocationRow,
  result: LedgerResult,
  classCode: string | null,
  codes: readonly string[],
  facts: Facts,
) {
  const { mode, repliedOn, docNumber, link } = result;
  const id = motionId(facts.year, facts.kind, row);
  return codes.map((unitCode): NewResult => ({
    assignmentId: `${id}.${unitCode}`,
    row: row.row,
    classCode,
    mode,
    repliedOn,
    docNumber,
    link,
  }));
}

/** Where each unit has a line of its own, each line speaks of its own units. */
function linesOf(row: AllocationRow, lines: AllocationTable["lines"]): AllocationRow[] {
  const own = lines.get(row.row);
  return own ? own.map((line) => ({ ...row, row: line.row, leadUnits: [...line.leadUnits] })) : [row];
}

/** What the ledger says of each reply owed; a row that names several units says it of each. */
export function toLedgerRows({ rows, lines, ledger }: AllocationTable, facts: Facts): LedgerRows {
  const match = toUnitMatcher(facts.units);
  const byRow = new Map(ledger.results.map((result) => [result.row, result]));
  const results: NewResult[] = [];
  const findings: RowFinding[] = [...ledger.findings];
  const shared: number[] = [];
  for (const row of rows.flatMap((item) => linesOf(item, lines))) {
    const result = byRow.get(row.row);
    if (!result || saysNothing(result)) continue;
    const code = result.classText === null ? null : (findClassCode(facts.scheme, result.classText) ?? undefined);
    if (code === undefined) {
      findings.push(unknownClass(row.row, result.classText ?? "", facts.scheme));
      continue;
    }
    const codes = row.leadUnits.flatMap((name) => match(name)?.code ?? []);
    if (codes.length > 1) shared.push(row.row);
    results.push(...toResults(row, result, code, codes, facts));
  }
  const notices =
    shared.length === 0 ? [] : [`第 ${shared.join("、")} 行有几个主办单位，台账的办理结果按每个单位各记一份。`];
  return { results, findings, notices };
}
