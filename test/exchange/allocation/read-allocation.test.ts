import { describe, expect, test } from "vitest";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import { toUnitMatcher } from "#domain/unit/match-unit.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readFixture, readJsonFixture } from "../fixtures.ts";

type ExpectedRow = {
  row: number;
  number: number;
  session: string;
  title: string;
  proposer: string;
  joint: string[] | null;
  joint_as_printed: string | null;
  group: string;
  category: string;
  lead_units: string[];
  co_units: string[];
  leader: string;
  supervisor: string;
  key_item: boolean;
  due: string;
};
type ExpectedFile = {
  files: string[];
  counts: { rows: number; in_session: number; between_sessions: number };
  rows: ExpectedRow[];
};
type UnitsFile = { units: { key: string; short: string; full: string; aliases: string[] }[] };

const FILES = ["人大代表建议办理分配表.xlsx", "人大代表建议办理分配表.csv", "政协提案办理分配表.xlsx"];

function toRow(expected: ExpectedRow): object {
  return {
    row: expected.row,
    number: expected.number,
    betweenSessions: expected.session === "闭会期间",
    title: expected.title,
    proposer: expected.proposer,
    jointNames: expected.joint,
    jointText: expected.joint_as_printed,
    group: expected.group,
    category: expected.category,
    leadUnits: expected.lead_units,
    coUnits: expected.co_units,
    leader: expected.leader,
    supervisor: expected.supervisor,
    keyItem: expected.key_item,
    dueOn: expected.due,
  };
}

describe.each(FILES)("%s", (file) => {
  test("reads every row, the counts of the note and the day of assignment", async () => {
    const { files } = await readJsonFixture<{ files: ExpectedFile[] }>("allocation/expected.json");
    const expected = files.find((item) => item.files.includes(file));
    const table = await readAllocation(await readFixture(`allocation/${file}`), file);
    expect(table.rows).toEqual(expected?.rows.map(toRow));
    expect(table.findings).toEqual([]);
    expect(table.headerRow).toBe(3);
    expect(table.assignedOn).toBe("2026-03-10");
    const counts = expected?.counts;
    expect(table.notedCount).toEqual({
      total: counts?.rows,
      inSession: counts?.in_session,
      betweenSessions: counts?.between_sessions,
    });
    expect(table.kindHint).toBe(file.includes("建议") ? "suggestion" : "proposal");
  });

  test("every unit is one of the register", async () => {
    const { units } = await readJsonFixture<UnitsFile>("allocation/units.json");
    const match = toUnitMatcher<UnitNames>(
      units.map(({ key, short, full, aliases }) => ({ code: key, shortName: short, fullName: full, aliases })),
    );
    const { rows } = await readAllocation(await readFixture(`allocation/${file}`), file);
    const unknown = rows.flatMap(({ leadUnits, coUnits }) => [...leadUnits, ...coUnits]).filter((name) => !match(name));
    expect(unknown).toEqual([]);
  });
});
